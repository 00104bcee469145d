import type { RuleName } from '../../src/model/findings/rule.ts';

/** What shows a finding: a piece of the line that is named, null if none is; and the value, with addresses of the site as paths. */
type Shown = readonly [code: string | null, value: string | RegExp];

interface Expected {
  readonly evidence: readonly Shown[];
  /** What the sentence has in it. */
  readonly value?: string;
}

const AN_INVITE = 'startProactiveChat(object, false, object)';

/** What is found on the page of each rule. */
export const EXPECTED: Readonly<Record<RuleName, Expected>> = {
  widgetError: { evidence: [[null, '1 The chat is not set up for this organisation.']] },
  policyBlocks: { evidence: [["fetch('https://ipwho.is/')", 'connect-src: https://ipwho.is/']] },
  widgetNotLoaded: { evidence: [[null, '/assets/missing/LiveChatBootstrapper.js']] },
  readyNeverCame: { evidence: [[null, 'lcw:ready']] },
  syntaxError: { evidence: [['}));', /SyntaxError/]] },
  usedBeforeReady: { evidence: [['SDK.startProactiveChat(', 'startProactiveChat']] },
  providerUndeclared: {
    evidence: [['SDK.setContextProvider(', 'ReferenceError: timeSpentHere is not defined']],
  },
  providerThrows: {
    evidence: [['SDK.setContextProvider(', /^TypeError: .*(?:'items'|"items"|basket)/]],
  },
  triggerThrows: { evidence: [['window.campaign.invite', /TypeError: .*(?:'invite'|campaign)/]] },
  inviteDuringChat: { evidence: [['SDK.startProactiveChat(', AN_INVITE]] },
  severalInvites: {
    evidence: [
      ['The sale has begun.', AN_INVITE],
      ['Shipping is free today.', AN_INVITE],
    ],
    value: '2',
  },
  referrerNeverEqual: {
    evidence: [['document.referrer == lastPage', 'if (document.referrer == lastPage) {']],
    value: 'www.contoso.com/FAQ',
  },
  handlerReplaced: {
    evidence: [
      ["classList.add('leaving')", 'document.body.onmouseleave = …'],
      ['document.body.onmouseleave = () => {', 'document.body.onmouseleave = …'],
    ],
    value: 'document.body.onmouseleave',
  },
  geolocationNoFallback: { evidence: [['getCurrentPosition(', 'getCurrentPosition: denied']] },
  locationServiceRetired: {
    evidence: [
      [
        "fetch('https://dev.virtualearth.net",
        'https://dev.virtualearth.net/REST/v1/Locations/1,1?key=none',
      ],
    ],
  },
  locationServiceFails: { evidence: [["fetch('/cdn-cgi/trace')", '/cdn-cgi/trace → 500']] },
  visitsOffByOne: { evidence: [['before + 1 > 2', 'if (before + 1 > 2) {']] },
  messageMissing: {
    evidence: [
      [
        'SDK.startProactiveChat(',
        "startProactiveChat('The sale has begun. May we help you to choose?', false, object)",
      ],
    ],
  },
  contextShape: {
    evidence: [['SDK.setContextProvider(', 'Page URL: /broken/context-shape']],
  },
  contextTooLong: { evidence: [['SDK.setContextProvider(', '']], value: '100' },
  contextNotPrimitive: { evidence: [['SDK.setContextProvider(', 'Interests: array']] },
  authenticatedContext: { evidence: [['SDK.setContextProvider(', 'setContextProvider']] },
  delayNotNumber: { evidence: [['setTimeout(', 'setTimeout(…, undefined)']] },
  counterNeverReset: {
    evidence: [
      ["localStorage.setItem('visits'", "localStorage.setItem('visits', String(visits));"],
    ],
  },
  visitsHardCoded: {
    evidence: [["'No. of visits'", "'No. of visits': { value: '2', isDisplayable: true },"]],
  },
  prechatLeftOut: { evidence: [['SDK.startProactiveChat(', 'startProactiveChat(object)']] },
  alertInTrigger: {
    evidence: [["alert('The chat is ready')", /^if \(window\.location\.hash/]],
  },
};
