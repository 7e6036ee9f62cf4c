import { describe, expect, it } from 'vitest';
import { problemOf, problemsOf, spot } from './link.js';

describe('a value that cannot be read', () => {
  it.each([
    ['services: { x: { recovery: { detect: 5 } } }', 'type', 'services/x/recovery/detect'],
    ['services: { x: { recovery: { detect: "1:30" } } }', 'value', 'services/x/recovery/detect'],
    ['services: { x: { backups: { b: { restore: { rate: 0MB/s } } } } }', 'value', 'services/x/backups/b/restore/rate'],
    [
      'services: { x: { backups: { b: { tested: { date: 2023-02-29 } } } } }',
      'value',
      'services/x/backups/b/tested/date',
    ],
    ['services: { x: { minCapacity: 40 } }', 'type', 'services/x/minCapacity'],
    ['services: { x: { data: all } }', 'type', 'services/x/data'],
    ['services: { x: { data: { size: 4 lorries } } }', 'value', 'services/x/data/size'],
    ['services: { x: { quorum: 0 } }', 'value', 'services/x/quorum'],
    ['services: { x: { kind: thing } }', 'value', 'services/x/kind'],
    ['services: { x: { dependsOn: { y: firm } }, y: {} }', 'value', 'services/x/dependsOn/y'],
    ['services: { x: { replicas: {} } }', 'type', 'services/x/replicas'],
    ['services: { x: { replicas: [here] } }', 'type', 'services/x/replicas/0'],
    ['services: { x: {} }\nreplicas: { x: here }', 'type', 'replicas/x'],
    ['services: { x: { replicas: [{ at: [] }] } }', 'type', 'services/x/replicas/0/at'],
    ['services: { x: { replicas: [{ at: [1] }] } }', 'type', 'services/x/replicas/0/at/0'],
    ['services: { x: { failsWith: here } }', 'type', 'services/x/failsWith'],
    ['services: { x: { failsWith: [{ allOf: here }] } }', 'type', 'services/x/failsWith/0/allOf'],
    ['services: { x: { objectives: { survive: 3 } } }', 'type', 'services/x/objectives/survive'],
    ['services: { x: { objectives: { survive: [3] } } }', 'type', 'services/x/objectives/survive'],
    ['locations: { x: { coordinates: [1] } }', 'type', 'locations/x/coordinates'],
    ['locations: { x: { capacity: -1 } }', 'type', 'locations/x/capacity'],
    ['scenarios: { x: { destroys: maybe } }', 'type', 'scenarios/x/destroys'],
    ['drills: [{ date: 2024-13-01 }]', 'value', 'drills/0/date'],
    ['drills: [{}]', 'type', 'drills/0'],
    ['defaults: { recovery: { verify: soon } }', 'value', 'defaults/recovery/verify'],
    ['services: [x]', 'type', '@services'],
    ['services: { x: 3 }', 'type', '@services/x'],
    ['drills: {}', 'type', '@drills'],
    ['[]', 'type', ''],
  ])('is a problem at its place: %s', (text, code, path) => {
    const problem = problemOf(text);
    expect(problem.code).toBe(code);
    expect(spot(problem.at)).toBe(`a.yaml ${path}`);
  });

  it('is reported where it stands, once, for all who inherit it', () => {
    const problems = problemsOf(
      'tiers: { t: { objectives: { rto: 30 } } }\nservices: { a: { tier: t }, b: { tier: t } }',
    );
    expect(problems.map(({ at }) => spot(at))).toEqual(['a.yaml tiers/t/objectives/rto']);
  });

  it('says what to write instead', () => {
    expect(problemOf('services: { x: { recovery: { detect: "1:30" } } }')).toMatchObject({
      message: '`1:30` looks like a time of day',
      help: 'write `1h30m` (hours and minutes) or `1m30s` (minutes and seconds)',
    });
  });
});
