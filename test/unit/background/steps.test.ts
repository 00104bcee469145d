import { expect, test } from 'vitest';
import { allOf } from '../../../src/background/steps.ts';

test('A step that fails keeps none of the others, and is told when all have ended', async () => {
  const done: string[] = [];
  const slow = Promise.resolve().then(() => void done.push('slow'));
  const failed = Promise.reject(new Error('no permission'));
  await expect(allOf([failed, slow])).rejects.toThrow('no permission');
  expect(done).toEqual(['slow']);
  await allOf([slow]);
});
