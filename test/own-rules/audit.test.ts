import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.js';
import { usualMaxAge } from '../../src/rules/usual-max-age.js';
import { buildFacts } from '../../src/rules/build-facts.js';
import { entityOfDomain } from '../../src/own-rules/entity-of-domain.js';
import { entityOfDrill } from '../../src/own-rules/entity-of-drill.js';
import { entityOfService } from '../../src/own-rules/entity-of-service.js';
import type { Shape } from '../../src/own-rules/shape.js';
import { subjectShapes } from '../../src/own-rules/subject-shapes.js';
import { isKnown, isList, isPart, type Absent, type Known } from '../../src/own-rules/value.js';
import { loadInventory } from '../../src/load-inventory.js';
import { waiversFrom } from '../support/waivers.js';
import { audited, now, problemsIn, ruleWith, rulesOf } from './support.js';

const inventory = `tiers:
  gold: { rank: 1, recovery: { decide: 40m } }
services:
  pay: { tier: gold }
  chat: { tier: gold, recovery: { decide: 5m } }
  web: { owner: x }
`;
const inTime = ruleWith({
  assert: 'service.recovery.decide <= duration("15m")',
  message: '"{service.id} takes {service.recovery.decide} of {{}} {service.owner}"',
  at: 'recovery.decide',
  controls: '[ACME-1]',
});

describe('an own rule', () => {
  const report = audited(inventory, inTime);
  const [finding, ...others] = report.findings.filter(({ rule }) => rule === 'acme/rule');

  it('gives findings like every other rule', () => {
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'acme/rule',
      severity: 'medium',
      subject: { type: 'service', id: 'pay', tier: 'gold' },
      message: 'pay takes 40m of {} unknown',
      fix: 'Make it good.',
    });
    expect(finding?.fingerprint).toMatch(/^v1:[0-9a-f]{16}$/);
  });

  it('points to where the effective value stands', () => {
    expect(finding?.locations[0]).toMatchObject({
      pointer: '/tiers/gold/recovery/decide',
      start: { line: 2 },
      label: 'recovery.decide',
    });
  });

  it('cannot know without the value, and says which', () => {
    expect(report.rules.find(({ id }) => id === 'acme/rule')).toMatchObject({ checked: 3, failed: 1, unknown: 1 });
    expect(report.gaps.find(({ field }) => field === 'recovery.decide')?.subjects).toContain('web');
  });

  it('is in the record of what was in force', () => {
    expect(report.run.policy).toEqual([{ path: 'dr-rules/acme.yaml', sha256: '00' }]);
  });

  it('can be waived, selected, overridden and switched off', () => {
    const files = [{ path: 'inventory.yaml', content: inventory }];
    const ownRules = rulesOf(inTime);
    const waivers = waiversFrom(
      'waivers:\n  - { rule: acme/rule, on: { service: pay }, reason: a, owner: b, expires: 2026-12-31 }\n',
      'waivers.yaml',
      { rules: [{ id: 'acme/rule', waivable: true }] },
    );
    const found = (options: object): unknown =>
      audit(files, { now, ownRules, ...options }).findings.find(({ rule }) => rule === 'acme/rule');
    expect(found({ waivers })).toMatchObject({ waiver: { expires: '2026-12-31' } });
    expect(found({ rules: new Map([['acme/rule', { severity: 'off' }]]) })).toBeUndefined();
    expect(found({ rules: new Map([['acme/rule', { severity: 'low' }]]) })).toMatchObject({ severity: 'low' });
    const select = { text: 'owner=x', selectors: [{ owner: ['x'] }] };
    expect(found({ select })).toBeUndefined();
    const override = { select: { tier: ['gold'] }, rules: new Map([['acme/rule', { severity: 'critical' }]]) };
    expect(found({ overrides: [override] })).toMatchObject({ severity: 'critical' });
  });

  it('moves with the tier where it says so', () => {
    const report2 = audited(inventory, `${inTime}    byTier: true\n`);
    expect(report2.findings.find(({ rule }) => rule === 'acme/rule')?.severity).toBe('high');
  });

  it.each([
    'size(service.replicas) < 1',
    'service.replicas.all(r, r.lag < 5)',
    'size(service.backups) < 1',
    'size(service.failsWith) < 1',
  ])('takes no list for empty that nobody wrote: %s', (text) => {
    const report4 = audited('services:\n  a: {}\n', ruleWith({ assert: text }));
    expect(report4.rules.find(({ id }) => id === 'acme/rule')).toMatchObject({ failed: 0, unknown: 1 });
  });

  it('is only about those that it selects', () => {
    const rule = ruleWith({ select: '{ tier: [silver, "go*"] }', assert: 'service.recovery.decide < 0' });
    expect(audited(inventory, rule).rules.find(({ id }) => id === 'acme/rule')).toMatchObject({
      checked: 2,
      failed: 2,
    });
  });

  it('cannot know where `when` is unknown', () => {
    const rule = ruleWith({ when: 'service.recovery.decide < duration("10m")', assert: '"false"' });
    expect(audited(inventory, rule).rules.find(({ id }) => id === 'acme/rule')).toMatchObject({
      checked: 2,
      failed: 1,
      unknown: 1,
    });
  });

  it('sees what became of promises', () => {
    const rule = ruleWith({ assert: `'!service.promises.exists(p, p.verdict == "broken")'` });
    const text =
      'locations: { b: { kind: building } }\nservices:\n  a: { objectives: { rto: 1h, survive: [building] }, replicas: [{ at: b }] }\n';
    expect(audited(text, rule).findings.filter(({ rule: id }) => id === 'acme/rule')).toHaveLength(1);
  });

  it('ends an endless one with a finding', () => {
    const replicas = Array.from({ length: 300 }, () => '{ lag: 1s }').join(', ');
    const loops =
      'service.replicas.all(a, service.replicas.all(b, service.replicas.all(c, a.lag + b.lag + c.lag > 0)))';
    const report3 = audited(`services:\n  a: { replicas: [${replicas}] }\n`, ruleWith({ assert: `'${loops}'` }));
    expect(report3.findings.find(({ rule }) => rule === 'acme/rule')?.message).toContain(
      'the expression takes too long',
    );
  });
});

