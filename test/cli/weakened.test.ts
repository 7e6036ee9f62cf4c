import { describe, expect, it } from 'vitest';
import { firebreak } from './fixtures/firebreak.js';
import { branched, write } from './fixtures/git.js';

type Files = Readonly<Record<string, string | undefined>>;

const settings = 'version: 1\ninventory: [inventory/*.yaml]\nfailOnWeakened: true\nfailOn: never\n';
const inventory = `tiers: { gold: { rank: 1 }, iron: { rank: 3 } }
locations: { a: { kind: building }, b: { kind: building } }
services:
  web: { owner: me, dependsOn: none, replicas: [{ at: a }, { at: b }] }
`;

/** What is listed where files of the repository are replaced by others, and whether that fails the gate. */
function weakened(before: Files, after: Files): readonly string[] {
  const there = Object.entries(before).flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const]));
  const cwd = branched({
    'firebreak.yaml': settings,
    'inventory/i.yaml': inventory,
    ...Object.fromEntries(there),
  });
  write(cwd, after);
  const { code, stdout, stderr } = firebreak(['--since', 'main', '-f', 'json'], { cwd });
  if (stdout === '') throw new Error(stderr);
  const listed: readonly { message: string; location?: { path: string; start: { line: number } } }[] =
    JSON.parse(stdout).change.weakened;
  expect(code).toBe(listed.length === 0 ? 0 : 1);
  return listed.map(({ message, location }) =>
    location === undefined ? message : `${message} (${location.path}:${location.start.line})`,
  );
}

/** The same of what is in the settings. */
function resettled(before: string, after: string): readonly string[] {
  return weakened({ 'firebreak.yaml': settings + before }, { 'firebreak.yaml': settings + after });
}

describe('the day that is audited', () => {
  it('is listed where it is set, or set to an earlier one', () => {
    const judged = 'waivers and evidence are judged as of 2026-01-15, no longer as of';
    expect(resettled('', 'now: 2026-01-15\n')).toEqual([`${judged} the day of the audit (firebreak.yaml:5)`]);
    expect(resettled('now: 2026-02-01\n', 'now: 2026-01-15\n')).toEqual([`${judged} 2026-02-01 (firebreak.yaml:5)`]);
    expect(resettled('now: 2026-02-01\n', 'now: 2026-02-01\n')).toEqual([]);
    expect(resettled('now: 2026-02-01\n', 'now: 2026-03-01\n')).toEqual([]);
    expect(resettled('now: 2026-02-01\n', '')).toEqual([]);
  });
});

describe('overrides', () => {
  const high = '  - { select: { service: "*" }, rules: { plan-missing: high } }\n';
  const info = '  - { select: { service: web }, rules: { plan-missing: info } }\n';
  it('are listed where the last one that applies is milder', () => {
    expect(resettled(`overrides:\n${high}`, `overrides:\n${high}${info}`)).toEqual([
      'the rule plan-missing is info for service=web (firebreak.yaml:7)',
    ]);
    expect(resettled(`overrides:\n${info}${high}`, `overrides:\n${high}${info}`)).toEqual([
      'the rule plan-missing is info for service=web, no longer high for service=* (firebreak.yaml:7)',
    ]);
    expect(resettled(`overrides:\n${high}${info}`, `overrides:\n${info}${high}`)).toEqual([]);
  });
});

describe('a file of own rules', () => {
  const rule = (id: string, assert: string): string =>
    `version: 1\nrules:\n  - { id: acme/${id}, on: service, assert: "${assert}", summary: few, message: few, why: w, fix: f, severity: high, at: replicas }\n`;
  const [two, lax] = [rule('two', 'size(service.replicas) >= 2'), rule('two', 'size(service.replicas) >= 0')];
  const three = rule('three', 'size(service.replicas) >= 3');
  const asked = { 'firebreak.yaml': `${settings}ownRules: [rules/*.yaml]\n`, 'rules/two.yaml': two };

  it.each([
    ['the same', {}, []],
    ['changed', { 'rules/two.yaml': lax }, ['the rules in rules/two.yaml are not what they were']],
    ['with another path', { 'rules/two.yaml': undefined, 'rules/deux.yaml': two }, []],
    [
      'with another path, and changed',
      { 'rules/two.yaml': undefined, 'rules/deux.yaml': lax },
      ['the rules in rules/two.yaml are gone, or elsewhere and not what they were'],
    ],
    ['in the place of another', { 'rules/two.yaml': three, 'rules/deux.yaml': two }, []],
    [
      'gone',
      { 'rules/two.yaml': undefined, 'rules/three.yaml': three },
      ['the rule acme/two is gone', 'the rules in rules/two.yaml are gone, or elsewhere and not what they were'],
    ],
  ])('is listed as it should be: %s', (_what, after: Files, expected) => {
    expect(weakened(asked, after)).toEqual(expected);
  });
});

