import { expect, it } from 'vitest';
import { serviceOf } from './link.js';

it.each([
  ['nothing', '', false],
  ['kind: datastore', 'kind: datastore', true],
  ['kind: tooling', 'kind: tooling', false],
  ['data of unknown size', 'data: {}', true],
  ['data', 'data: { size: 1TB }', true],
  ['unknown data', 'data: unknown', false],
  ['backups', 'backups: { b: {} }', true],
  ['no backups', 'backups: none', false],
  ['an empty map of backups', 'backups: {}', false],
  ['a replication', 'replicas: [{}, { replication: async }]', true],
  ['an unknown replication', 'replicas: [{ replication: unknown }]', false],
  ['a lag', 'replicas: [{}, { role: standby, lag: 5s }]', true],
  ['an unknown lag', 'replicas: [{}, { role: standby, lag: unknown }]', false],
  ['a primary', 'replicas: [{ role: primary }]', true],
  ['a replica', 'replicas: [{}, { role: replica }]', true],
  ['active, standby and witness', 'replicas: [{}, { role: standby }, { role: witness }]', false],
  ['a datastore without data', 'kind: datastore, data: none', false],
  ['a primary without data', 'replicas: [{ role: primary, replication: sync }], backups: { b: {} }, data: none', false],
])('a service with %s', (_, text, stateful) => {
  expect(serviceOf('x', `services: { x: { ${text} } }`).stateful).toBe(stateful);
});
