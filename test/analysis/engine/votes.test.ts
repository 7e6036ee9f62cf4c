import { describe, expect, test } from 'vitest';
import { lose } from './aftermath.js';

const estate = (service: string): string => `
version: 1
locations:
  b1: { kind: building }
  b2: { kind: building }
  b3: { kind: building }
services:
  store:
    recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] }
${service
  .split('\n')
  .map((line) => `    ${line}`)
  .join('\n')}
`;
const noWay = 'rebuild none-declared; wait none-declared';

describe('quorum', () => {
  /** A majority of 3 is floor(3 / 2) + 1 = 2. */
  test('three voters over two buildings: the building with two of them is the one that counts', () => {
    const yaml = estate(`
quorum: majority
replicas:
  - { at: b1, name: x, replication: sync }
  - { at: b1, name: y, replication: sync }
  - { at: b2, replication: sync }`);
    expect(lose(yaml, ['b1']).of('store')).toEqual({
      state: 'down',
      back: 'never',
      // The third voter has everything, and may not act alone.
      loses: '0s',
      how: `never: failover none-declared; ${noWay}`,
    });
    expect(lose(yaml, ['b2']).of('store')).toMatchObject({ state: 'up', back: '0s', loses: '0s' });
  });

  test('three voters over three buildings outlive any one, and no two', () => {
    const yaml = estate(`
quorum: majority
replicas: [{ at: b1, lag: 1h }, { at: b2, lag: 1h }, { at: b3, lag: 1h }]
data: {}`);
    for (const one of ['b1', 'b2', 'b3']) {
      // With a quorum nothing that was acknowledged is lost, whatever single copies lag.
      expect(lose(yaml, [one]).of('store')).toMatchObject({ state: 'up', back: '0s', loses: '0s' });
    }
    expect(lose(yaml, ['b1', 'b3']).of('store')).toMatchObject({ state: 'down', back: 'never', loses: '1h' });
  });

  const witnessed = (standby: string): string =>
    estate(`
quorum: majority
replicas:
  - { at: b1, role: primary }
  - { at: b2, role: witness }
  - { at: b3, role: witness }
${standby}`);

  test('a primary with two witnesses: two votes of three remain, and nobody who holds data', () => {
    expect(lose(witnessed(''), ['b1']).of('store')).toEqual({
      state: 'down',
      back: 'never',
      loses: 'all',
      how: `never: failover none-declared; ${noWay}`,
    });
    expect(lose(witnessed(''), ['b2']).of('store').state).toBe('up');
    // One vote of the three is left: the primary may not act alone.
    expect(lose(witnessed(''), ['b2', 'b3']).of('store')).toMatchObject({ state: 'down', back: 'never' });
  });

  test('with a standby beside a witness the votes stay: 1m + 2m + 4m = 7m', () => {
    const yaml = witnessed('  - { at: b2, role: standby, replication: sync, startup: 4m }');
    // A standby has no vote, so the majority is still 2 of 3: both witnesses.
    expect(lose(yaml, ['b1']).of('store')).toMatchObject({
      state: 'down',
      back: '7m',
      loses: '0s',
      how: 'failover: detect 1m + execute 2m + startup 4m',
    });
    // One witness lost with the primary: 1 witness + 1 promoted standby = 2 votes.
    expect(lose(yaml, ['b1', 'b3']).of('store').back).toBe('7m');
    expect(lose(yaml, ['b1', 'b2']).of('store').how).toBe(`never: failover lost-too; ${noWay}`);
  });

  test('a stated number of votes: of 4 votes 3 are needed, one promoted standby is 1', () => {
    const yaml = estate(`
quorum: 3
replicas:
  - { at: b1, votes: 2, replication: sync }
  - { at: b2, votes: 1, replication: sync }
  - { at: b3, votes: 1, replication: sync }
  - { at: b3, name: s, role: standby, replication: sync, readiness: hot }`);
    // 1 + 1 + promoted 1 = 3.
    expect(lose(yaml, ['b1']).of('store')).toMatchObject({ state: 'down', back: '3m' });
    expect(lose(yaml, ['b2']).of('store').state).toBe('up');
    // b1 has 2 and nobody to promote.
    expect(lose(yaml, ['b2', 'b3']).of('store')).toMatchObject({
      state: 'down',
      how: `never: failover lost-too; ${noWay}`,
    });
    // 1 + 1 promoted = 2 of 3: one vote short.
    expect(lose(yaml, ['b1', 'b2']).of('store').how).toBe(`never: failover no-votes; ${noWay}`);
  });

  test('as many standbys are taken as bring the votes back, and the slowest of them counts', () => {
    const yaml = estate(`
quorum: 2
replicas:
  - { at: b1, role: primary }
  - { at: b2, name: s1, role: standby, replication: async, lag: 10s, startup: 1m }
  - { at: b2, name: s2, role: standby, replication: async, lag: 5s, startup: 6m }
  - { at: b2, name: s3, role: standby, replication: async, lag: 1s, startup: 20m }`);
    // 1 + 1 = 2 votes with s1 and s2: 1m + 2m + 6m = 9m; the fresher of the two lags 5s, s3 is not taken.
    expect(lose(yaml, ['b1']).of('store')).toMatchObject({ back: '9m', loses: '5s' });
  });

  test('a stated vote of a standby counts before it is promoted, and no vote counts as one after', () => {
    const voting = estate(`
quorum: majority
replicas:
  - { at: b1, role: primary }
  - { at: b2, role: primary, name: p }
  - { at: b3, role: standby, votes: 1, replication: sync, readiness: hot }`);
    // 3 votes, 2 needed: primary in b2 and the standby in b3 vote.
    expect(lose(voting, ['b1']).of('store').state).toBe('up');
    const silent = estate(`
quorum: 1
replicas:
  - { at: b1, role: primary }
  - { at: b3, role: standby, votes: 0, replication: sync, readiness: hot }`);
    expect(lose(silent, ['b1']).of('store').back).toBe('3m');
  });

  test('of two that are taken one does not say how long it takes: then nobody knows of both', () => {
    const yaml = estate(`
quorum: 2
replicas:
  - { at: b1, role: primary }
  - { at: b2, name: s1, role: standby, replication: sync, startup: 1m }
  - { at: b2, name: s2, role: standby, replication: sync }`);
    expect(lose(yaml, ['b1']).of('store').back).toBe('4m..never');
    expect(lose(yaml, ['b1']).atBest('store')).toBe('failover: detect 1m + execute 2m + startup ?');
  });

  test('a replica without a vote has none when it is promoted either', () => {
    const yaml = estate(`
quorum: 1
replicas: [{ at: b1, role: primary }, { at: b2, role: replica, votes: 0, replication: sync, readiness: hot }]`);
    expect(lose(yaml, ['b1']).of('store').how).toBe(`never: failover no-votes; ${noWay}`);
  });

  test('votes that never sufficed are missed in any loss', () => {
    const yaml = estate(`
quorum: 2
replicas: [{ at: b1 }]
data: none`);
    expect(lose(yaml, ['b3']).of('store')).toMatchObject({ state: 'down', back: 'never' });
  });
});

