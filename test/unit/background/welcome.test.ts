import { beforeEach, expect, test, vi } from 'vitest';
import { welcomeTester } from '../../../src/background/welcome.ts';

const { getSelf, create } = await vi.hoisted(async () => ({ getSelf: vi.fn(), create: vi.fn() }));
vi.mock('webextension-polyfill', () => ({
  default: {
    management: { getSelf },
    tabs: { create },
    runtime: { getURL: (path: string) => `extension://ours/${path}` },
  },
}));

beforeEach(() => void create.mockClear());

test.each(['normal', 'admin', 'sideload'])(
  'A %s installation opens the first steps',
  async (installType) => {
    getSelf.mockResolvedValue({ installType });
    await welcomeTester();
    expect(create).toHaveBeenCalledExactlyOnceWith({
      url: 'extension://ours/src/popup/welcome.html',
    });
  },
);

test('An installation from a folder opens nothing', async () => {
  getSelf.mockResolvedValue({ installType: 'development' });
  await welcomeTester();
  expect(create).not.toHaveBeenCalled();
});
