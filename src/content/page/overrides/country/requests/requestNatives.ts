import { getter } from '../../../natives.ts';

/** The natives of fetch and XMLHttpRequest, as they were before the page's first script. */
export const requestNatives = {
  Request: globalThis.Request,
  Response: globalThis.Response,
  requestUrl: getter<string>(Request.prototype, 'url'),
  requestMethod: getter<string>(Request.prototype, 'method'),
  requestMode: getter<RequestMode>(Request.prototype, 'mode'),
  requestSignal: getter<AbortSignal>(Request.prototype, 'signal'),
  isAborted: getter<boolean>(AbortSignal.prototype, 'aborted'),
  abortReason: getter<unknown>(AbortSignal.prototype, 'reason'),
  XMLHttpRequest: globalThis.XMLHttpRequest,
  responseType: getter<XMLHttpRequestResponseType>(XMLHttpRequest.prototype, 'responseType'),
  requestTimeout: getter<number>(XMLHttpRequest.prototype, 'timeout'),
  Blob: globalThis.Blob,
  DOMParser: globalThis.DOMParser,
  TextEncoder: globalThis.TextEncoder,
  parseJson: globalThis.JSON.parse,
} as const;
