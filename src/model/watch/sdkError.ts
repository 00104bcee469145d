/**
 * What an error says when the widget's SDK is used and is not there, in the words of V8 and SpiderMonkey.
 * Others have an SDK and a startChat too, so such words alone are not enough.
 */
export const SDK_ERROR =
  /\b(?:Omnichannel|LiveChatWidget|startProactiveChat|setContextProvider)\b|\bMicrosoft is (?:not defined|undefined)|\(reading 'SDK'\)|property "SDK"|\bSDK is (?:undefined|null|not defined)/;
