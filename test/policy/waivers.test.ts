import { describe, expect, it } from 'vitest';
import { audit, type AuditOptions } from '../../src/audit.js';
import type { Report } from '../../src/report/report.js';
import { rules } from '../../src/rules/index.js';
import { reportDiagnostics } from '../../src/report/report-diagnostics.js';
import { readWaivers } from '../../src/waivers/read-waivers.js';
import type { WaiverTerms } from '../../src/waivers/waiver-terms.js';
import { waiversFrom } from '../support/waivers.js';

const inventory = `tiers:
  gold: {}
  bronze: {}
locations:
  a: { kind: building }
  b: { kind: building }
services:
  console: { tier: bronze, owner: o, objectives: { rto: 1h, survive: [building] }, recovery: { uses: [] }, replicas: [{ at: a }] }
  chat:
    tier: gold
    objectives: { rto: 1h, survive: [building] }
    recovery: { mode: automatic, detect: 1m, execute: 1m, uses: [console] }
    replicas: [{ at: a, role: primary }, { at: b, role: standby, startup: 1m, replication: sync }]
`;

const consoleRule = 'recovery-tool-in-blast-radius';

function waiver(fields: string): string {
  return `waivers:\n  - { reason: second one ordered, owner: "@ops", ${fields} }\n`;
}

function audited(waivers: string, options: Partial<AuditOptions> = {}): Report {
  const files = [{ path: 'inventory.yaml', content: inventory }];
  return audit(files, { now: '2026-06-30', failOn: 'critical', waivers: waiversFrom(waivers), ...options });
}

const onConsole = `rule: ${consoleRule}, on: { service: console }`;
const consoleFinding = ({ findings }: Report): Report['findings'][number] | undefined =>
  findings.find(({ rule }) => rule === consoleRule);

