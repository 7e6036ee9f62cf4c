import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report, ReportFinding } from '../../src/report/report.js';
import { junit } from '../../src/reporters/junit.js';
import { audited, hostile, seen, unaudited, worst } from './fixtures/hostile.js';
import { plain80 } from './fixtures/options.js';
import { elements, readXml, type XmlNode } from './fixtures/read-xml.js';
import {
  duplicateId,
  mild,
  reportOf,
  unauditedReport,
  unknownReference,
  weakTool,
  wide,
} from './fixtures/report-fixtures.js';

const read = (report: Report): XmlNode => readXml(junit(report, plain80));
const outcomes = { failures: 'failure', errors: 'error', skipped: 'skipped' } as const;
const counted = ({ attributes }: XmlNode): readonly number[] =>
  ['tests', 'failures', 'errors', 'skipped'].map((name) => Number(attributes[name]));
const present = (node: XmlNode): readonly number[] => [
  elements(node, 'testcase').length,
  ...Object.values(outcomes).map((name) => elements(node, name).length),
];
const caseNames = (node: XmlNode): readonly string[] =>
  elements(node, 'testcase').map(({ attributes }) => `${attributes['classname']}\n${attributes['name']}`);

/** What readers of JUnit files rely on. */
function expectSound(document: XmlNode): void {
  expect(document.name).toBe('testsuites');
  for (const suite of [document, ...elements(document, 'testsuite')]) expect(counted(suite)).toEqual(present(suite));
  const names = caseNames(document);
  expect(names.length).toBeGreaterThan(0);
  expect(new Set(names).size).toBe(names.length);
  for (const one of elements(document, 'testcase')) {
    expect(one.attributes['time']).toBe('0');
    expect(one.children.length).toBeLessThanOrEqual(1);
  }
}

const stale = { fingerprint: 'v1:0', rule: 'owner-missing', subject: 'chat' } as const;
const suiteOf = (document: XmlNode, name: string): XmlNode | undefined =>
  elements(document, 'testsuite').find(({ attributes }) => attributes['name'] === name);