describe('the fields of a subject', () => {
  const full = `locations:
  b: { kind: building, coordinates: [1, 2], facility: { feeds: 2 }, in: c }
  c: { kind: region }
domains: { d: { kind: feed } }
services:
  a:
    bia: { date: never }
    data: none
    dependsOn: { z: hard }
    objectives: { survive: [building] }
    replicas: [{ at: b }]
    backups: { n: { at: b, tested: never } }
    recovery: { rebuild: { takes: 1h }, restart: 5m, runbook: { url: x } }
  z: {}
drills: [{ date: 2026-01-01, lose: [b], measured: { a: { rto: 1h } }, findings: [{ what: x }] }]
`;
  const loaded = loadInventory([{ path: 'a.yaml', content: full }]);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const { model } = loaded;
  const facts = buildFacts(model, { now, maxAge: usualMaxAge });

  /** Where a value and the shape that expressions are checked against differ. */
  function differences(value: Known | Absent, shape: Shape, name: string): readonly string[] {
    if (!isKnown(value) || shape.is === 'any') return [];
    if (isPart(value)) {
      if (shape.is !== 'part') return [`${name} is a part`];
      const [has, says] = [[...value.fields.keys()].sort(), Object.keys(shape.fields).sort()];
      if (has.join() !== says.join()) return [`${name}: ${has.join()} / ${says.join()}`];
      return Object.entries(shape.fields).flatMap(([key, field]) => {
        const inside = value.fields.get(key);
        return inside === undefined ? [] : differences(inside, field, `${name}.${key}`);
      });
    }
    if (isList(value))
      return shape.is === 'list'
        ? value.items.flatMap((one) => differences(one, shape.of, `${name}[]`))
        : [`${name} is a list`];
    const wanted =
      { text: 'string', date: 'string', flag: 'boolean', list: '', part: '' }[String(shape.is)] ?? 'number';
    const words = shape.is === 'text' ? shape.words : undefined;
    const strange = words !== undefined && !words.some((word) => word === value);
    return typeof value === wanted && !strange ? [] : [`${name} is ${String(value)}`];
  }

  it('are those that expressions are checked against', () => {
    expect([
      ...model.services.flatMap((one) => differences(entityOfService(one, facts), subjectShapes.service, 'service')),
      ...model.domains.flatMap((one) =>
        differences(
          entityOfDomain(one, facts),
          subjectShapes[one.section === 'locations' ? 'location' : 'domain'],
          one.section,
        ),
      ),
      ...model.drills.flatMap((one) => differences(entityOfDrill(one, facts), subjectShapes.drill, 'drill')),
    ]).toEqual([]);
  });
});

describe('a file of rules', () => {
  it.each([
    [{ id: 'two-sites', assert: '"true"' }, '3:9 ', 'put a namespace in front'],
    [{ on: 'servce', assert: '"true"' }, '4:9 ', 'did you mean `service`?'],
    [{}, '3:9 the rule asks for nothing', 'assert'],
    [{ assert: '"true"', schema: '{}' }, '11:5 the rule has both', ''],
    [{ assert: '"true"', select: '{ teir: gold }' }, '11:15 nothing can be selected by `teir`', 'did you mean `tier`?'],
    [{ assert: '"true"', select: '{ kind: tool }' }, '11:21 `kind` is never `tool`', 'tooling'],
    [{ assert: '"true"', at: 'recovery.decyde' }, '11:9 there is no field `recovery.decyde`', ''],
    [{ assert: '"true"', message: '"{service.onwer}"' }, '6:14 there is no field "onwer"', 'did you mean "owner"?'],
    [{ assert: '"true"', message: '"a { b"' }, '6:14 a brace has no partner', 'double it'],
    [{ assert: '"true"', sevrity: 'low' }, '11:5 `sevrity` is not', 'severity'],
  ])('with %j is refused with its place', (lines, begin, help) => {
    const [problem = ''] = problemsIn(ruleWith(lines));
    expect(problem.slice(0, begin.length)).toBe(begin);
    expect(problem).toContain(help);
  });

  it('cannot have one name twice', () => {
    const [, ...rest] = ruleWith({ assert: '"true"' }).split('\n');
    const one = rest.join('\n');
    expect(problemsIn(`rules:\n${one}${one}`)[0]).toContain('there are two rules `acme/rule`');
  });
});
