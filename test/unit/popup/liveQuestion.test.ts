import { beforeEach, expect, test, vi } from 'vitest';
import { actLive, liveQuestion, makeLive } from '../../../src/popup/liveQuestion.ts';

const site = { state: 'on', host: 'shop.example', pattern: '*://shop.example/*' } as const;
const act = vi.fn();

beforeEach(() => {
  act.mockClear();
  liveQuestion.value = null;
});

test('Where real agents answer nothing is done live before the tester has said yes', () => {
  actLive({ site, isProduction: true, invites: 'live' }, 'uiLiveQuestionFire', act);
  expect(act).not.toHaveBeenCalled();
  expect(liveQuestion.value?.host).toBe('shop.example');
  liveQuestion.value?.act();
  expect(act).toHaveBeenCalledOnce();
});

test('A dry run ends only after asking', () => {
  makeLive({ site, isProduction: true, invites: 'dry run' }, 'uiLiveQuestionLive', act);
  expect(act).not.toHaveBeenCalled();
  expect(liveQuestion.value).not.toBeNull();
});

test.each([
  ['in a dry run', { site, isProduction: true, invites: 'dry run' }],
  ['on any other site', { site, isProduction: false, invites: 'live' }],
] as const)('Nothing is asked %s', (_where, shown) => {
  actLive(shown, 'uiLiveQuestionFire', act);
  expect(act).toHaveBeenCalledOnce();
  expect(liveQuestion.value).toBeNull();
});
