import { describe, expect, test } from 'vitest';
import { lose } from './aftermath.js';

/** b1 and b2 stand on nobody knows which power, b3 on a feed of its own; `feed` is lost. */
const places = `
version: 1
domains: { feed: { kind: power }, other: { kind: power } }
locations: { b1: { kind: building }, b2: { kind: building }, b3: { kind: building, failsWith: [other] } }
services:`;
const quick = 'recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] }';
const store = (...fields: readonly string[]): string =>
  [places, '  store:', '    data: { size: 1GB }', ...fields.map((field) => `    ${field}`), ''].join('\n');

describe('fields that would settle a loss of data', () => {
  const missing = (yaml: string, ids: readonly string[] = ['b1']): readonly string[] =>
    lose(yaml, ids).missing('store', 'loss');

  test('the lag of each copy that is left, unless it has none or holds no data', () => {
    const yaml = store(
      'replicas: [{ at: b1, replication: async }, { at: b2, replication: async }, { at: b3, name: w, role: witness }]',
    );
    // b1 is gone, so nobody asks how far it was behind; b2 may lack anything.
    expect(lose(yaml, ['b1']).of('store')).toMatchObject({ state: 'up', loses: '0s..all' });
    expect(missing(yaml)).toEqual(['store replicas.1.lag']);
    const synchronous = yaml.replace('{ at: b2, replication: async }', '{ at: b2, replication: sync }');
    expect(lose(synchronous, ['b1']).of('store').loses).toBe('0s');
    expect(missing(synchronous)).toEqual([]);
    // Both may be gone, or either: then the other's lag is what is lost.
    expect(missing(yaml, ['feed'])).toEqual(['b1 in', 'b2 in', 'store replicas.0.lag', 'store replicas.1.lag']);
  });

  test('not the lag of the only copy that may be gone: either it is, or nothing is lost', () => {
    const yaml = store(
      'replicas: [{ at: b1, replication: async }, { at: b3, replication: async }, { at: b3, name: s, role: standby, replication: async, lag: 1s }]',
    );
    expect(lose(yaml, ['feed']).of('store')).toMatchObject({ state: 'up', loses: '0s..1s' });
    expect(missing(yaml, ['feed'])).toEqual(['b1 in', 'store replicas.1.lag']);
  });

  test('that of a single primary that may be gone as little, but that of its standby', () => {
    const yaml = store(
      'replicas: [{ at: b1, role: primary, replication: async }, { at: b3, role: standby, readiness: hot, replication: async }]',
      quick,
    );
    expect(lose(yaml, ['feed']).of('store').loses).toBe('0s..all');
    expect(missing(yaml, ['feed'])).toEqual(['b1 in', 'store replicas.1.lag']);
  });

  test('how often a backup is taken, and where it is, if any is left', () => {
    const backups = (more = ''): string =>
      store(
        'replicas: [{ at: b1, role: primary }]',
        `backups: { near: { at: [b1], restore: { to: [b3], time: 1h } }, far: { at: [b3], restore: { to: [b3], time: 1h } } ${more} }`,
        quick,
      );
    expect(lose(backups(), ['b1']).of('store').loses).toBe('0s..all');
    expect(missing(backups())).toEqual(['store backups.far.every']);
    // Two that are as quick: either may be the one, so both count.
    expect(missing(backups(', daily: { every: 24h, restore: { to: [b3], time: 1h } }'))).toEqual([
      'store backups.daily.at',
      'store backups.far.every',
    ]);
  });

  test('nothing about a backup that a failover surely spares', () => {
    const yaml = store(
      'replicas: [{ at: b1, role: primary }, { at: b2, role: standby, readiness: hot, replication: async }]',
      'backups: { far: { at: [b3], restore: { to: [b3], time: 1h } } }',
      quick,
    );
    expect(lose(yaml, ['b1']).of('store')).toMatchObject({ back: '3m', loses: '0s..all' });
    expect(missing(yaml)).toEqual(['store replicas.1.lag']);
  });

  test('nothing where nothing is open, or no data are kept', () => {
    const known = store('replicas: [{ at: b1, replication: async, lag: 1m }, { at: b2, replication: async, lag: 1m }]');
    expect(lose(known, ['b1']).of('store').loses).toBe('1m');
    expect(missing(known)).toEqual([]);
    expect(missing(known.replace('data: { size: 1GB }', 'data: none'), ['feed'])).toEqual([]);
  });

  test('what nobody knows it depends on, once, beside its own', () => {
    const yaml = store(
      'dependsOn: unknown',
      'replicas: [{ at: b1, replication: async }, { at: b2, replication: async }]',
    );
    expect(missing(yaml)).toEqual(['store dependsOn', 'store replicas.1.lag']);
    expect(missing(yaml, ['other'])).toEqual([
      'store dependsOn',
      'b1 in',
      'b2 in',
      'store replicas.0.lag',
      'store replicas.1.lag',
    ]);
  });

  test('places of copies, where losing some of them may cost more than losing none or all', () => {
    // Both gone: the backup of this moment. One gone: the other is up to 5m behind.
    const yaml = store(
      'replicas: [{ at: b1, replication: async, lag: 5m }, { at: b2, replication: async, lag: 5m }]',
      'backups: { now: { at: [b3], every: 0s, takes: 0s, restore: { to: [b3], time: 10m } } }',
      quick,
    );
    expect(lose(yaml, ['feed']).of('store').loses).toBe('0s..5m');
    expect(missing(yaml, ['feed'])).toEqual(['b1 in', 'b2 in']);
  });

  test('of what it needs to run, as far as that counts', () => {
    const yaml = `${store('replicas: [{ at: b1, replication: async }, { at: b2, replication: async }]')}
  cache: { data: {}, replicas: [{ at: b1, replication: async }, { at: b2, replication: async }] }
  api: { dependsOn: { store: hard }, data: none, replicas: [{ at: b3 }] }
  site: { dependsOn: { api: hard, cache: soft }, data: none, replicas: [{ at: b3 }] }
  either: { dependsOn: { any: { kind: hard, anyOf: [store, cache] } }, data: none, replicas: [{ at: b3 }] }
  sure: { dependsOn: { any: { kind: hard, anyOf: [store, static] } }, data: none, replicas: [{ at: b3 }] }
  static: { data: none, replicas: [{ at: b3 }] }
`;
    const after = lose(yaml, ['b1']);
    expect(after.missing('site', 'loss')).toEqual(['store replicas.1.lag']);
    expect(after.missing('either', 'loss')).toEqual(['store replicas.1.lag', 'cache replicas.1.lag']);
    expect(after.missing('sure', 'loss')).toEqual([]);
    expect(after.missing('site', 'time')).toEqual([]);
  });

  test('with parts that return at times of their own, also the lag of a copy that is lost for now', () => {
    const yaml = store('replicas: [{ at: b1, replication: async }, { at: b2, replication: async }]');
    const after = lose(yaml, ['b1', 'b2'], { ends: { b1: '2h', b2: '18h' } });
    // b1 is back first, without what only b2 had.
    expect(after.of('store')).toMatchObject({ back: '2h', loses: '0s..all' });
    expect(after.missing('store', 'loss')).toEqual(['store replicas.0.lag', 'store replicas.1.lag']);
  });
});

