import { describe, expect, it } from 'vitest';
import { estate, problemOf, problemsOf, spot } from './link.js';

/** Every field that names something: what is written, and where the name stands. */
const fields: readonly (readonly [field: string, text: (id: string) => string, place: string, wants: string])[] = [
  ['in', (id) => `locations: { x: { in: ${id} } }`, 'locations/x/in', 'location'],
  ['failsWith', (id) => `locations: { x: { failsWith: [grid, ${id}] } }`, 'locations/x/failsWith/1', 'domain'],
  ['failsWith', (id) => `domains: { x: { failsWith: [${id}] } }`, 'domains/x/failsWith/0', 'domain'],
  [
    'failsWith',
    (id) => `domains: { x: { failsWith: [{ allOf: [grid, ${id}] }] } }`,
    'domains/x/failsWith/0/allOf/1',
    'domain',
  ],
  ['failsWith', (id) => `services: { x: { failsWith: [${id}] } }`, 'services/x/failsWith/0', 'domain'],
  ['at', (id) => `services: { x: { replicas: [{ at: ${id} }] } }`, 'services/x/replicas/0/at', 'location'],
  ['at', (id) => `services: { x: { replicas: [{ at: [north, ${id}] }] } }`, 'services/x/replicas/0/at/1', 'location'],
  [
    'failsWith',
    (id) => `services: { x: { replicas: [{ failsWith: [${id}] }] } }`,
    'services/x/replicas/0/failsWith/0',
    'domain',
  ],
  ['at', (id) => `services: { x: { backups: { b: { at: [${id}] } } } }`, 'services/x/backups/b/at/0', 'location'],
  ['key', (id) => `services: { x: { backups: { b: { key: ${id} } } } }`, 'services/x/backups/b/key', 'service'],
  [
    'to',
    (id) => `services: { x: { backups: { b: { restore: { to: [${id}] } } } } }`,
    'services/x/backups/b/restore/to/0',
    'location',
  ],
  [
    'failsWith',
    (id) => `services: { x: { backups: { b: { failsWith: [${id}] } } } }`,
    'services/x/backups/b/failsWith/0',
    'domain',
  ],
  ['uses', (id) => `services: { x: { recovery: { uses: [dns, ${id}] } } }`, 'services/x/recovery/uses/1', 'service'],
  [
    'to',
    (id) => `services: { x: { recovery: { rebuild: { to: ${id} } } } }`,
    'services/x/recovery/rebuild/to',
    'location',
  ],
  [
    'hostedOn',
    (id) => `services: { x: { recovery: { runbook: { hostedOn: ${id} } } } }`,
    'services/x/recovery/runbook/hostedOn',
    'anything',
  ],
  ['dependsOn', (id) => `services: { x: { dependsOn: { ${id}: hard } } }`, '@services/x/dependsOn/ID', 'service'],
  [
    'anyOf',
    (id) => `services: { x: { dependsOn: { free: { anyOf: [dns, ${id}] } } } }`,
    'services/x/dependsOn/free/anyOf/1',
    'service',
  ],
  ['lose', (id) => `scenarios: { s: { lose: ${id} } }`, 'scenarios/s/lose', 'anything'],
  ['lose', (id) => `scenarios: { s: { lose: [grid, ${id}] } }`, 'scenarios/s/lose/1', 'anything'],
  ['corrupt', (id) => `scenarios: { s: { corrupt: [${id}] } }`, 'scenarios/s/corrupt/0', 'service'],
  ['lose', (id) => `drills: [{ date: 2024-01-01, lose: [${id}] }]`, 'drills/0/lose/0', 'anything'],
  ['services', (id) => `drills: [{ date: 2024-01-01, services: [${id}] }]`, 'drills/0/services/0', 'service'],
  ['measured', (id) => `drills: [{ date: 2024-01-01, measured: { ${id}: {} } }]`, '@drills/0/measured/ID', 'service'],
  ['digests', (id) => `drills: [{ date: 2024-01-01, digests: { ${id}: x } }]`, '@drills/0/digests/ID', 'service'],
  ['covers', (id) => `plans: { p: { covers: [dns, ${id}] } }`, 'plans/p/covers/1', 'anything'],
  ['covers', (id) => `plans: { p: { covers: ${id} } }`, 'plans/p/covers', 'anything'],
  ['hostedOn', (id) => `plans: { p: { hostedOn: ${id} } }`, 'plans/p/hostedOn', 'anything'],
  ['at', (id) => `plans: { p: { roles: { lead: { at: ${id} } } } }`, 'plans/p/roles/lead/at', 'location'],
  [
    'deputyAt',
    (id) => `plans: { p: { roles: { lead: { deputyAt: [${id}] } } } }`,
    'plans/p/roles/lead/deputyAt/0',
    'location',
  ],
  [
    'channels',
    (id) => `plans: { p: { communication: { channels: [${id}] } } }`,
    'plans/p/communication/channels/0',
    'service',
  ],
  ['behind', (id) => `suppliers: { s: { behind: [${id}] } }`, 'suppliers/s/behind/0', 'anything'],
  ['uses', (id) => `tiers: { t: { recovery: { uses: [${id}] } } }`, 'tiers/t/recovery/uses/0', 'service'],
  ['at', (id) => `defaults: { replicas: [{ at: ${id} }] }`, 'defaults/replicas/0/at', 'location'],
];

