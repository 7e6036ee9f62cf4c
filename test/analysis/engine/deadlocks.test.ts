import { expect, test } from 'vitest';
import { deadlocksIn } from '../../../src/analysis/deadlocks.js';
import { createSolver } from '../../../src/analysis/solver.js';
import type { ServiceIndex } from '../../../src/model/model.js';
import { modelOf } from '../../model/link.js';

/** The circles after the loss of `b1`: `a b c: a > b, without a uses b`. */
function deadlocksOf(services: string): readonly string[] {
  const model = modelOf(`
version: 1
locations: { b1: { kind: building }, b2: { kind: building } }
services:
${services}
`);
  const domain = model.domainById.get('b1') ?? -1;
  const solver = createSolver(model);
  const event = { domains: [domain], services: [], corrupted: [], lasts: undefined, destroys: false };
  const names = (all: readonly ServiceIndex[], between: string): string =>
    all.map((one) => model.services[one]?.id ?? '?').join(between);
  return deadlocksIn(solver, solver.solve(event)).map(({ members, circle, breakBy }) => {
    const cuts = breakBy.entries.map((entry) => `${names([entry.owner], '')} ${entry.by} ${names(entry.members, '|')}`);
    return `${names(members, ' ')}: ${names(circle, ' > ')}, without ${cuts.join(', ')}`;
  });
}

/** Fails over from b1 to b2, if nothing holds it up. */
const pair = (needs: string, uses = ''): string =>
  `{ data: none, replicas: [{ at: b1, role: primary }, { at: b2, role: standby, readiness: hot }],
     dependsOn: { ${needs} }, recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [${uses}] } }`;

test('what could be ended from outside is no part of the circle, though nobody ends it', () => {
  // b also waits for a or z. There z is gone for good, but it is z that is wrong there: the circle goes on through c.
  expect(
    deadlocksOf(`
  a: ${pair('', 'b')}
  b: ${pair('any: { anyOf: [a, z] }', 'c')}
  c: ${pair('', 'a')}
  z: { data: none, replicas: [{ at: b1 }], recovery: { uses: [] } }
`),
  ).toEqual(['a b c: a > b > c, without a uses b']);
});

test('two that need each other to run start together, so the circle is the one through what needs another to start', () => {
  expect(
    deadlocksOf(`
  a: ${pair('b: hard, c: startup')}
  b: ${pair('a: hard')}
  c: ${pair('', 'a')}
`),
  ).toEqual(['a b c: a > c, without c uses a']);
});

test('one of several that it needs to run does not start together with it', () => {
  expect(
    deadlocksOf(`
  a: ${pair('any: { anyOf: [b, c] }')}
  b: ${pair('a: hard')}
  c: ${pair('a: hard')}
`),
  ).toEqual(['a b c: a > b, without a hard b|c']);
});
