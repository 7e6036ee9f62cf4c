import { describe, expect, it } from 'vitest';
import { audit } from '../src/audit.js';
import { rules } from '../src/rules/index.js';
import { waiversFrom } from './support/waivers.js';
import { readCases } from './support/read-cases.js';

const cases = readCases();

describe.each(rules)('$id', ({ id }) => {
  const own = cases.filter(({ rule }) => rule === id);

  it('has a case that fires and one that stays quiet', () => {
    expect(own.some(({ expected }) => expected.length > 0)).toBe(true);
    expect(own.some(({ expected }) => expected.length === 0)).toBe(true);
  });

  it.each(own)('$title', ({ files, waivers: [accepted], expected, cannotKnow, now, options, messages }) => {
    const waivers = accepted === undefined ? undefined : waiversFrom(accepted.content, accepted.path);
    const report = audit(files, { now, waivers, rules: new Map([[id, { severity: undefined, options }]]) });
    expect(report.diagnostics).toEqual([]);
    const findings = report.findings.filter(({ rule }) => rule === id);
    const where = findings.map(({ locations: [first] }) => `${first?.path ?? ''}:${first?.start.line ?? 0}`);
    expect(where.toSorted()).toEqual(expected.toSorted());
    const texts = findings.flatMap(({ message, derivation, hurts, locations, severity, fix }) => [
      message,
      ...derivation,
      ...locations.map(({ label }) => label),
      `hurts ${hurts.join(', ')}`,
      `severity ${severity}`,
      `fix ${fix}`,
    ]);
    for (const message of messages) expect(texts).toContain(message);
    expect((report.rules.find((run) => run.id === id)?.unknown ?? 0) > 0).toBe(cannotKnow);
  });
});

it('every case belongs to a rule', () => {
  const ids = new Set(rules.map(({ id }) => id));
  expect(cases.filter(({ rule }) => !ids.has(rule)).map(({ rule }) => rule)).toEqual([]);
});