describe('a waiver', () => {
  it('holds on its last day and not on the day after', () => {
    const text = waiver(`id: W-1, ${onConsole}, expires: 2026-06-30, approvedBy: "@cto", ticket: DR-1`);
    const last = audited(text);
    expect(consoleFinding(last)?.waiver).toEqual({
      id: 'W-1',
      owner: '@ops',
      expires: '2026-06-30',
      daysLeft: 0,
      reason: 'second one ordered',
      approvedBy: '@cto',
      ticket: 'DR-1',
    });
    expect(last.gate.result).toBe('pass');
    expect(last.waivers?.map(({ state }) => state)).toEqual(['expiring']);
    const after = audited(text, { now: '2026-07-01' });
    expect(consoleFinding(after)?.waiver).toBeUndefined();
    expect(consoleFinding(after)?.lapsed).toMatchObject({ id: 'W-1', why: 'expired', note: 'expired 1 day ago' });
    expect(after.gate.result).toBe('fail');
  });

  it('does not hold before it begins, so that its length cannot be stretched by a late beginning', () => {
    const later = audited(waiver(`${onConsole}, created: 2026-07-01, expires: 2026-08-01`));
    expect(consoleFinding(later)?.lapsed).toMatchObject({ why: 'not-yet', note: 'holds from 2026-07-01' });
    expect(later.gate.result).toBe('fail');
    const renewed = audited(waiver(`${onConsole}, created: 2026-01-01, renewed: 2026-07-02, expires: 2026-08-01`));
    expect(consoleFinding(renewed)?.lapsed?.why).toBe('not-yet');
  });

  it('accepts no more than what was accepted', () => {
    const mild = audited(waiver(`${onConsole}, severity: high, expires: 2026-12-31`));
    expect(consoleFinding(mild)?.severity).toBe('critical');
    expect(consoleFinding(mild)?.lapsed).toMatchObject({
      why: 'worsened',
      note: 'accepts up to high, and this is critical',
    });
    expect(mild.gate.result).toBe('fail');
    const enough = audited(waiver(`${onConsole}, severity: critical, expires: 2026-12-31`));
    expect(consoleFinding(enough)?.waiver).toBeDefined();
  });

  it('accepts nobody else to be hurt than those it lists, where it lists any', () => {
    const accepting = (hurts: string): Report => audited(waiver(`${onConsole}, hurts: ${hurts}, expires: 2026-12-31`));
    expect(consoleFinding(accepting('[]'))?.lapsed).toMatchObject({
      why: 'worsened',
      note: 'hurts chat too, for which it was not accepted',
    });
    expect(accepting('[]').gate.result).toBe('fail');
    expect(consoleFinding(accepting('[chat]'))?.waiver).toBeDefined();
    expect(consoleFinding(accepting('[chat, another]'))?.waiver).toBeDefined();
    expect(consoleFinding(audited(waiver(`${onConsole}, expires: 2026-12-31`)))?.waiver).toBeDefined();
  });

  it('that states no severity accepts what the rule gives, and not what the settings make of it', () => {
    const text = waiver('rule: owner-missing, on: { service: chat }, expires: 2026-12-31');
    const severity = (level: 'low' | 'high'): AuditOptions['rules'] =>
      new Map([['owner-missing', { severity: level }]]);
    const accepted = ({ findings }: Report): unknown => findings.find(({ rule }) => rule === 'owner-missing')?.waiver;
    expect(accepted(audited(text))).toBeDefined();
    expect(accepted(audited(text, { rules: severity('low') }))).toBeDefined();
    expect(accepted(audited(text, { rules: severity('high') }))).toBeUndefined();
  });

  it('of a tier does not accept what a service of that tier does to another', () => {
    expect(
      consoleFinding(audited(''.concat(waiver(`rule: ${consoleRule}, on: { tier: bronze }, expires: 2026-12-31`))))
        ?.waiver,
    ).toBeUndefined();
    expect(
      consoleFinding(audited(waiver(`rule: ${consoleRule}, on: { tier: [bronze, gold] }, expires: 2026-12-31`)))
        ?.waiver,
    ).toBeDefined();
  });

  it('can name a finding by its fingerprint', () => {
    const fingerprint = consoleFinding(audited('waivers: []'))?.fingerprint ?? '';
    const text = waiver(`rule: ${consoleRule}, on: { fingerprint: "${fingerprint}" }, expires: 2026-12-31`);
    expect(consoleFinding(audited(text))?.waiver).toBeDefined();
    const other = waiver(`rule: ${consoleRule}, on: { fingerprint: "v1:0000000000000000" }, expires: 2026-12-31`);
    expect(consoleFinding(audited(other))?.waiver).toBeUndefined();
  });

  it('is not called unused when its rule did not run', () => {
    const text = waiver('rule: owner-missing, on: { service: nobody }, expires: 2026-12-31');
    const unused = ({ findings }: Report): boolean => findings.some(({ rule }) => rule === 'waiver-unused');
    expect(unused(audited(text))).toBe(true);
    expect(unused(audited(text, { rules: new Map([['owner-missing', { severity: 'off' }]]) }))).toBe(false);
  });

  it('of two for one finding, the one that holds counts', () => {
    const text = `${waiver(`id: old, ${onConsole}, expires: 2026-01-01`)}${waiver(`id: new, ${onConsole}, expires: 2026-12-31`).replace('waivers:\n', '')}`;
    expect(consoleFinding(audited(text))?.waiver?.id).toBe('new');
  });

  it('that is out of order fails a strict gate only', () => {
    const text = `${waiver(`${onConsole}, expires: 2026-12-31`)}${waiver('rule: owner-missing, on: { service: nobody }, expires: 2026-12-31').replace('waivers:\n', '')}`;
    expect(audited(text).gate.result).toBe('pass');
    expect(audited(text, { strict: true }).gate).toMatchObject({ result: 'fail', strict: true });
  });
});

const right = `rule: owner-missing, on: { service: chat }, reason: r, owner: o, expires: 2026-12-31`;