describe('what a waiver accepts, and whom it lets a finding hurt', () => {
  const of = (rest: string): Files => ({
    'firebreak.yaml': `${settings}waivers: [w.yaml]\n`,
    'w.yaml': `version: 1\nwaivers:\n  - { id: W-1, rule: rto-broken, on: { service: web }, reason: r, owner: o, expires: 2027-01-31${rest} }\n`,
  });
  const [nobody, shop, both] = [', hurts: []', ', hurts: [shop]', ', hurts: [till, shop]'];
  it.each([
    ['taken out', nobody, '', ['accepts whomever it hurts, no longer only what it is about']],
    ['taken out, of some', shop, '', ['accepts whomever it hurts, no longer only shop']],
    ['longer', nobody, both, ['accepts that it hurts till and shop too']],
    ['longer by one', shop, both, ['accepts that it hurts till too']],
    [
      'taken out, and more findings expected',
      nobody,
      ', expect: 3',
      ['is meant for 3 findings, no longer 1', 'accepts whomever it hurts, no longer only what it is about'],
    ],
    ['the same', both, ', hurts: [shop, till]', []],
    ['shorter', both, shop, []],
    ['stated where it was not', '', both, []],
    ['no worst severity any more', ', severity: low', '', ['accepts what the rule itself says, no longer low']],
    ['no worst severity any more, which was any', ', severity: critical', '', []],
  ])('is listed as it should be: %s', (_what, before, after, expected) => {
    expect(weakened(of(before), of(after))).toEqual(expected.map((what) => `waiver W-1 ${what} (w.yaml:3)`));
  });
});

describe('an entry of the baseline', () => {
  const of = (rest: string): Files => ({
    'firebreak.yaml': `${settings}baseline: base.json\n`,
    'base.json': `{ "version": 1, "findings": [{ "fingerprint": "v1:0123456789abcdef", "rule": "rto-broken", "subject": "web", ${rest} }] }\n`,
  });
  const high = '"severity": "high"';
  const [ten, twenty, any] = ['10', '20', 'null'].map((magnitude) => `${high}, "magnitude": ${magnitude}`);
  const grown = ['the baseline takes in a finding more: rto-broken web'];
  it.each([
    ['without the magnitude that it had', ten, high, grown],
    ['with a higher one', ten, twenty, grown],
    ['with one without limit', ten, any, grown],
    ['of a higher severity', high, '"severity": "critical"', grown],
    ['hurting another', high, `${high}, "hurts": ["shop"]`, grown],
    ['the same', ten, ten, []],
    ['with a lower magnitude', twenty, ten, []],
    ['with one where there was none', high, ten, []],
    ['without one that had no limit', any, high, []],
    ['of a lower severity', high, '"severity": "low"', []],
  ])('is listed as it should be: %s', (_what, before = '', after = '', expected = []) => {
    expect(weakened(of(before), of(after))).toEqual(expected);
  });
});

describe('the promises of a baseline', () => {
  const one = '{ "service": "web", "kind": "building", "objective": "rto", "verdict": "unknown" }';
  const worse = one.replace('unknown', 'broken');
  const two = `${one}, ${one.replace('rto', 'rpo')}`;
  const of = (promises: string | undefined): Files => ({
    'firebreak.yaml': `${settings}baseline: base.json\n`,
    'base.json': `{ "version": 1, "findings": [{ "fingerprint": "v1:0123456789abcdef", "rule": "rto-broken", "subject": "web", "severity": "high" }]${promises === undefined ? '' : `, "promises": [${promises}]`} }\n`,
  });
  it.each<readonly [string, string | undefined, string | undefined, readonly string[]]>([
    ['one more', one, two, ['the baseline takes in a promise more that does not hold: web building rpo']],
    [
      'broken, no longer unknown',
      one,
      worse,
      ['the baseline takes in a promise more that does not hold: web building rto'],
    ],
    ['taken out altogether', one, undefined, ['the baseline no longer says which promises did not hold']],
    ['fewer', two, one, []],
    ['better known', worse, one, []],
    ['noted where they were not', undefined, two, []],
  ])('are listed as they should be: %s', (_what, before, after, expected) => {
    expect(weakened(of(before), of(after))).toEqual(expected);
  });
});
