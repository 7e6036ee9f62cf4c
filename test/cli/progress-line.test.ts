import { expect, test } from 'vitest';
import { progressLine, type ProgressWorld } from '../../src/cli/progress-line.js';

function watched(part: Partial<ProgressWorld> = {}): { readonly world: ProgressWorld; readonly written: string[] } {
  const written: string[] = [];
  let now = 0;
  const clock = (): number => (now += 60);
  return { written, world: { env: {}, isTTY: true, write: (text) => written.push(text), clock, ...part } };
}

test('nothing is shown of work that is soon done', () => {
  const { world, written } = watched();
  const show = progressLine(world);
  for (let done = 0; done < 5; done += 1) show?.('files', done, 5);
  show?.('done', 1, 1);
  expect(written).toEqual([]);
});

test('longer work is shown on one line, now and then, and erased at the end', () => {
  const { world, written } = watched();
  const show = progressLine(world);
  for (let done = 0; done < 14; done += 1) show?.('losses', done, 14);
  show?.('done', 1, 1);
  expect(written).toEqual([
    '\r\u001b[2Ksolving losses 8/14',
    '\r\u001b[2Ksolving losses 10/14',
    '\r\u001b[2Ksolving losses 12/14',
    '\r\u001b[2K',
  ]);
});

test.each([
  ['in a pipe', { isTTY: false }],
  ['in CI', { env: { CI: 'true' } }],
  ['on a terminal that cannot erase', { env: { TERM: 'dumb' } }],
])('nothing is shown %s', (_, part) => {
  expect(progressLine(watched(part).world)).toBeUndefined();
});