describe('fields that would settle a time', () => {
  /** With `feed` lost; b1 and b2 may stand on it. */
  const web = (...fields: readonly string[]): string =>
    [places, '  web:', '    data: none', ...fields.map((field) => `    ${field}`), ''].join('\n');
  const missing = (yaml: string, ids: readonly string[] = ['b1']): readonly string[] =>
    lose(yaml, ids).missing('web', 'time');
  const pair = (standby: string): string =>
    `replicas: [{ at: b1, role: primary }, { at: b3, role: standby${standby} }]`;

  test('everything of a failover that nobody has said, and what is said no more', () => {
    expect(missing(web(pair('')))).toEqual([
      'web recovery.uses',
      'web recovery.detect',
      'web recovery.decide',
      'web recovery.execute',
      'web replicas.1.startup',
    ]);
    expect(missing(web(pair(', startup: 1m'), 'recovery: { mode: automatic, execute: 2m }'))).toEqual([
      'web recovery.uses',
      'web recovery.detect',
    ]);
    expect(missing(web(pair(', readiness: hot'), 'recovery: { mode: manual, detect: 1m, uses: [] }'))).toEqual([
      'web recovery.decide',
      'web recovery.execute',
    ]);
    expect(
      missing(
        web(pair(', readiness: hot'), 'recovery: { mode: manual, detect: 1m, decide: 1m, execute: 1m, uses: [] }'),
      ),
    ).toEqual([]);
  });

  test('of a rebuild how long it takes and where; neither what a failover takes nor a restart', () => {
    const rebuilt = (rebuild: string): string =>
      web(
        'replicas: [{ at: b1 }]',
        `recovery: { mode: automatic, detect: 1m, uses: [], restart: {}, rebuild: { ${rebuild} } }`,
      );
    expect(missing(rebuilt(''))).toEqual(['web recovery.rebuild.takes', 'web recovery.rebuild.to']);
    expect(missing(rebuilt('to: [b3]'))).toEqual(['web recovery.rebuild.takes']);
    expect(missing(rebuilt('takes: 1h'))).toEqual(['web recovery.rebuild.to']);
    expect(missing(rebuilt('to: [b1], takes: 1h'))).toEqual([]);
  });

  test('of the places it could be rebuilt in, those that may be lost, and none where one is surely left', () => {
    const rebuilt = (to: string): readonly string[] =>
      missing(
        web(
          'replicas: [{ at: b3, failsWith: [feed] }]',
          `recovery: { mode: automatic, detect: 1m, uses: [], rebuild: { to: [${to}], takes: 1h } }`,
        ),
        ['feed', 'b1'],
      );
    expect(rebuilt('b1, b2')).toEqual(['b2 in']);
    expect(rebuilt('b2, b3')).toEqual([]);
    expect(rebuilt('b1')).toEqual([]);
  });

  test('nothing of a failover where the outage is surely over before it', () => {
    const lasting = (lasts: string): string =>
      web(pair(''), 'recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] }').replace(
        'b1: { kind: building',
        `b1: { kind: building, lasts: ${lasts}`,
      );
    expect(lose(lasting('2m'), ['b1']).of('web').back).toBe('2m');
    expect(missing(lasting('2m'))).toEqual([]);
    // As long as the failover takes at best: whichever of them it is, the time is the same.
    expect(missing(lasting('3m'))).toEqual([]);
    expect(missing(lasting('4m'))).toEqual(['web replicas.1.startup']);
  });

  test('of a restart that is said without a figure', () => {
    const restarted = web('replicas: [{ at: b1 }]', 'recovery: { restart: { hosts: 30 } }');
    expect(lose(restarted, ['b1'], { lasts: 60 }).missing('web', 'time')).toEqual(['web recovery.restart']);
    // Nobody knows which power b1 stands on, and that is no question: it is lost with itself, and back with all else.
    expect(lose(restarted, ['b1', 'feed'], { lasts: 60 }).missing('web', 'time')).toEqual(['web recovery.restart']);
  });

  test('the startup of a standby that may be quicker than the one that surely takes over', () => {
    const two = (first: string, second = ''): string =>
      web(
        `replicas: [{ at: b1, role: primary }, { at: b3, role: standby${first} }, { at: b3, name: two, role: standby${second} }]`,
        quick,
      );
    expect(lose(two(', startup: 5m'), ['b1']).of('web').back).toBe('3m..8m');
    expect(missing(two(', startup: 5m'))).toEqual(['web replicas.2.startup']);
    expect(missing(two(', startup: 0s'))).toEqual([]);
    expect(missing(two(''))).toEqual(['web replicas.1.startup', 'web replicas.2.startup']);
    // One that is lost with b1 is none.
    expect(missing(two('').replace('name: two', 'name: two, failsWith: [b1]'))).toEqual(['web replicas.1.startup']);
  });

  test('the place of a copy, where it matters that it is left', () => {
    const standbys = (startup: string): string =>
      web(
        `replicas: [{ at: b3, failsWith: [feed], role: primary }, { at: b3, name: sure, role: standby, startup: 5m }, { at: b2, role: standby, startup: ${startup} }]`,
        quick,
      );
    // 3m + 1m if b2 is left; 3m + 5m in any case.
    expect(missing(standbys('1m'), ['feed'])).toEqual(['b2 in']);
    expect(missing(standbys('5m'), ['feed'])).toEqual([]);
    const open = (primary: string, standby: string): string =>
      web(
        `replicas: [{ ${primary}, role: primary }, { ${standby}, role: standby, startup: 1m }]`,
        'recovery: { mode: automatic, execute: 2m, uses: [] }',
      );
    // Surely lost, or surely left, whatever the place.
    expect(missing(open('failsWith: [feed]', 'at: b2, failsWith: [other]'), ['feed'])).toEqual(['web recovery.detect']);
    expect(missing(open('at: b1', 'at: b2, failsWith: [other]'), ['feed'])).toEqual(['b1 in', 'web recovery.detect']);
  });

  test('where a service without copies stands, unless it says so, or is lost by name', () => {
    const bought = (more: string, ids: readonly string[]): readonly string[] =>
      missing(
        web('kind: external', `recovery: { mode: automatic, detect: 1m, uses: [], rebuild: { to: [b3] } }`, more),
        ids,
      );
    expect(bought('tags: []', ['feed'])).toEqual(['web failsWith', 'web recovery.rebuild.takes']);
    expect(bought('failsWith: [feed]', ['feed'])).toEqual(['web recovery.rebuild.takes']);
    expect(bought('tags: []', ['web'])).toEqual(['web recovery.rebuild.takes']);
  });

  test('shares of what serves, and of what may come, beside those that are stated', () => {
    // Of three that serve b1 is lost; 50% and what b2 has may be enough.
    const serving = (third: string): string =>
      web(`replicas: [{ at: b1, capacity: 50% }, { at: b2 }, { at: b3, ${third} }]`, quick);
    expect(lose(serving('capacity: 50%'), ['b1']).of('web')).toMatchObject({
      state: 'up..degraded',
      back: '0s..never',
    });
    expect(missing(serving('capacity: 50%'))).toEqual(['web replicas.1.capacity']);
    // A standby does not serve; without a failover its share is no question.
    expect(missing(serving('capacity: 50%, role: standby, startup: 1m'))).toEqual(['web replicas.1.capacity']);
    const standbys = (first: string, second: string): string =>
      web(
        `replicas: [{ at: b1, role: primary${first} }, { at: b3, role: standby, startup: 1m${second} }, { at: b2, role: standby, startup: 9m, capacity: 50% }]`,
        quick,
      );
    // With all of it after 3m + 1m, with less than half not even after 3m + 9m.
    expect(missing(standbys('', ''))).toEqual(['web replicas.1.capacity']);
    expect(missing(standbys(', capacity: 100%', ', capacity: 50%'))).toEqual([]);
    // Nobody states a share, so none counts.
    expect(missing(web('replicas: [{ at: b1 }, { at: b2 }]', quick))).toEqual([]);
  });

  describe('of a restore', () => {
    const kept = (backup: string, more = '', recovery = quick): string =>
      web('replicas: [{ at: b1, role: primary }]', `backups: { n: { every: 1h, ${backup} } }`, recovery, more).replace(
        'data: none',
        more.includes('data:') ? '' : 'data: { size: 1GB }',
      );

    test('how much there is and how fast, unless its time is stated, and where to', () => {
      expect(missing(kept('at: [b3], restore: {}', 'data: {}'))).toEqual([
        'web backups.n.restore.to',
        'web backups.n.restore.rate',
        'web data.size',
      ]);
      expect(missing(kept('at: [b3], restore: { to: [b3] }'))).toEqual(['web backups.n.restore.rate']);
      expect(missing(kept('at: [b3], restore: { to: [b3], rate: 1MB/s }', 'data: {}'))).toEqual(['web data.size']);
      expect(missing(kept('at: [b3], restore: { to: [b3], time: 1h }', 'data: {}'))).toEqual([]);
      expect(missing(kept('at: [b3], restore: { time: 1h }'))).toEqual(['web backups.n.restore.to']);
    });

    test('the place of the copy and those it is restored to; where the copy is it can be restored as well', () => {
      const feed = (backup: string): readonly string[] =>
        missing(kept(backup).replace('{ at: b1,', '{ at: b3, failsWith: [feed],'), ['feed']);
      expect(feed('restore: { to: [b3], time: 1h }')).toEqual(['web backups.n.at']);
      expect(feed('at: [b2], restore: { to: [b3], time: 1h }')).toEqual(['b2 in']);
      expect(feed('at: [b2], failsWith: [other], restore: { to: [b3], time: 1h }')).toEqual([]);
      expect(feed('at: [b3], restore: { to: [b1, b2], time: 1h }')).toEqual(['b1 in', 'b2 in']);
      expect(feed('at: [b2], restore: { to: [b1, b2], time: 1h }')).toEqual(['b2 in']);
      expect(feed('at: [b3], restore: { to: [b2, b3], time: 1h }')).toEqual([]);
    });

    test('both of two that may be the quicker one, and only that', () => {
      const two = (second: string): string =>
        kept(`at: [b3], restore: { to: [b3] } }, w: { every: 1h, at: [b3], restore: { to: [b3], ${second} }`);
      expect(missing(two(''))).toEqual(['web backups.n.restore.rate', 'web backups.w.restore.rate']);
      expect(missing(two('time: 1h'))).toEqual(['web backups.n.restore.rate']);
      expect(missing(two('time: 0s'))).toEqual([]);
    });

    test('nothing where a failover surely finishes, once the gate is open', () => {
      const doubled = kept(
        'at: [b3], restore: { to: [b3] }',
        '',
        'recovery: { mode: automatic, execute: 2m, uses: [] }',
      );
      const hot = ', { at: b3, role: standby, readiness: hot, replication: sync }]';
      expect(missing(doubled)).toEqual(['web recovery.detect', 'web backups.n.restore.rate']);
      expect(missing(doubled.replace('role: primary }]', `role: primary }${hot}`))).toEqual(['web recovery.detect']);
      // Nor where only its length is left out.
      expect(
        missing(doubled.replace('role: primary }]', `role: primary }${hot}`).replace('readiness: hot, ', '')),
      ).toEqual(['web recovery.detect', 'web replicas.1.startup']);
    });

    test('of damaged data, what keeps the damage from the copy; of a place only what is not said otherwise', () => {
      const damaged = (backup: string, more = ''): readonly string[] =>
        lose(kept(`restore: { to: [b3], time: 1h }, ${backup}`, more), ['feed'], { corrupt: ['web'] }).missing(
          'web',
          'time',
        );
      expect(damaged('at: [b3]')).toEqual(['web backups.n.immutable']);
      expect(damaged('at: [b2], immutable: true')).toEqual(['b2 in']);
      expect(damaged('at: [b2], offline: true')).toEqual(['b2 in']);
      expect(damaged('at: [b2], failsWith: [other]')).toEqual(['web backups.n.immutable']);
      expect(damaged('at: [b2], failsWith: [other], immutable: false')).toEqual([
        'web backups.n.failsWith',
        'web failsWith',
      ]);
      expect(damaged('immutable: true')).toEqual(['web backups.n.at']);
      const whole = kept(
        'immutable: true, restore: { to: [b3], time: 1h }',
        '',
        'recovery: { mode: automatic, uses: [] }',
      );
      expect(lose(whole, [], { corrupt: ['web'] }).missing('web', 'time')).toEqual([
        'web recovery.detect',
        'web backups.n.at',
      ]);
    });
  });

  describe('of those it waits for', () => {
    const others = `
  late: { replicas: [{ at: b1 }, { at: b3, role: standby, startup: 1m }], recovery: { mode: automatic, detect: 1m, uses: [] } }
  slow: { replicas: [{ at: b1 }, { at: b3, role: standby }], ${quick} }
  sure: { replicas: [{ at: b1 }, { at: b3, role: standby, startup: 9m }], ${quick} }
`;
    const waiting = (...fields: readonly string[]): readonly string[] => missing(web(...fields) + others);
    const hot = pair(', readiness: hot');
    const using = (uses: string): string => `recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [${uses}] }`;

    test('what it needs to run, to start, or to recover', () => {
      expect(waiting('dependsOn: { late: hard }', hot, quick)).toEqual(['late recovery.execute']);
      expect(waiting('dependsOn: { late: startup }', hot, quick)).toEqual(['late recovery.execute']);
      expect(waiting(hot, using('late, slow'))).toEqual(['late recovery.execute', 'slow replicas.1.startup']);
      expect(waiting('dependsOn: { late: soft }', hot, quick)).toEqual([]);
      expect(waiting('dependsOn: { sure: hard }', hot, using('sure'))).toEqual([]);
    });

    test('not what it would need to start where it runs, nor its tools', () => {
      expect(waiting('dependsOn: { late: startup, slow: hard }', 'replicas: [{ at: b3 }]', using('late'))).toEqual([
        'slow replicas.1.startup',
      ]);
    });

    test('each of a choice that may come too late, and none of one that surely comes in time', () => {
      const choice = (kind: string): string => `dependsOn: { any: { kind: ${kind}, anyOf: [late, slow] } }`;
      const both = ['late recovery.execute', 'slow replicas.1.startup'];
      expect(waiting(choice('hard'), hot, quick)).toEqual(both);
      expect(waiting(choice('startup'), hot, quick)).toEqual(both);
      // Ready after 12m: of any use only if it takes longer itself, and it does: 3m + 9m.
      expect(waiting('dependsOn: { any: { kind: hard, anyOf: [late, sure] } }', pair(', startup: 9m'), quick)).toEqual(
        [],
      );
    });

    test('the holder of the key of a backup', () => {
      const keyed = web(
        'replicas: [{ at: b1, role: primary }]',
        'backups: { n: { at: [b3], every: 1h, key: late, restore: { to: [b3], time: 1h } } }',
        quick,
      ).replace('data: none', 'data: { size: 1GB }');
      expect(missing(keyed + others)).toEqual(['late recovery.execute']);
    });

    test('nothing of who waits for itself', () => {
      expect(waiting(hot, using('web, late'))).toEqual([]);
    });
  });
});

