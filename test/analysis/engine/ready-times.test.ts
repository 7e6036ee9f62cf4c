import { expect, test } from 'vitest';
import { lose } from './aftermath.js';

/** Back after 1m + 2m and its startup. */
const doubled = (startup: string, more = ''): string =>
  `{ data: none, replicas: [{ at: b1, role: primary }, { at: b2, role: standby, startup: ${startup} }], recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] } ${more} }`;
const inventory = (services: string): string => `
version: 1
locations: { b1: { kind: building }, b2: { kind: building } }
services:
${services}`;

test('a choice counts once, however many of it come back: what else is needed is waited for all the same', () => {
  // One of quick (4m) and slow (8m), and late (23m).
  const yaml = inventory(`
  quick: ${doubled('1m')}
  slow: ${doubled('5m')}
  late: ${doubled('20m')}
  front: { data: none, dependsOn: { any: { anyOf: [quick, slow] }, late: hard }, replicas: [{ at: b2 }] }
`);
  expect(lose(yaml, ['b1']).of('front').back).toBe('23m');
});

test('a service comes back once, however many ways it has: those that start with it are waited for all the same', () => {
  // store is restored in 1m + 5m, could be in 1m + 10m; web takes 1m + 2m + 57m. They need each other.
  const yaml = inventory(`
  store:
    data: {}
    dependsOn: { web: hard }
    replicas: [{ at: b1, role: primary }]
    backups: { a: { at: [b2], every: 1h, restore: { to: [b2], time: 5m } }, b: { at: [b2], every: 1h, restore: { to: [b2], time: 10m } } }
    recovery: { mode: automatic, detect: 1m, uses: [] }
  web: ${doubled('57m', ', dependsOn: { store: hard }')}
`);
  expect(lose(yaml, ['b1']).of('store').back).toBe('1h');
  expect(lose(yaml, ['b1']).of('web').back).toBe('1h');
});