const examples = { location: ['north', 'locatoin'], domain: ['grid', 'gird'], service: ['kms', 'kns'] } as const;

describe.each(fields)('`%s` in %s', (field, text, path, wants) => {
  const place = (id: string): string => `b.yaml ${path.replace('ID', id)}`;

  it('refuses a name that is not defined, at the name', () => {
    const problem = problemOf(estate, text('zzzzzzzz'));
    expect(problem).toMatchObject({
      code: 'reference',
      message: `\`${field}\` names \`zzzzzzzz\`, which is not defined`,
    });
    expect(problem.help).toMatch(/^define it under `/);
    expect(spot(problem.at)).toBe(place('zzzzzzzz'));
  });

  it('suggests a name of the right sort', () => {
    const [id, slip] =
      wants === 'location' ? ['south-a', 'south-b'] : wants === 'domain' ? ['grid', 'grit'] : ['console', 'consul'];
    expect(problemOf(estate, text(slip)).help).toBe(`did you mean \`${id}\`?`);
  });

  it('accepts what it may name and says what is wrong with the rest', () => {
    const accepted = {
      location: ['north'],
      domain: ['north', 'grid'],
      service: ['kms'],
      anything: ['north', 'grid', 'kms'],
    };
    for (const id of [examples.location[0], examples.domain[0], examples.service[0]]) {
      const problems = problemsOf(estate, text(id));
      if (Object.entries(accepted).some(([key, ids]) => key === wants && ids.includes(id)))
        expect(problems).toEqual([]);
      else {
        const [noun] =
          Object.entries({ location: 'north', domain: 'grid', service: 'kms' }).find(([, name]) => name === id) ?? [];
        expect(problems).toHaveLength(1);
        expect(problems[0]?.code).toBe('reference');
        expect(problems[0]?.message).toContain(`\`${field}\` names \`${id}\`, which is a ${noun ?? ''}, not a `);
        expect(problems.map(({ at }) => spot(at))).toEqual([place(id)]);
      }
    }
  });
});

describe('references', () => {
  it.each(['at', 'to'])('`%s` that names a shared risk points to `failsWith`', (field) => {
    const text = field === 'at' ? 'replicas: [{ at: grid }]' : 'recovery: { rebuild: { to: grid } }';
    expect(problemOf(estate, `services: { x: { ${text} } }`).help).toBe(
      `\`${field}\` names a place; write \`failsWith: [grid]\` for what is lost with \`grid\``,
    );
  });

  it('refuses a tier that is not defined', () => {
    const problem = problemOf(estate, 'services: { x: { tier: critcal } }');
    expect(problem).toMatchObject({
      code: 'reference',
      message: '`tier` names `critcal`, which is not defined',
      help: 'did you mean `critical`?',
    });
    expect(spot(problem.at)).toBe('b.yaml services/x/tier');
  });

  it('refuses a service that depends on itself', () => {
    const problem = problemOf(estate, 'services: { x: { dependsOn: { x: soft } } }');
    expect(problem).toMatchObject({ code: 'reference', message: '`x` depends on itself' });
    expect(spot(problem.at)).toBe('b.yaml @services/x/dependsOn/x');
  });

  it('refuses a service that depends on itself as one of several', () => {
    const problem = problemOf(estate, 'services: { x: { dependsOn: { y: { anyOf: [x, dns] } } } }');
    expect(problem).toMatchObject({ code: 'reference', message: '`x` depends on itself' });
    expect(spot(problem.at)).toBe('b.yaml services/x/dependsOn/y/anyOf');
  });

  it('refuses placements of a service that is not defined', () => {
    const problem = problemOf(estate, 'replicas: { consoel: [{ at: north }] }');
    expect(problem).toMatchObject({
      code: 'reference',
      message: '`replicas` names `consoel`, which is not defined',
      help: 'did you mean `console`?',
    });
    expect(spot(problem.at)).toBe('b.yaml @replicas/consoel');
  });

  it('reports a wrong name in a default once, however many services inherit it', () => {
    const services = Array.from({ length: 20 }, (_, i) => `s${i}: {}`).join(', ');
    const problem = problemOf(`defaults: { recovery: { uses: [nobody] } }\nservices: { ${services} }`);
    expect(spot(problem.at)).toBe('a.yaml defaults/recovery/uses/0');
  });

  it('reports a wrong name in a default that every service overrides', () => {
    const problem = problemOf(
      'defaults: { recovery: { uses: [nobody] } }\nservices: { x: { recovery: { uses: [] } } }',
    );
    expect(spot(problem.at)).toBe('a.yaml defaults/recovery/uses/0');
  });

  it('suggests nothing for a name that resembles none', () => {
    expect(problemOf(estate, 'services: { x: { recovery: { uses: [octopus] } } }').help).toBe(
      'define it under `services`',
    );
  });

  it('takes names that mean something in the language the tool is written in', () => {
    expect(
      problemsOf(
        'services: { constructor: { dependsOn: { valueOf: hard } }, valueOf: {} }\ndefaults: { dependsOn: {} }',
      ),
    ).toEqual([]);
    expect(problemOf('services: { x: { dependsOn: { toString: hard } } }').code).toBe('reference');
  });
});