describe('junit', () => {
  it.each([
    ['findings', reportOf([weakTool, wide, mild])],
    ['no findings', reportOf([])],
    ['problems', unauditedReport([unknownReference, duplicateId])],
    ['no rule', { ...reportOf([]), rules: [] }],
    ['twice the same', reportOf([weakTool, weakTool, { ...weakTool, fingerprint: 'v1:00000000000000a2' }])],
    ['a rule that did not run', { ...reportOf([weakTool]), rules: [] }],
  ])('is sound with %s', (_name, report) => expectSound(read(report)));

  it('says in text why the gate fails where that is no finding', () => {
    const report: Report = {
      ...reportOf([]),
      gate: { failOn: 'high', strict: true, result: 'fail' },
      baseline: { path: 'b.json', entries: 1, known: 0, worsened: 0, new: 0, fixed: [stale] },
    };
    const [failure] = elements(read(report), 'failure');
    expect(failure?.attributes['message']).toBe('1 finding of the baseline is fixed');
    expect(failure?.text).toBe(
      '1 finding of the baseline is fixed\nGate: --fail-on high --strict: failed (1 finding of the baseline is fixed)',
    );
  });

  it('fails what fails the gate, and lets pass what does not', () => {
    const document = read(reportOf([weakTool, mild]));
    const [failure, ...others] = elements(document, 'failure');
    expect(others).toEqual([]);
    expect(failure?.attributes).toEqual({ type: 'critical', message: weakTool.message });
    expect(failure?.text).toContain('At: inventory/tools.yaml:6:15');
    expect(failure?.text).toContain('Why: chat never: waits for failover-console');
    expect(failure?.text).toContain('Fix: run a second failover-console');
    const [passing] = suiteOf(document, 'owner-missing')?.children.filter(({ name }) => name === 'testcase') ?? [];
    expect(passing?.attributes).toMatchObject({ name: 'service mail', file: 'inventory/services.yaml', line: '120' });
    expect(passing?.children.map(({ name, text }) => `${name}: ${text}`)).toEqual([
      expect.stringContaining('Finding: low: mail has no owner'),
    ]);
  });

  it('fails nothing where a ratchet lets it pass', () => {
    const passed: Report = { ...reportOf([weakTool]), gate: { failOn: 'high', maxFindings: 1, result: 'pass' } };
    expect(elements(read(passed), 'failure')).toEqual([]);
    expect(junit(passed, plain80)).toContain(`Finding: critical: ${weakTool.message}`);
  });

  it('counts as passed what was checked and neither found nor unknown', () => {
    const suite = suiteOf(read(reportOf([])), 'single-location');
    // 42 checked, 1 failed, 3 unknown: the finding was folded into another rule's.
    expect(
      suite?.children.filter(({ name }) => name === 'testcase').map(({ attributes }) => attributes['name']),
    ).toEqual(['not known', 'all others']);
    expect(elements(suite ?? read(reportOf([])), 'system-out')[0]?.text).toBe('38 of 42 checked and nothing found');
  });

  it('calls nothing passed that may have failed', () => {
    const rule = { id: 'x', summary: 'x', severity: 'high', checked: 2, failed: 2, unknown: 3 } as const;
    const document = read({ ...reportOf([]), rules: [rule, { ...rule, id: 'y', checked: 0, failed: 0, unknown: 0 }] });
    expect(caseNames(document)).toEqual(['firebreak.x\nnot known', 'firebreak.y\nnothing to check']);
    expect(elements(document, 'skipped')).toHaveLength(2);
  });

  it('says where a finding went that another rule reports', () => {
    const suite = suiteOf(read(reportOf([weakTool])), 'single-location');
    expect(elements(suite ?? read(reportOf([])), 'skipped')[0]?.attributes['message']).toBe(
      'part of 1 finding of recovery-tool-in-blast-radius',
    );
  });

  it('stays below what GitLab takes, losing the mildest, and says how many', () => {
    const long = 'x'.repeat(2_000);
    const many = Array.from({ length: 8_000 }, (_, index): ReportFinding => ({
      ...(index < 4_000 ? weakTool : mild),
      subject: { type: 'service', id: `s${index}` },
      message: long,
      fix: long,
    }));
    const text = junit(reportOf(many), plain80);
    expect(text.length).toBeLessThan(30_000_000);
    const document = readXml(text);
    expectSound(document);
    const shown = elements(document, 'testcase').filter(({ attributes }) =>
      attributes['name']?.startsWith('service '),
    ).length;
    const rest = elements(document, 'testcase').filter(({ attributes }) => attributes['name'] === 'what is not shown');
    const left = rest.map((one) =>
      Number.parseInt(one.children[0]?.attributes['message'] ?? one.children[0]?.text ?? '', 10),
    );
    expect(shown + left.reduce((sum, count) => sum + count, 0)).toBe(8_000);
    // The critical ones come first, so of these alone some are shown.
    expect(shown).toBeGreaterThan(2_000);
    expect(caseNames(document)).not.toContain('firebreak.owner-missing\nservice s4000');
    expect(suiteOf(document, 'owner-missing')?.attributes['failures']).toBe('0');
  });

  it('keeps hostile text in its place', () => {
    const check = (text: string): void => {
      const document = read(audited(text));
      expectSound(document);
      const [failure] = elements(document, 'failure');
      expect(seen(failure?.attributes['message'] ?? '')).toBe(seen(text));
      expect(
        (failure?.text ?? '').split('\n').filter((line) => !/^(?:At|Finding|Why|Hurts|Fix|Also): ?/.test(line)),
      ).toEqual([]);
      const [error] = elements(read(unaudited(text)), 'error');
      expect(seen(error?.attributes['message'] ?? '')).toBe(seen(`${text} (${text})`));
    };
    for (const text of worst) check(text);
    fc.assert(fc.property(hostile, check), { seed: 20221015, numRuns: 300 });
  });
});
