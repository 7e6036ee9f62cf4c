import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv4 from 'ajv-draft-04';
import fc from 'fast-check';
import type { Log, Result, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { Report, ReportFinding } from '../../src/report/report.js';
import type { ReporterOptions } from '../../src/reporters/reporter.js';
import { sarif } from '../../src/reporters/sarif/sarif.js';
import { rules } from '../../src/rules/index.js';
import { audited, hostile, seen, unaudited, worst } from './fixtures/hostile.js';
import { plain80 } from './fixtures/options.js';
import {
  duplicateId,
  mild,
  reportOf,
  unauditedReport,
  unknownReference,
  weakTool,
  wholeDomain,
  wide,
} from './fixtures/report-fixtures.js';

const published: object = JSON.parse(
  readFileSync(join(import.meta.dirname, 'schemas/sarif-2.1.0.schema.json'), 'utf8'),
);
const options: ReporterOptions = { ...plain80, ruleText: (id) => rules.find((rule) => rule.id === id) };
// The published schema states formats that the validator has no notion of: addresses are looked at below.
const validate = new Ajv4.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(published);

function read(report: Report, with_: Partial<ReporterOptions> = {}): Run {
  const log: Log = JSON.parse(sarif(report, { ...options, ...with_ }));
  validate(log);
  expect(validate.errors).toBeNull();
  const [run, ...others] = log.runs;
  expect(others).toEqual([]);
  if (run === undefined) throw new Error('no run');
  return run;
}

const resultsOf = ({ results = [] }: Run): readonly Result[] => results;

describe('sarif', () => {
  it.each([
    ['findings', reportOf([weakTool, wholeDomain, wide, mild])],
    ['no findings', reportOf([])],
    ['problems', unauditedReport([unknownReference, duplicateId])],
    ['a finding without a place', reportOf([{ ...mild, locations: [] }])],
  ])('is valid by the published schema with %s', (_name, report) => {
    expect(read(report).tool.driver.name).toBe('firebreak');
  });

  it('puts the line to change first and links the other places from the message', () => {
    const [result] = resultsOf(read(reportOf([weakTool])));
    expect(result).toMatchObject({ ruleId: 'recovery-tool-in-blast-radius', level: 'error', kind: 'fail' });
    expect(result?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'inventory/tools.yaml', uriBaseId: '%SRCROOT%' },
          region: { startLine: 6, startColumn: 15, endLine: 6, endColumn: 23 },
        },
        message: { text: 'its only replica' },
      },
    ]);
    expect(result?.relatedLocations?.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(result?.message.text?.split('\n')).toEqual([
      weakTool.message,
      `Why: ${weakTool.derivation[0] ?? ''}`,
      `Why: ${weakTool.derivation[1] ?? ''}`,
      'Hurts: chat, feed, pay, login, maps, taxi, music, mail, story, games, shop, search +2 more',
      `Fix: ${weakTool.fix}`,
      'Also: single-location, weak-link',
      'Places: [inside this building](1), [chat needs it to fail over](2), [and loses its primary in the same event](3)',
    ]);
  });

  it('describes each rule as GitHub asks, within its limits', () => {
    const every = {
      ...reportOf([]),
      rules: rules.map(({ id, summary, severity }) => ({ id, summary, severity, checked: 1, failed: 0, unknown: 0 })),
    };
    const { rules: described = [] } = read(every).tool.driver;
    expect(described.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    for (const { shortDescription, fullDescription, help, properties } of described) {
      for (const text of [shortDescription?.text, fullDescription?.text]) {
        expect(text?.length).toBeGreaterThan(10);
        expect(text?.length).toBeLessThanOrEqual(1024);
      }
      expect(help?.markdown).toContain('**Fix.**');
      expect(help?.text).toContain('Why: ');
      expect(properties?.tags?.length).toBeLessThanOrEqual(10);
      expect(['error', 'warning', 'recommendation']).toContain(properties?.['problem.severity']);
      expect(properties).not.toHaveProperty('security-severity');
    }
  });

  it('describes also a rule that the catalogue does not have', () => {
    const run = read(reportOf([{ ...mild, rule: 'one-of-the-future' }]));
    const index = resultsOf(run)[0]?.ruleIndex ?? -1;
    expect(run.tool.driver.rules?.[index]).toMatchObject({
      id: 'one-of-the-future',
      help: { text: 'one-of-the-future' },
    });
  });

  it('is no success where the input was not audited, and says why', () => {
    const run = read(unauditedReport([unknownReference, duplicateId]));
    expect(run.results).toEqual([]);
    const [invocation] = run.invocations ?? [];
    expect(invocation?.executionSuccessful).toBe(false);
    expect(invocation?.toolExecutionNotifications).toMatchObject([
      { level: 'error', descriptor: { id: 'input/reference' }, locations: [{}] },
      { level: 'error', descriptor: { id: 'input/duplicate' }, locations: [{}, {}] },
    ]);
    expect(read(reportOf([])).invocations?.[0]?.executionSuccessful).toBe(true);
  });

  it('notes what could not be judged', () => {
    expect(read(reportOf([])).invocations?.[0]?.toolExecutionNotifications).toEqual([
      {
        level: 'note',
        descriptor: { id: 'not-known' },
        associatedRule: { id: 'single-location', index: 1 },
        message: { text: '3 checks of 42 lacked data' },
      },
    ]);
  });

  it('holds the worst 25,000 findings, and 100 places of each', () => {
    const place = mild.locations[0];
    if (place === undefined) throw new Error('no place');
    const many = Array.from({ length: 25_010 }, (_, index): ReportFinding => ({
      ...(index < 25_000 ? wholeDomain : mild),
      locations: index === 0 ? Array(1_200).fill(place) : [place],
    }));
    const run = read(reportOf(many));
    expect(resultsOf(run)).toHaveLength(25_000);
    expect(resultsOf(run).some(({ level }) => level === 'note')).toBe(false);
    expect(resultsOf(run)[0]?.relatedLocations).toHaveLength(100);
    expect(run.invocations?.[0]?.toolExecutionNotifications?.at(-1)?.message.text).toMatch(/^10 findings left out/);
  });

  it('knows a line by its text where that is at hand, and no two findings of a rule by the same', () => {
    const text = '\n'.repeat(119) + '\tmail:\t{ tier: standard }\n';
    const sourceText = (path: string): string | undefined => (path === 'inventory/services.yaml' ? text : undefined);
    const twice = reportOf([mild, { ...mild, fingerprint: 'v1:00000000000000c4' }, weakTool]);
    const prints = resultsOf(read(twice, { sourceText })).map(({ partialFingerprints }) => partialFingerprints);
    const hash = prints[0]?.['primaryLocationLineHash'] ?? '';
    expect(hash).toMatch(/^[0-9a-f]{1,16}:1$/);
    expect(prints).toEqual([
      { 'firebreakFinding/v1': mild.fingerprint, primaryLocationLineHash: hash },
      { 'firebreakFinding/v1': 'v1:00000000000000c4', primaryLocationLineHash: `${hash}:v1:00000000000000c4` },
      { 'firebreakFinding/v1': weakTool.fingerprint },
    ]);
    expect(resultsOf(read(twice))[0]?.partialFingerprints).toEqual({ 'firebreakFinding/v1': mild.fingerprint });
  });

  it('writes paths as relative addresses', () => {
    const place = mild.locations[0];
    if (place === undefined) throw new Error('no place');
    const uris = ['./a b/c.yaml', 'a:b#c?.yaml', '한국/서비스.yaml', '../up%.yaml', '\ud800.yaml'].map((path) => {
      const [result] = resultsOf(read(reportOf([{ ...mild, locations: [{ ...place, path }] }])));
      return result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri;
    });
    expect(uris).toEqual([
      'a%20b/c.yaml',
      'a%3Ab%23c%3F.yaml',
      '%ED%95%9C%EA%B5%AD/%EC%84%9C%EB%B9%84%EC%8A%A4.yaml',
      '../up%25.yaml',
      '%EF%BF%BD.yaml',
    ]);
  });

  it('keeps hostile text in its place', () => {
    // As readers of SARIF find links and placeholders.
    const links = /\[[^\]]*\]\([^)]*\)/g;
    const check = (text: string): void => {
      const run = read(audited(text));
      const [result] = resultsOf(run);
      const lines = result?.message.text?.split('\n') ?? [];
      expect(lines).toHaveLength(6);
      expect(seen((lines[0] ?? '').replace(/\] \(/g, '](').replace(/\{ (?=\d)/g, '{'))).toBe(
        seen(text)
          .replace(/\] \(/g, '](')
          .replace(/\{ (?=\d)/g, '{'),
      );
      expect(lines.slice(0, -1).join('\n').match(links)).toBeNull();
      expect(
        lines
          .at(-1)
          ?.match(links)
          ?.every((link) => /\]\([123]\)$/.test(link)),
      ).toBe(true);
      expect(result?.message.text).not.toMatch(/\{\d/);
      const uri = result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
      expect(decodeURIComponent(uri)).toBe(text.replace(/^(?:\.\/)+/, '').replace(/\p{Cs}/gu, '\ufffd'));
      expect(uri).toMatch(/^[\w\-.!~*'()%/]*$/);
      expect(read(unaudited(text)).invocations?.[0]?.toolExecutionNotifications).toHaveLength(1);
    };
    for (const text of worst) check(text);
    fc.assert(fc.property(hostile, check), { seed: 20221015, numRuns: 200 });
  });
});
