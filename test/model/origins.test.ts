import { describe, expect, it } from 'vitest';
import { modelOf, spot } from './link.js';

const model = modelOf(
  `
locations: { here: { coordinates: [1, 2] } }
domains: { grid: {} }
services:
  x:
    tier: t
    objectives: { rto: 1h, survive: { region: { rpo: 0s } } }
    dependsOn: { y: hard }
    recovery: { decide: unknown, uses: [y] }
    data: none
    backups: { nightly: { every: 24h, restore: { time: 2h } } }
  y: { kind: external }
  z: { replicas: [{ at: here, lag: 5s }], minCapacity: unknown }
  e: { tier: outside }
scenarios: { flood: { lose: here } }
`,
  `
tiers:
  t: { owner: team, objectives: { rpo: 0s, survive: { region: { rto: 4h } } }, data: { size: 1TB } }
  outside: { kind: external, owner: team }
drills:
  - { date: 2024-03-01, lose: here }
  - { date: 2024-01-01, lose: here, result: recovered }
`,
  `
defaults:
  recovery: { decide: 30m, detect: 5m }
  backups: { nightly: { at: here, restore: { rate: 1MB/s, to: here } } }
  replicas: [{ lag: 1s, startup: 1m }]
  dependsOn: { y: { kind: soft, note: dns } }
replicas: { x: [{ at: here }, { at: here, role: standby }] }
`,
);

describe('the origin of an effective value', () => {
  it.each([
    ['x', 'tier', 'service a.yaml services/x/tier'],
    ['x', 'objectives/rto', 'service a.yaml services/x/objectives/rto'],
    ['x', 'objectives', 'service a.yaml services/x/objectives'],
    ['x', 'owner', 'tier b.yaml tiers/t/owner'],
    ['x', 'objectives/rpo', 'tier b.yaml tiers/t/objectives/rpo'],
    ['x', 'recovery/detect', 'defaults c.yaml defaults/recovery/detect'],
    ['x', 'backups/nightly/every', 'service a.yaml services/x/backups/nightly/every'],
    ['x', 'backups/nightly/at', 'defaults c.yaml defaults/backups/nightly/at'],
    ['x', 'backups/nightly/restore/to', 'defaults c.yaml defaults/backups/nightly/restore/to'],
    ['x', 'objectives/survive/region/rto', 'tier b.yaml tiers/t/objectives/survive/region/rto'],
    ['x', 'objectives/survive/region/rpo', 'service a.yaml services/x/objectives/survive/region/rpo'],
    ['x', 'recovery/uses/0', 'service a.yaml services/x/recovery/uses/0'],
    ['x', 'dependsOn/y', 'service a.yaml services/x/dependsOn/y'],
    ['z', 'dependsOn/y/kind', 'defaults c.yaml defaults/dependsOn/y/kind'],
    ['z', 'objectives/survive', 'built-in a.yaml @services/z'],
    ['z', 'kind', 'built-in a.yaml @services/z'],
    ['e', 'kind', 'tier b.yaml tiers/outside/kind'],
    ['e', 'owner', 'absent a.yaml @services/e'],
    ['y', 'recovery/detect', 'absent a.yaml @services/y'],
    ['x', 'demand', 'absent a.yaml @services/x'],
    ['x', 'recovery/execute', 'absent a.yaml @services/x'],
  ])('of %s %s', (id, path, expected) => {
    expect(origin(id, path)).toBe(expected);
  });

  it('is where the targets of the service stand, for a kind of loss without targets of its own', () => {
    expect(origin('x', 'objectives/survive/building/rto')).toBe('service a.yaml services/x/objectives/rto');
    expect(origin('z', 'objectives/survive/building/rto')).toBe('absent a.yaml @services/z');
  });

  it('is where `unknown` stands, which hides what is behind it', () => {
    expect(origin('x', 'recovery/decide')).toBe('absent a.yaml services/x/recovery/decide');
    expect(origin('z', 'minCapacity')).toBe('built-in a.yaml services/z/minCapacity');
  });

  it('is in the `replicas` section where the replicas are', () => {
    expect(origin('x', 'replicas')).toBe('service c.yaml replicas/x');
    expect(origin('x', 'replicas/1/role')).toBe('service c.yaml replicas/x/1/role');
    expect(origin('x', 'replicas/0/role')).toBe('built-in a.yaml @services/x');
  });

  it('is never in a list or a map that another one replaces', () => {
    expect(origin('z', 'replicas/0/lag')).toBe('service a.yaml services/z/replicas/0/lag');
    expect(origin('z', 'replicas/0/startup')).toBe('absent a.yaml @services/z');
    expect(origin('x', 'replicas/0/lag')).toBe('absent a.yaml @services/x');
    expect(origin('x', 'data/size')).toBe('absent a.yaml @services/x');
    expect(origin('x', 'backups/nightly/restore/rate')).toBe('absent a.yaml @services/x');
  });
});

describe('the place of a thing', () => {
  it.each([
    ['domain', 1, '', 'a.yaml @locations/here'],
    ['domain', 0, '', 'a.yaml @domains/grid'],
    ['domain', 1, 'coordinates/1', 'a.yaml locations/here/coordinates/1'],
    ['domain', 1, 'capacity', 'a.yaml @locations/here'],
    ['service', 1, '', 'a.yaml @services/x'],
    ['service', 1, 'recovery/decide', 'a.yaml services/x/recovery/decide'],
    ['service', 1, 'recovery/detect', 'a.yaml @services/x'],
    ['service', 1, 'replicas/1', 'c.yaml replicas/x/1'],
    ['service', 1, 'replicas/7', 'a.yaml @services/x'],
    ['scenario', 0, '', 'a.yaml @scenarios/flood'],
    ['scenario', 0, 'lose', 'a.yaml scenarios/flood/lose'],
    ['drill', 0, '', 'b.yaml drills/1'],
    ['drill', 0, 'result', 'b.yaml drills/1/result'],
    ['drill', 1, '', 'b.yaml drills/0'],
    ['drill', 1, 'result', 'b.yaml drills/0'],
  ] as const)('%s %i %s', (type, index, path, expected) => {
    expect(spot(model.place({ type, index }, keys(path)))).toBe(expected);
  });

  it('needs no path', () => {
    expect(spot(model.place({ type: 'service', index: 1 }))).toBe('a.yaml @services/x');
  });
});

function origin(id: string, path: string): string {
  const { layer, place } = model.origin(model.serviceById.get(id) ?? -1, keys(path));
  return `${layer} ${spot(place)}`;
}

function keys(path: string): (string | number)[] {
  return path === '' ? [] : path.split('/').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}