describe('without a quorum', () => {
  test('the primary decides, whoever else is there', () => {
    const yaml = estate(`
replicas: [{ at: b1, role: primary }, { at: b2, role: active, replication: sync }]`);
    expect(lose(yaml, ['b1']).of('store').state).toBe('down');
    expect(lose(yaml, ['b2']).of('store').state).toBe('up');
  });

  test('one of several actives is enough, a lost copy costs what the freshest other one lacks', () => {
    const yaml = estate(`
replicas:
  - { at: b1, replication: async, lag: 9s }
  - { at: b2, replication: async, lag: 4s }
  - { at: b3, replication: semi-sync, lag: 2s }`);
    expect(lose(yaml, ['b1']).of('store')).toMatchObject({ state: 'up', back: '0s', loses: '2s' });
    expect(lose(yaml, ['b3']).of('store')).toMatchObject({ state: 'up', back: '0s', loses: '4s' });
    expect(lose(yaml, ['b1', 'b2']).of('store')).toMatchObject({ state: 'up', loses: '2s' });
    expect(lose(yaml, ['b1', 'b2', 'b3']).of('store')).toMatchObject({ state: 'down', loses: 'all' });
  });

  test('a replica is promoted unless it may not be; a witness never is', () => {
    const yaml = (more: string): string =>
      estate(`
replicas:
  - { at: b1, role: primary }
  - { at: b2, role: replica, replication: sync, readiness: hot${more} }
  - { at: b2, role: witness, name: w }`);
    expect(lose(yaml(''), ['b1']).of('store')).toMatchObject({ back: '3m', loses: '0s' });
    expect(lose(yaml(', promotable: true'), ['b1']).of('store').back).toBe('3m');
    expect(lose(yaml(', promotable: false'), ['b1']).of('store')).toMatchObject({
      back: 'never',
      loses: '0s',
      how: `never: failover none-declared; ${noWay}`,
    });
  });

  test('a standby without data of its own brings back who needs none', () => {
    const yaml = (more: string): string =>
      estate(`
replicas: [{ at: b1 }, { at: b2, role: standby, replication: none, readiness: hot }]
${more}`);
    // A replication is stated, so the service holds data unless it says otherwise.
    expect(lose(yaml(''), ['b1']).of('store')).toMatchObject({
      loses: 'all',
      how: `never: failover no-data; ${noWay}`,
    });
    expect(lose(yaml('data: none'), ['b1']).of('store')).toMatchObject({ back: '3m', loses: '0s' });
    const witnessed = yaml('').replace('readiness: hot }]', 'readiness: hot }, { at: b3, role: witness }]');
    expect(lose(witnessed, ['b1']).of('store').how).toBe(`never: failover no-data; ${noWay}`);
  });
});
