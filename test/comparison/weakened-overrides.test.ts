import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.js';
import type { PolicyTerms } from '../../src/comparison/policy-terms.js';
import { severities, type Severity } from '../../src/finding.js';
import { loadInventory } from '../../src/load-inventory.js';
import type { Model, Service } from '../../src/model/model.js';
import { overridden, type Override } from '../../src/rules/override.js';
import { selectableFields, type Selector } from '../../src/selection/selector.js';
import { runs } from '../support/runs.js';
import { emptyTerms } from '../support/terms.js';

const files = [
  {
    path: 'i.yaml',
    content: `tiers: { gold: { rank: 1 }, iron: { rank: 2 }, tin: { rank: 3 } }
services:
  a: { tier: gold, owner: me, dependsOn: none, replicas: [] }
  b: { tier: gold, owner: you, dependsOn: none, replicas: [] }
  c: { tier: iron, owner: me, dependsOn: none, replicas: [] }
  d: { tier: iron, owner: you, dependsOn: none, replicas: [] }
  e: { tier: tin, owner: you, dependsOn: none, replicas: [] }
  f: { owner: us, dependsOn: none, replicas: [] }
`,
  },
];

function modelOf(): Model {
  const loaded = loadInventory(files);
  if (!loaded.ok) throw new Error('the inventory cannot be read');
  return loaded.model;
}

type Level = Severity | 'off';

/** `gold: high` and the like: an override of one rule. */
function override(select: Selector, rule: string, severity: Level): Override {
  return { select, rules: new Map([[rule, { severity }]]) };
}

function listed(before: Partial<PolicyTerms>, now: Partial<PolicyTerms>): readonly string[] {
  const asked = { before: { ...emptyTerms, ...before }, now: { ...emptyTerms, ...now } };
  const since = { ref: 'main', commit: 'c0ffee', head: undefined, files, asked };
  const { change } = audit(files, { now: '2026-06-30', since });
  if (change === undefined) throw new Error('the report says nothing of a change');
  return change.weakened.map(({ area, message }) => `${area}: ${message}`);
}

/** Overrides of one rule written as `tier=gold: high; owner=me: low`. */
function overrides(text: string, rule: string): readonly Override[] {
  return text
    .split('; ')
    .filter((one) => one !== '')
    .map((one) => {
      const [, field, pattern = '', level] = /^(\w+)=(\S+): (\w+)$/.exec(one) ?? [];
      const key = selectableFields.find((name) => name === field);
      const severity = ([...severities, 'off'] as const).find((name) => name === level);
      if (key === undefined || severity === undefined) throw new Error(`no override: ${one}`);
      return override({ [key]: pattern.split(',') }, rule, severity);
    });
}

/** A rule that counts medium for every service. */
const usual: PolicyTerms['rules'] = new Map([['plan-missing', { severity: 'medium' }]]);

/** What is listed where overrides of a rule are replaced. */
function replaced(before: string, now: string, rule = 'plan-missing'): readonly string[] {
  return listed(
    { rules: usual, overrides: overrides(before, rule) },
    { rules: usual, overrides: overrides(now, rule) },
  ).map((text) => text.replace(`policy: the rule ${rule} is `, ''));
}

