import { inlineScript } from './html.mjs';

/**
 * The snippet as the administration of the hosted widget hands it out, for this site's own copy of the widget.
 * @param {string} nonce
 * @param {boolean} preChatSurvey
 * @param {string} [folder] in which the script is looked for
 */
export function snippet(nonce, preChatSurvey, folder = '/livechatwidget/scripts') {
  return `<script id="Microsoft_Omnichannel_LCWidget" nonce="${nonce}"
      src="${folder}/LiveChatBootstrapper.js"
      data-app-id="5f3d1b52-9a0e-4c1f-8d2b-6e7a90c4f113"
      data-lcw-version="prod"
      data-org-id="0c9e6a41-77d2-4b86-b1c5-3a2f8de05b94"
      data-org-url="https://contoso-staging.example"${preChatSurvey ? '\n      data-prechat-survey="true"' : ''}></script>`;
}

/**
 * The snippet in a template, from which a script takes it some time after load. A script that is cloned keeps its
 * address, so that this works where trusted types forbid to set one.
 * @param {string} markup
 * @param {string} script
 * @param {number} after
 * @param {string} nonce
 */
export function latecomer(markup, script, after, nonce) {
  return `<template id="late-widget">${markup}</template>\n${inlineScript(script, nonce, { 'data-after': String(after) })}`;
}