describe('waivers that cannot be used', () => {
  it.each<[string, string, string, string, Partial<WaiverTerms>]>([
    [
      'an unknown rule',
      `{ ${right.replace('owner-missing', 'owner-mising')} }`,
      'there is no rule `owner-mising`',
      'did you mean `owner-missing`?',
      {},
    ],
    [
      'a rule that cannot be waived',
      `{ ${right.replace('owner-missing', 'waiver-expired')} }`,
      'findings of `waiver-expired` cannot be waived',
      'put right what it finds',
      {},
    ],
    [
      'a rule that the settings exempt',
      `{ ${right} }`,
      'the settings do not let findings of `owner-missing` be waived',
      'put right what it finds, or take the rule out of `waivers.never`',
      { never: ['owner-missing'] },
    ],
    [
      'no approver where one is asked for',
      `{ ${right} }`,
      '`approvedBy` is missing from a waiver',
      'add `approvedBy: …`; the settings ask for it',
      { require: ['approvedBy'] },
    ],
    [
      'a blank reason',
      `{ ${right.replace('reason: r', 'reason: " "')} }`,
      '`reason` of a waiver is blank',
      'say why it can be lived with until then, and what is being done',
      {},
    ],
    [
      'an owner whom nobody knows',
      `{ ${right.replace('owner: o', 'owner: unknown')} }`,
      '`owner` of a waiver is `unknown`',
      'name who answers for it',
      {},
    ],
    [
      'an approver whom nobody knows',
      `{ ${right}, approvedBy: Unknown }`,
      '`approvedBy` of a waiver is `unknown`',
      'name who agreed to it, or leave it out',
      { require: ['approvedBy'] },
    ],
    [
      'no beginning where the length is limited',
      `{ ${right} }`,
      '`created` is missing, and a waiver may last 90 days at most',
      'add the day on which it was accepted: `created: 2026-01-31`',
      { maxDays: 90 },
    ],
    [
      'too long a time',
      `{ ${right}, created: 2026-10-01 }`,
      'lasts 91 days, and the settings allow 90',
      'end it earlier; `firebreak waivers renew` puts the end off when the day has come',
      { maxDays: 90 },
    ],
    [
      'an end before the beginning',
      `{ ${right}, created: 2027-01-01 }`,
      'expires on 2026-12-31, before it begins',
      'write a day on or after 2027-01-01',
      {},
    ],
    [
      'a renewal before the beginning',
      `{ ${right}, created: 2026-02-01, renewed: 2026-01-01 }`,
      'renewed on 2026-01-01, before it was created on 2026-02-01',
      'write the day on which its end was put off',
      {},
    ],
    [
      'an id twice',
      `{ id: W-1, ${right} }\n  - { id: W-1, ${right} }`,
      'there are two waivers `W-1`',
      'give each its own id',
      {},
    ],
    [
      'a day that does not exist',
      `{ ${right.replace('2026-12-31', '2026-02-30')} }`,
      '`expires`: `2026-02-30` is not a day that exists: that month has 28 days',
      'write it as year-month-day, such as `2025-04-02`',
      {},
    ],
    [
      'no reason',
      `{ ${right.replace('reason: r, ', '')} }`,
      '`reason` is missing from a waiver',
      'add `reason: …`',
      {},
    ],
    [
      'everything',
      `{ ${right.replace('{ service: chat }', '{}')} }`,
      '`on` is empty, but must be a map that says what it is about',
      'write it like `{ service: chat }`',
      {},
    ],
  ])('say where and why: %s', (_case, entries, message, help, terms) => {
    const file = { path: 'w.yaml', content: `version: 1\nwaivers:\n  - ${entries}\n`, sha256: '' };
    const read = readWaivers([file], { rules, ...terms });
    const said = read.ok ? [] : reportDiagnostics(read.sources, read.problems);
    expect(said.map((one) => [one.message, one.help])).toEqual([[message, help]]);
    expect(said[0]?.locations[0]).toMatchObject({ path: 'w.yaml', start: { line: entries.includes('\n') ? 4 : 3 } });
  });

  it('may last exactly as long as the settings allow', () => {
    expect(waiversFrom(`waivers: [{ ${right}, created: 2026-10-02 }]`, 'w.yaml', { maxDays: 90 }).all).toHaveLength(1);
    const renewed = `waivers: [{ ${right}, created: 2020-01-01, renewed: 2026-10-02 }]`;
    expect(waiversFrom(renewed, 'w.yaml', { maxDays: 90 }).all).toHaveLength(1);
  });
});

describe.each(rules.filter(({ on }) => on === 'waiver').map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const nobodys = 'tiers: { gold: {} }\nservices:\n  chat: { tier: gold }\n  media: { tier: gold }\n';
  const found = (waivers: string): number => {
    const report = audit([{ path: 'i.yaml', content: nobodys }], { now: '2026-06-30', waivers: waiversFrom(waivers) });
    return report.findings.filter((finding) => finding.rule === id).length;
  };

  it('finds what it says to avoid, and nothing in what it says to prefer', () => {
    expect(found(rule.avoid)).toBe(1);
    expect(found(rule.prefer)).toBe(0);
  });

  it('can be accepted by nobody', () => {
    expect(rule.waivable).toBe(false);
  });
});
