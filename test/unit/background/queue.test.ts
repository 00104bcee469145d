import { expect, test } from 'vitest';
import { createQueue, createQueues } from '../../../src/background/queue.ts';

test('A queue runs one task at a time, in order, and goes on after one that failed', async () => {
  const inTurn = createQueue();
  const log: string[] = [];
  const first = inTurn(async () => {
    log.push('first begins');
    await Promise.resolve();
    log.push('first fails');
    throw new Error('first');
  });
  const second = inTurn(async () => log.push('second'));
  await expect(first).rejects.toThrow('first');
  await second;
  expect(log).toEqual(['first begins', 'first fails', 'second']);
});

test('Queues of different keys do not wait for each other, those of one do', async () => {
  const inTurn = createQueues<number>();
  const log: string[] = [];
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const held = inTurn(1, () => released.then(() => void log.push('held')));
  const behind = inTurn(1, async () => void log.push('behind'));
  await inTurn(2, async () => void log.push('other'));
  release();
  await Promise.all([held, behind]);
  expect(log).toEqual(['other', 'held', 'behind']);
});
