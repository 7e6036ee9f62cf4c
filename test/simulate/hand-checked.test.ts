import { describe, expect, it } from 'vitest';
import type { Simulation } from '../../src/report/simulation.js';
import { fates } from './inventories.js';
import { filesOf, serviceIn, simulated } from './simulated.js';

const files = filesOf(fates);
const minute = 60;
const hour = 3600;
const day = 86_400;

describe('losing north', () => {
  const simulation = (): Simulation => simulated(files, { lose: ['north'] });
  const at = (id: string): object => {
    const { state, recovery, loss, via } = serviceIn(simulation(), id);
    return { state, recovery, loss, via };
  };
  const same = (value: unknown): object => ({ best: value, worst: value });

  it('takes what stands in it', () => {
    expect(simulation().lost).toEqual(['north', 'north-1']);
  });

  it('names every service once, by id', () => {
    expect(simulation().services.map(({ id }) => id)).toEqual(
      'alone chat console ledger open quick search shop steady web'.split(' '),
    );
  });

  it('lets a failover wait for its tool: console is ready after 1m + 30m + 10m = 41m, later than 5m + 30m', () => {
    expect(at('console')).toEqual({ state: same('down'), recovery: same(41 * minute), loss: same(0), via: 'failover' });
    // 41m + execute 15m + redirect 5m; the standby lags 5s behind.
    expect(at('chat')).toEqual({ state: same('down'), recovery: same(61 * minute), loss: same(5), via: 'failover' });
  });

  it('makes a service wait for its hard dependency, and lose what that loses', () => {
    expect(at('web')).toEqual({ state: same('down'), recovery: same(61 * minute), loss: same(5), via: 'none' });
  });

  it('only degrades a service without a soft dependency', () => {
    expect(at('shop')).toEqual({ state: same('degraded'), recovery: same(0), loss: same(0), via: 'none' });
    expect(serviceIn(simulation(), 'shop').because).toEqual(['shop goes on without search (soft dependency)']);
  });

  it('rebuilds what holds no data: 1m + 2h', () => {
    expect(at('search')).toEqual({ state: same('down'), recovery: same(121 * minute), loss: same(0), via: 'rebuild' });
  });

  it('restores from the backup: 30m + 40 TB / 200 MB/s = 200,000 s + 1h; gone are 24h + 2h', () => {
    expect(at('ledger')).toEqual({
      state: same('down'),
      recovery: same(30 * minute + 200_000 + hour),
      loss: same(26 * hour),
      via: 'restore',
    });
  });

  it('gives a range where a step is not stated', () => {
    expect(at('open')).toEqual({
      state: same('down'),
      recovery: { best: 10 * minute, worst: null },
      loss: same(0),
      via: 'failover',
    });
    expect(simulation().gaps).toEqual([{ field: 'recovery.execute', subjects: ['open'], services: 1 }]);
  });

  it('says never for what has no way back, and why', () => {
    expect(at('alone')).toEqual({ state: same('down'), recovery: same(null), loss: same(0), via: 'never' });
    expect(simulation().causes).toEqual([
      { services: ['alone'], circular: false, because: 'no standby, no rebuild, no end of the loss', holdsUp: [] },
    ]);
  });

  it('leaves alone what runs elsewhere too', () => {
    expect(serviceIn(simulation(), 'steady')).toEqual({
      id: 'steady',
      state: same('up'),
      recovery: same(0),
      loss: same(0),
      via: 'none',
      because: [],
    });
  });

  it('holds the objectives against it', () => {
    const verdicts = simulation().objectives.map(
      ({ service, objective, target, promisedFor, verdict }) =>
        `${service} ${objective} ${target} ${promisedFor ?? '-'} ${verdict}`,
    );
    expect(verdicts).toEqual([
      'alone rto 1800 building broken',
      'chat rto 1800 building broken',
      'chat rpo 0 building broken',
      'console rto 600 building broken',
      'open rto 1800 building unknown',
      'quick rto 1800 building broken',
      'steady rto 1800 building kept',
      'steady rpo 60 building kept',
      'web rto 1800 building broken',
    ]);
  });

  it('tells whose data is gone, and who loses it too', () => {
    expect(simulation().dataLosses.map(({ service, inheritedBy }) => [service, inheritedBy])).toEqual([
      ['ledger', []],
      ['chat', ['web']],
    ]);
  });
});