describe('overrides', () => {
  it.each([
    ['one that lowers', '', 'owner=me: low', ['low for owner=me']],
    ['one that switches off', '', 'owner=me: off', ['off for owner=me']],
    ['one that raises, and is gone', 'owner=me: high', '', ['no longer high for owner=me']],
    ['another level', 'owner=me: high', 'owner=me: low', ['low for owner=me']],
    ['another level, but no less than usual', 'owner=me: critical', 'owner=me: high', ['high for owner=me']],
    ['a later one for the same', 'service=*: high', 'service=*: high; service=*: info', ['info for service=*']],
    [
      'a later one for the same, but no less than usual',
      'service=*: high',
      'service=*: high; service=*: medium',
      ['medium for service=*'],
    ],
    ['a later one for some of them', 'service=*: high', 'service=*: high; owner=me: medium', ['medium for owner=me']],
    [
      'a later one for others among them',
      'tier=gold: high',
      'tier=gold: high; owner=me: medium',
      ['medium for owner=me'],
    ],
    [
      'another order',
      'owner=me: medium; tier=gold: high',
      'tier=gold: high; owner=me: medium',
      ['medium for owner=me, no longer high for tier=gold'],
    ],
    [
      'one gone behind which another shows',
      'service=*: low; tier=gold: medium',
      'service=*: low',
      ['no longer medium for tier=gold'],
    ],
    ['a narrower one that raises', 'owner=me,you: high', 'owner=you: high', ['no longer high for owner=me,you']],
    [
      'one that raises for some whom a finding concerns, before a later one for all',
      'service=*: medium; tier=gold: high; tier=gold: low',
      'service=*: medium; tier=gold: low',
      ['no longer high for tier=gold'],
    ],
  ])('are listed: %s', (_what, before, now, expected) => {
    expect(replaced(before, now)).toEqual(expected);
  });

  it.each([
    ['nothing', 'owner=me: low; tier=gold: high', 'owner=me: low; tier=gold: high'],
    ['one that raises', '', 'owner=me: high'],
    ['one that lowers, and is gone', 'owner=me: low', ''],
    ['a higher level', 'owner=me: low', 'owner=me: medium'],
    ['a later one that is higher', 'owner=me: high', 'owner=me: high; service=*: critical'],
    ['an earlier one that the later one settles', 'service=*: high', 'service=*: low; service=*: high'],
    ['another order of what meets nowhere', 'tier=gold: high; tier=iron: low', 'tier=iron: low; tier=gold: high'],
    ['another order that asks for more', 'tier=gold: high; owner=me: low', 'owner=me: low; tier=gold: high'],
    ['the same twice', 'owner=me: high', 'owner=me: high; owner=me: high'],
    ['other words for the same', 'owner=me,you: high', 'owner=you,me: high'],
    ['one for more services', 'tier=gold: high', 'tier=gold: high; tier=iron: high'],
  ])('are not listed: %s', (_what, before, now) => {
    expect(replaced(before, now)).toEqual([]);
  });

  it('are held against what the tier makes of a rule', () => {
    // High, critical for rank 1 and medium for rank 3; a service without a rank may have one tomorrow.
    const came = (select: string): readonly string[] => replaced('', `${select}: high`, 'rto-broken');
    expect(came('tier=gold')).toEqual(['high for tier=gold']);
    expect(came('service=f')).toEqual(['high for service=f']);
    expect(came('tier=iron')).toEqual([]);
    expect(came('tier=tin')).toEqual([]);
    expect(replaced('', 'tier=tin: medium', 'rto-broken')).toEqual([]);
    const went = (select: string): readonly string[] => replaced(`${select}: high`, '', 'rto-broken');
    expect(went('tier=gold')).toEqual([]);
    expect(went('tier=iron')).toEqual([]);
    expect(went('tier=tin')).toEqual(['no longer high for tier=tin']);
  });

  it('are held against what the rule counted before, and what it counts now', () => {
    const rule = 'plan-missing';
    const set = (severity: Level, text: string): Partial<PolicyTerms> => ({
      rules: new Map([[rule, { severity }]]),
      overrides: overrides(text, rule),
    });
    expect(listed(set('low', ''), set('high', 'tier=gold: medium'))).toEqual([]);
    expect(listed(set('low', 'tier=gold: medium'), set('high', ''))).toEqual([]);
    expect(listed(set('off', ''), set('high', 'tier=gold: low'))).toEqual([]);
    expect(listed(set('high', ''), set('off', 'tier=gold: low'))).toEqual([
      'policy: the rule plan-missing is off, no longer high',
    ]);
  });
});

/** All services that a finding may concern at once, up to three. */
function groupsOf(services: readonly Service[]): readonly (readonly Service[])[] {
  return services.flatMap((a, i) =>
    services.slice(i).flatMap((b, k) => services.slice(i + k).map((c) => [...new Set([a, b, c])])),
  );
}

const order: readonly Level[] = [...severities, 'off'];

const arbitraryOverride = fc
  .tuple(
    fc.constantFrom<Selector[]>(
      { service: ['*'] },
      { tier: ['gold'] },
      { tier: ['iron'] },
      { owner: ['me'] },
      { owner: ['you'] },
      { tier: ['gold'], owner: ['me'] },
      { service: ['a', 'c'] },
    ),
    fc.constantFrom<Level[]>('critical', 'high', 'medium', 'low', 'off'),
  )
  .map(([select, level]) => override(select, 'plan-missing', level));

describe('in any two lists of overrides', () => {
  const groups = groupsOf(modelOf().services);
  const milderFor = (before: readonly Override[], now: readonly Override[]): boolean =>
    groups.some((concerned) => {
      const [was, is] = [before, now].map((list) => overridden('medium', 'plan-missing', concerned, list));
      return order.indexOf(is ?? 'off') > order.indexOf(was ?? 'critical');
    });

  it('is listed whatever makes a finding milder', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryOverride, { maxLength: 4 }),
        fc.array(arbitraryOverride, { maxLength: 4 }),
        (before, now) => {
          fc.pre(milderFor(before, now));
          expect(listed({ rules: usual, overrides: before }, { rules: usual, overrides: now })).not.toEqual([]);
        },
      ),
      { numRuns: runs(150), seed: 21 },
    );
  });

  it('is not listed what raises the level of one of them, or is the same', () => {
    fc.assert(
      fc.property(fc.array(arbitraryOverride, { minLength: 1, maxLength: 4 }), fc.nat(), (before, which) => {
        const at = which % before.length;
        const now = before.map((one, position) =>
          position === at ? override(one.select, 'plan-missing', 'critical') : one,
        );
        expect(milderFor(before, now)).toBe(false);
        expect(listed({ rules: usual, overrides: before }, { rules: usual, overrides: now })).toEqual([]);
        expect(listed({ rules: usual, overrides: before }, { rules: usual, overrides: before })).toEqual([]);
      }),
      { numRuns: runs(60), seed: 22 },
    );
  });
});