describe('fields that would settle when a part of a loss is back', () => {
  /** A hall of b1 that burnt for good; b1 itself is back after 18h. */
  const yaml = (web: string): string => `
version: 1
domains: { other: { kind: hall } }
locations: { b1: { kind: building }, b1-1: { kind: hall, in: b1 }, b2: { kind: building } }
services:
  web: { data: none, ${web} }
`;
  const burnt = { ends: { b1: '18h', 'b1-1': 'never', web: '3h' } } as const;
  const told = (web: string, ids: readonly string[] = ['b1', 'b1-1']): readonly string[] => {
    const after = lose(yaml(web), ids, burnt);
    return [after.of('web').back, ...after.missing('web', 'time')];
  };
  const restart = 'recovery: { restart: { hosts: 30 } }';

  test('where in b1 it stands: in what burnt, or not', () => {
    expect(told('replicas: [{ at: b1 }]')).toEqual(['18h..never', 'b1 in']);
    expect(told(`replicas: [{ at: b1 }], ${restart}`)).toEqual(['18h..never', 'b1 in', 'web recovery.restart']);
  });

  test('not where the copy or the service says in which hall it stands', () => {
    expect(told(`replicas: [{ at: b1, failsWith: [other] }], ${restart}`)).toEqual([
      '18h..never',
      'web recovery.restart',
    ]);
    expect(told(`failsWith: [other], replicas: [{ at: b1 }], ${restart}`)).toEqual([
      '18h..never',
      'web recovery.restart',
    ]);
  });

  test('where a copy stands of which nobody says it, lost by name and back after 3h unless it stands in b1', () => {
    expect(told('replicas: [{}]', ['b1', 'b1-1', 'web'])).toEqual(['3h..never', 'web replicas.0.at']);
    expect(told('kind: external', ['b1', 'b1-1', 'web'])).toEqual(['3h..never', 'web failsWith']);
    expect(told(`kind: external, failsWith: [], ${restart}`, ['b1', 'b1-1', 'web'])).toEqual([
      '3h..never',
      'web recovery.restart',
    ]);
  });

  test('no place where all of it is back at once', () => {
    const after = lose(yaml(`replicas: [{ at: b1 }], ${restart}`), ['b1', 'b1-1'], { lasts: 3600 });
    expect(after.of('web').back).toBe('1h..never');
    expect(after.missing('web', 'time')).toEqual(['web recovery.restart']);
  });
});