describe('what is lost', () => {
  const recovery = (request: Parameters<typeof simulated>[1], id: string): object =>
    serviceIn(simulated(files, request), id).recovery;

  it('comes back when the domain says, or the scenario, or the command line, in rising order of say', () => {
    expect(simulated(files, { lose: ['south'] }).event.lasts).toBe(4 * day);
    expect(simulated(files, { lose: ['north'] }).event.lasts).toBeNull();
    expect(recovery({ scenarios: ['flood'] }, 'alone')).toEqual({ best: 3 * day, worst: 3 * day });
    expect(recovery({ scenarios: ['flood'], lasts: hour }, 'alone')).toEqual({ best: hour, worst: hour });
  });

  it('lasts, several at once, until the last of them is back', () => {
    expect(simulated(files, { lose: ['south'], scenarios: ['flood'] }).event.lasts).toBe(4 * day);
    expect(simulated(files, { lose: ['south', 'north'] }).event.lasts).toBeNull();
    expect(recovery({ lose: ['south'], scenarios: ['flood'] }, 'steady')).toEqual({ best: 4 * day, worst: 4 * day });
  });

  it('never comes back where it is destroyed, whatever anybody says', () => {
    expect(recovery({ scenarios: ['flood'], destroys: true }, 'alone')).toEqual({ best: null, worst: null });
    expect(simulated(files, { scenarios: ['fire'], lasts: hour }).event).toMatchObject({ lasts: null, destroys: true });
  });

  it('may be a service by name: then a copy elsewhere does not help', () => {
    const simulation = simulated(files, { lose: ['steady'] });
    expect(simulation.lost).toEqual(['steady']);
    expect(serviceIn(simulation, 'steady').state).toEqual({ best: 'down', worst: 'down' });
    expect(simulation.objectives.find(({ service }) => service === 'steady')?.promisedFor).toBeNull();
  });

  it('may be data: every copy of it is damaged, and nothing is lost', () => {
    const simulation = simulated(files, { corrupt: ['ledger'] });
    expect(simulation.lost).toEqual([]);
    expect(simulation.event.corrupt).toEqual(['ledger']);
    expect(serviceIn(simulation, 'ledger').state).toEqual({ best: 'down', worst: 'down' });
    // Neither the service nor its backup names an account: whether the damage reaches the backup is not known.
    expect(serviceIn(simulation, 'ledger').loss).toEqual({ best: 26 * hour, worst: null });
    expect(simulated(files, { scenarios: ['burglary'] }).services).toEqual(simulation.services);
  });

  it('may be several things by scenario and by name, each once', () => {
    const { event, lost } = simulated(files, { lose: ['south', 'north', 'south'], scenarios: ['burglary', 'flood'] });
    expect(event).toMatchObject({ lose: ['north', 'south'], corrupt: ['ledger'], scenarios: ['burglary', 'flood'] });
    expect(lost).toEqual(['north', 'north-1', 'south', 'south-1']);
  });
});

describe('a service that has lost some of its capacity', () => {
  it('runs on at what is left, and is back when there is enough again', () => {
    const pair = `
version: 1
locations: { a: { kind: building }, b: { kind: building } }
services:
  s:
    minCapacity: 80%
    replicas: [{ at: a, capacity: 60% }, { at: b, capacity: 60% }]
    recovery: { mode: automatic, detect: 1m, uses: [], rebuild: { to: [b], takes: 9m } }
`;
    const service = serviceIn(simulated(filesOf(pair), { lose: ['a'] }), 's');
    expect(service).toMatchObject({
      state: { best: 'degraded', worst: 'degraded' },
      recovery: { best: 600, worst: 600 },
    });
    expect(service.because).toEqual([
      's runs at 60% of its peak load meanwhile, of the 80% it needs',
      's 10m = detect 1m + rebuild 9m',
    ]);
  });
});

describe('numbers', () => {
  it('carry no dust of decimal sums', () => {
    const dusty = `
version: 1
locations: { a: { kind: building }, b: { kind: building } }
services:
  s:
    data: none
    replicas: [{ at: a, role: primary }, { at: b, role: standby, startup: 200ms }]
    recovery: { mode: automatic, detect: 100ms, execute: 0s, uses: [] }
`;
    expect(serviceIn(simulated(filesOf(dusty), { lose: ['a'] }), 's').recovery).toEqual({ best: 0.3, worst: 0.3 });
  });
});

describe('what counts as in time', () => {
  const widths = filesOf(`
version: 1
domains: { feed: { kind: power } }
locations: { r: { kind: region }, a: { kind: building }, b: { kind: building } }
services:
  s:
    objectives: { rto: 30m, rpo: 5m, survive: { power: { rto: 4h }, building: { rto: 1h, rpo: 1m } } }
    replicas: [{ at: a }, { at: b }]
  t:
    objectives: { survive: { building: { rto: 4h }, power: { rto: 1h }, region: { rpo: 1m } } }
    replicas: [{ at: a }, { at: b }]
`);
  const targets = (lose: readonly string[]): readonly string[] =>
    simulated(widths, { lose }).objectives.map(
      ({ service, objective, target, promisedFor }) =>
        `${service} ${objective} ${target / minute}m ${promisedFor ?? '-'}`,
    );

  it('is what is promised for the kind of loss, and otherwise what is promised for all', () => {
    expect(targets(['a'])).toEqual(['s rto 60m building', 's rpo 1m building', 't rto 240m building']);
    expect(targets(['feed'])).toEqual(['s rto 240m power', 's rpo 5m power', 't rto 60m power']);
    expect(targets(['s'])).toEqual(['s rto 30m -', 's rpo 5m -']);
    expect(targets(['r'])).toEqual(['s rto 30m -', 's rpo 5m -', 't rpo 1m region']);
  });

  it('is the widest of several, none of them promised: each promise is for one loss alone', () => {
    expect(targets(['a', 'feed'])).toEqual(['s rto 240m -', 's rpo 5m -', 't rto 240m -']);
    expect(targets(['a', 'b'])).toEqual(['s rto 60m -', 's rpo 1m -', 't rto 240m -']);
    expect(targets(['a', 'r'])).toEqual(['s rto 60m -', 's rpo 1m -', 't rto 240m -', 't rpo 1m -']);
  });
});