describe('fields that are not asked for, since they settle nothing', () => {
  const service = (id: string, fields: readonly string[]): string =>
    ['', `  ${id}:`, ...fields.map((field) => `    ${field}`), ''].join('\n');
  const web = (...fields: readonly string[]): string => places + service('web', ['data: none', ...fields]);
  const time = (yaml: string, ids: readonly string[] = ['b1'], lasts?: number): readonly string[] =>
    lose(yaml, ids, { lasts }).missing('web', 'time');
  const loss = (yaml: string, ids: readonly string[] = ['b1'], lasts?: number): readonly string[] =>
    lose(yaml, ids, { lasts }).missing('web', 'loss');
  /** Nobody says how long it takes to notice, so that all else of the failover still counts. */
  const unnoticed = 'recovery: { mode: automatic, execute: 2m, uses: [] }';
  const gone = '{ at: b3, failsWith: [feed, b1], role: primary }';
  const others = `
  late: { replicas: [{ at: b1 }, { at: b3, role: standby, startup: 1m }], recovery: { mode: automatic, detect: 1m, uses: [] } }
  mid: { replicas: [{ at: b1 }, { at: b3, role: standby, startup: 5m }, { at: b3, name: two, role: standby }], ${quick} }
  sure: { replicas: [{ at: b1 }, { at: b3, role: standby, startup: 9m }], ${quick} }
`;

  test('what it depends on, of a time too', () => {
    expect(time(web('dependsOn: unknown', 'replicas: [{ at: b3 }]'))).toEqual(['web dependsOn']);
  });

  test('at best nothing is', () => {
    const { best } = lose(web(`replicas: [${gone}, { at: b3, role: standby }]`), ['b1']).outcome('web');
    expect([best.missing, best.missingForTime, best.missingForLoss]).toEqual([[], [], []]);
  });

  test('the place of a standby that starts no sooner than the one that is sure, and the startup of a hot one', () => {
    const standbys = (startup: string): string =>
      web(
        `replicas: [${gone}, { at: b3, name: sure, role: standby, startup: 5m }, { at: b2, role: standby, ${startup} }]`,
        unnoticed,
      );
    expect(time(standbys('startup: 1m'), ['feed'])).toEqual(['b2 in', 'web recovery.detect']);
    expect(time(standbys('startup: 5m'), ['feed'])).toEqual(['web recovery.detect']);
    expect(time(standbys('readiness: hot'), ['feed'])).toEqual(['b2 in', 'web recovery.detect']);
    const hot = web(
      `replicas: [${gone}, { at: b3, name: sure, role: standby, startup: 0s }, { at: b3, role: standby }]`,
      unnoticed,
    );
    expect(time(hot, ['feed'])).toEqual(['web recovery.detect']);
  });

  test('the place of a witness, or of a copy that may not be promoted, unless votes count', () => {
    const witness = '{ at: b2, name: w, role: witness }';
    expect(
      time(web(`replicas: [${gone}, { at: b3, role: standby, startup: 1m }, ${witness}]`, unnoticed), ['feed']),
    ).toEqual(['web recovery.detect']);
    const copied = web(
      `replicas: [${gone}, { at: b3, role: standby, startup: 1m }, { at: b2, role: replica, promotable: false }]`,
      unnoticed,
    );
    expect(time(copied, ['feed'])).toEqual(['web recovery.detect']);
    const voting = web('quorum: majority', `replicas: [{ at: b1 }, { at: b3 }, ${witness}]`, quick);
    expect(time(voting, ['feed', 'b1'])).toEqual(['b2 in']);
  });

  test('the place of a copy beside the primary that serves, unless shares count', () => {
    const led = (standby: string, capacity = ''): string =>
      web(
        `replicas: [{ at: b1, role: primary${capacity} }, { at: b2${capacity} }, { at: b3, role: standby, ${standby} }]`,
        'minCapacity: 50%',
        quick,
      );
    expect(time(led('startup: 1m'), ['feed'])).toEqual(['b1 in']);
    expect(time(led('startup: 1m, capacity: 100%', ', capacity: 100%'), ['feed'])).toEqual(['b1 in', 'b2 in']);
    // What serves states no share: that of a standby counts only where both have to make up what is needed.
    expect(time(led('readiness: hot, capacity: 100%'), ['feed'])).toEqual(['b1 in']);
    const half = web(
      `replicas: [${gone}, { at: b2 }, { at: b3, role: standby, startup: 1m, capacity: 50% }]`,
      unnoticed,
    );
    expect(time(half, ['feed'])).toEqual(['b2 in', 'web recovery.detect', 'web replicas.1.capacity']);
  });

  test('shares of a witness, of a standby that is lost, and of those beside one that comes at once', () => {
    expect(
      time(
        web(
          'replicas: [{ at: b1, capacity: 50% }, { at: b2 }, { at: b3, capacity: 50% }, { at: b3, name: w, role: witness }]',
          quick,
        ),
      ),
    ).toEqual(['web replicas.1.capacity']);
    expect(
      time(
        web(
          'replicas: [{ at: b1, role: primary, capacity: 100% }, { at: b3, failsWith: [b1], role: standby, startup: 1m }, { at: b3, name: two, role: standby, capacity: 100% }]',
          quick,
        ),
      ),
    ).toEqual(['web replicas.2.startup']);
    expect(
      time(
        web(
          'replicas: [{ at: b1, role: primary, capacity: 100% }, { at: b3, role: standby, readiness: hot, capacity: 100% }, { at: b3, name: two, role: standby, startup: 1m }]',
          unnoticed,
        ),
      ),
    ).toEqual(['web recovery.detect']);
    expect(
      time(
        web(
          'replicas: [{ at: b1, role: primary }, { at: b2 }, { at: b3, role: standby, readiness: hot, capacity: 100% }]',
          unnoticed,
        ),
      ),
    ).toEqual(['web recovery.detect']);
  });

  test('copies that may be gone where what is left goes on, and only somebody else is late', () => {
    const yaml = web('dependsOn: { late: hard }', 'replicas: [{ at: b3 }, { at: b2 }]') + others;
    expect(time(yaml, ['feed', 'b1'])).toEqual(['late recovery.execute']);
  });

  test('what it would need to start, where no way back is open', () => {
    const yaml = web('dependsOn: { late: startup }', 'replicas: [{ at: b2 }]', 'recovery: { uses: [] }') + others;
    expect(time(yaml, ['feed', 'b1'])).toEqual(['b2 in']);
  });

  test('what it needs to run, if that is surely there in time; but what it needs to start', () => {
    const own = (startup: string): string => `replicas: [${gone}, { at: b3, role: standby, startup: ${startup} }]`;
    const choice = 'dependsOn: { any: { kind: hard, anyOf: [late, sure] } }';
    // sure is ready after 1m + 2m + 9m = 12m at the latest; web after 2m + 10m at the soonest.
    expect(time(web(choice, own('10m'), unnoticed) + others)).toEqual(['web recovery.detect']);
    expect(time(web(choice, own('9m'), unnoticed) + others)).toEqual(['web recovery.detect', 'late recovery.execute']);
    // mid is ready after 3m to 8m, and only then do the 2m + 20m begin.
    expect(time(web('dependsOn: { mid: startup }', own('20m'), quick) + others)).toEqual(['mid replicas.2.startup']);
  });

  test('whatever holds up somebody who never comes back, or of whom another is enough', () => {
    expect(time(web('dependsOn: { late: hard }', 'replicas: [{ at: b1 }]', 'recovery: { uses: [] }') + others)).toEqual(
      [],
    );
    const lost = `  lost: { data: none, dependsOn: unknown, replicas: [{ at: b1 }], recovery: { uses: [] } }\n`;
    expect(
      time(web('dependsOn: { any: { kind: hard, anyOf: [lost, late] } }', 'replicas: [{ at: b3 }]') + others + lost),
    ).toEqual(['late recovery.execute']);
  });

  test('of a rebuild alone, all but what leads to it; nor what would be restored instead', () => {
    const rebuilt = web(
      'replicas: [{ at: b1 }]',
      'recovery: { mode: automatic, uses: [], rebuild: { to: [b3], takes: 30m } }',
      'backups: { n: { at: [b3], every: 1h, restore: { to: [b3] } } }',
    );
    expect(time(rebuilt)).toEqual(['web recovery.detect']);
  });

  test('of a way back that would surely be later than another', () => {
    // The outage is over after 4m; a failover takes at least 1m + 2m, a rebuild 1m + 1h, a restore 1m + 1h.
    const yaml = (more: string): string =>
      web(`replicas: [{ at: b1, role: primary }, { at: b3, role: standby }]`, more);
    expect(
      time(
        yaml('recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [], rebuild: { takes: 1h } }'),
        ['b1'],
        240,
      ),
    ).toEqual(['web replicas.1.startup']);
    const kept = yaml(quick) + '    backups: { n: { at: [b3], every: 1h, restore: { to: [b3], prepare: 1h } } }\n';
    expect(time(kept, ['b1'], 240)).toEqual(['web replicas.1.startup']);
  });

  test('of a way back that waits for the service itself', () => {
    const used = web(
      'replicas: [{ at: b1 }]',
      'recovery: { uses: [web], restart: { hosts: 30 }, rebuild: { to: [b3], takes: 1h } }',
    );
    expect(time(used, ['b1'], 60)).toEqual(['web recovery.restart']);
    const keyed = web(
      'replicas: [{ at: b1, role: primary }, { at: b3, role: standby }]',
      quick,
      'backups: { n: { at: [b3], every: 1h, key: web, restore: { to: [b3] } } }',
    );
    expect(time(keyed)).toEqual(['web replicas.1.startup']);
  });

  test('a restart whose length is stated', () => {
    const yaml = `
version: 1
locations: { b1: { kind: building }, b1-1: { kind: hall, in: b1 } }
services: { web: { data: none, replicas: [{ at: b1 }], recovery: { restart: 40m } } }
`;
    const after = lose(yaml, ['b1', 'b1-1'], { ends: { b1: '18h', 'b1-1': 'never' } });
    expect([after.of('web').back, ...after.missing('web', 'time')]).toEqual(['18h40m..never', 'b1 in']);
  });

  test('but the share of what returns later', () => {
    // With half of it back after 2h, it is enough after 18h if the other brings half or more.
    const yaml = web('replicas: [{ at: b1, capacity: 50% }, { at: b3 }]', 'recovery: { uses: [] }');
    const after = lose(yaml, ['b1', 'b3'], { ends: { b1: '2h', b3: '18h' } });
    expect([after.of('web').back, ...after.missing('web', 'time')]).toEqual(['18h..never', 'web replicas.1.capacity']);
  });

  test('for a loss: how long a way back takes, unless that decides which one it is', () => {
    const kept = (primary: string, backups: string): string =>
      web(`replicas: [{ at: b1, role: primary${primary} }]`, `backups: { ${backups} }`, unnoticed).replace(
        'data: none',
        'data: {}',
      );
    const far = 'far: { at: [b3], restore: { to: [b3], time: 1h } }';
    expect(loss(kept('', far))).toEqual(['web backups.far.every']);
    expect(loss(kept(', replication: async, lag: 5m', far))).toEqual(['web backups.far.every']);
    expect(loss(kept('', `${far}, near: { at: [b1], every: 1h, restore: { to: [b3], time: 1h } }`))).toEqual([
      'web backups.far.every',
    ]);
    // A failover of which only the length is left out comes before every restore, and loses what it lacks.
    const standby = kept('', far).replace(
      'role: primary }',
      'role: primary }, { at: b3, role: standby, replication: async }',
    );
    expect(loss(standby.replace(unnoticed, quick))).toEqual(['web replicas.1.lag']);
    // Of two the quicker one decides, and nobody knows which that is.
    const two =
      'far: { at: [b3], every: 1h, restore: { to: [b3] } }, old: { at: [b3], every: 24h, restore: { to: [b3], time: 1h } }';
    expect(loss(kept('', two).replace(unnoticed, quick))).toEqual(['web backups.far.restore.rate', 'web data.size']);
  });

  test('for a loss also what only decides between ways back that take equally long', () => {
    // The outage is over after 10m and costs nothing; a failover takes 1m + 9m and its startup, and costs 5s.
    const yaml = web(
      'replicas: [{ at: b1, role: primary }, { at: b3, role: standby, replication: async, lag: 5s }]',
      'recovery: { mode: automatic, detect: 1m, execute: 9m, uses: [] }',
    ).replace('data: none', 'data: {}');
    const after = lose(yaml, ['b1'], { lasts: 600 });
    expect(after.of('web')).toMatchObject({ back: '10m', loses: '0s..5s' });
    expect(time(yaml, ['b1'], 600)).toEqual([]);
    expect(loss(yaml, ['b1'], 600)).toEqual(['web replicas.1.startup']);
  });

  test('what it depends on, where all is lost for good whatever that is; nor ties of its own, where that alone is open', () => {
    const burnt = web('dependsOn: unknown', 'replicas: [{ at: b1 }]', 'recovery: { uses: [] }').replace(
      'data: none',
      'data: {}',
    );
    expect(lose(burnt, ['b1']).of('web')).toMatchObject({ back: 'never', loses: 'all' });
    expect([time(burnt), loss(burnt)]).toEqual([[], []]);
    const tied = web(
      'dependsOn: unknown',
      'replicas: [{ at: b1, role: primary }, { at: b3, role: standby }]',
      'recovery: { mode: automatic, detect: 1m, execute: 9m, uses: [] }',
    );
    expect(time(tied, ['b1'], 600)).toEqual(['web dependsOn']);
  });

  test('but for a loss which way back it is, if only the least or only the most that it costs differs', () => {
    // The outage costs nothing, a failover nothing or all.
    const most = web(
      'replicas: [{ at: b1, role: primary }, { at: b3, role: standby, replication: async }]',
      'recovery: { mode: automatic, detect: 1m, execute: 9m, uses: [] }',
    ).replace('data: none', 'data: {}');
    expect(loss(most, ['b1'], 600)).toEqual(['web replicas.1.lag', 'web replicas.1.startup']);
    // Nobody says how often; one of them takes an hour itself.
    const least = web(
      'replicas: [{ at: b1, role: primary }]',
      'backups: { far: { at: [b3], restore: { to: [b3] } }, slow: { at: [b3], takes: 1h, restore: { to: [b3], time: 1h } } }',
      quick,
    ).replace('data: none', 'data: { size: 1GB }');
    expect(loss(least)).toEqual(['web backups.far.every', 'web backups.slow.every', 'web backups.far.restore.rate']);
  });

  test('for a loss of what it needs to run: what it does itself, what another member spares, what is lost anyway', () => {
    const stores = `
  store: { data: {}, replicas: [{ at: b1, replication: async }, { at: b2, replication: async }] }
  cache: { data: {}, replicas: [{ at: b1, replication: async }, { at: b2, replication: async }] }
  static: { data: none, replicas: [{ at: b3 }] }
  burnt: { data: {}, dependsOn: unknown, replicas: [{ at: b1 }], recovery: { uses: [] } }
`;
    const either = web('dependsOn: { any: { kind: hard, anyOf: [store, burnt] } }', 'replicas: [{ at: b3 }]');
    expect(loss(either + stores)).toEqual(['store replicas.1.lag']);
    const recovering = web(
      'dependsOn: { store: hard }',
      'replicas: [{ at: b1, role: primary }, { at: b3, role: standby, replication: async, lag: 5s }]',
      'recovery: { mode: automatic, execute: 2m, uses: [], rebuild: { to: [b3], takes: 1h } }',
    );
    expect(loss(recovering + stores)).toEqual(['store replicas.1.lag']);
    const spared = web(
      'dependsOn: { store: hard, any: { kind: hard, anyOf: [cache, static] } }',
      'replicas: [{ at: b3 }]',
    );
    expect(loss(spared + stores)).toEqual(['store replicas.1.lag']);
    const lost = web('dependsOn: { store: hard }', 'replicas: [{ at: b1 }]', 'recovery: { uses: [] }').replace(
      'data: none',
      'data: {}',
    );
    expect(loss(lost + stores)).toEqual([]);
  });

  test('those of more than fifty services', () => {
    const ids = Array.from({ length: 60 }, (_, at) => `n${at + 10}`);
    const needs = ids.map((id) => `${id}: hard`).join(', ');
    const open = ids
      .map((id) => `  ${id}: { replicas: [{ at: b1 }, { at: b3, role: standby, readiness: hot }], ${unnoticed} }\n`)
      .join('');
    const found = time(web(`dependsOn: { ${needs} }`, 'replicas: [{ at: b3 }]') + open);
    // It itself is the first of the fifty.
    expect(found).toEqual(ids.slice(0, 49).map((id) => `${id} recovery.detect`));
  });
});
