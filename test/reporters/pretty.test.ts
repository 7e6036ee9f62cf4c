import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { severities } from '../../src/finding.js';
import type { ReportFinding } from '../../src/report/report.js';
import { pretty } from '../../src/reporters/pretty.js';
import type { ReporterOptions } from '../../src/reporters/reporter.js';
import { plain80 } from './fixtures/options.js';
import {
  duplicateId,
  location,
  mild,
  reportOf,
  unauditedReport,
  unknownReference,
  weakTool,
  wholeDomain,
  wide,
} from './fixtures/report-fixtures.js';

const mixed = reportOf([weakTool, wholeDomain, wide, mild]);
const goldens: readonly (readonly [name: string, text: string])[] = [
  ['pretty', pretty(mixed, plain80)],
  ['pretty-ascii', pretty(reportOf([weakTool, mild]), { ...plain80, unicode: false })],
  ['pretty-narrow', pretty(mixed, { ...plain80, width: 50 })],
  ['pretty-verbose', pretty(mixed, { ...plain80, verbose: true })],
  ['pretty-quiet', pretty(mixed, { ...plain80, quiet: true })],
  ['pretty-clean', pretty(reportOf([]), plain80)],
  ['pretty-unaudited', pretty(unauditedReport([unknownReference, duplicateId]), plain80)],
];

const linesOf = (text: string): readonly string[] => text.split('\n');

describe('pretty', () => {
  it.each(goldens)('%s is as in its golden', async (name, text) => {
    await expect(text).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  it.each(goldens)('%s has no line wider than asked for', (name, text) => {
    const width = name === 'pretty-narrow' ? 50 : 80;
    // Paths and commands stay whole, so that they can be copied.
    const wrappable = linesOf(text).filter((line) => !/┌─|-->|firebreak |^ +\S+$/.test(line));
    expect(wrappable.filter((line) => stringWidth(line) > width)).toEqual([]);
  });

  it('keeps a finding with two places and a long list of the hurt to two thirds of a screen', () => {
    const finding = {
      ...weakTool,
      locations: weakTool.locations.slice(0, 2),
      derivation: weakTool.derivation.slice(0, 1),
    };
    const [block = ''] = pretty(reportOf([finding]), plain80).split('\n\n');
    expect(linesOf(block).length).toBeLessThanOrEqual(17);
  });

  it('shows four lines of reasoning and counts the rest, unless verbose', () => {
    const finding = { ...mild, derivation: ['one', 'two', 'three', 'four', 'five', 'six'] };
    expect(pretty(reportOf([finding]), plain80)).toContain('four\n          and 2 more lines');
    expect(pretty(reportOf([finding]), { ...plain80, verbose: true })).toContain('five\n          six');
  });

  it('wraps whatever text it is given, wide or narrow, to the width', () => {
    const word = fc.oneof(fc.stringMatching(/^[a-z0-9.,:-]{1,14}$/), fc.stringMatching(/^[판교데이터板橋の。]{1,40}$/));
    const prose = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(
        fc.array(prose, { minLength: 6, maxLength: 6 }),
        fc.array(word, { maxLength: 20 }),
        fc.integer({ min: 60, max: 120 }),
        ([message = '', label = '', excerpt = '', why = '', fix = '', owner = ''], hurts, width) => {
          const places = weakTool.locations.map((place) => ({
            ...place,
            label,
            excerpt: `${place.excerpt}${excerpt}`,
          }));
          const subject = { ...weakTool.subject, owner };
          const finding = { ...weakTool, subject, message, locations: places, derivation: [why, fix], fix, hurts };
          const lines = linesOf(pretty(reportOf([finding]), { ...plain80, width }));
          const wrappable = lines.filter((line) => !line.includes('firebreak '));
          expect(wrappable.filter((line) => stringWidth(line) > width)).toEqual([]);
        },
      ),
      { seed: 20221015, numRuns: 300 },
    );
  });

  it('draws nothing beyond ASCII where the terminal shows nothing else', () => {
    expect(goldens[1]?.[1]).toMatch(/^[\n -~]*$/);
  });

  it('says the severity in words', () => {
    const all = severities.map((severity): ReportFinding => ({ ...mild, severity }));
    const text = pretty(reportOf(all), plain80);
    expect(severities.filter((severity) => !text.includes(` ${severity}  owner-missing`))).toEqual([]);
  });

  it('says the same with and without colour', () => {
    const marked: ReporterOptions = { ...plain80, paint: (style, text) => `<${style}>${text}</>` };
    const painted = pretty(mixed, marked);
    expect(painted).toContain('<critical>✖ critical</>');
    expect(painted.replace(/<\/?[a-z]*>/g, '')).toBe(pretty(mixed, plain80).replace(/<\/?[a-z]*>/g, ''));
  });

  it('hides what is milder than asked for, and says how much', () => {
    const text = pretty(mixed, { ...plain80, minSeverity: 'high' });
    expect(text).not.toContain('owner-missing');
    expect(text).toContain('4 findings: 1 critical, 1 high, 1 medium, 1 low (2 below high not shown)');
  });

  it('names twelve services and counts the rest, unless verbose', () => {
    expect(pretty(reportOf([weakTool]), { ...plain80, width: 200 })).toContain('shop, search +2 more');
    expect(pretty(reportOf([weakTool]), { ...plain80, width: 200, verbose: true })).toContain('search, news, webtoon');
  });

  it('shows every finding however many there are', () => {
    const many = Array.from({ length: 10_000 }, (_, index): ReportFinding => ({ ...weakTool, rule: `rule-${index}` }));
    const text = pretty(reportOf(many), plain80);
    expect(text.match(/^✖ critical {2}rule-\d+/gm)).toHaveLength(10_000);
  });

  it('shows four places and counts the rest, unless verbose', () => {
    const places = Array.from({ length: 8 }, (_, index) =>
      location('a.yaml', index + 1, `at: place${index}`, `place${index}`, 'here'),
    );
    const finding: ReportFinding = { ...mild, locations: places };
    expect(pretty(reportOf([finding]), plain80)).toContain('and 4 more places');
    expect(pretty(reportOf([finding]), { ...plain80, verbose: true })).toContain('place7');
  });

  it('prints paths as it is told to', () => {
    expect(pretty(reportOf([mild]), { ...plain80, showPath: (path) => `../${path}` })).toContain(
      '┌─ ../inventory/services.yaml:120:8',
    );
  });

  it('suggests commands that can be pasted, whatever the ids', () => {
    const odd: ReportFinding = { ...wholeDomain, subject: { type: 'domain', id: "it's $(here)" } };
    expect(pretty(reportOf([odd]), plain80)).toContain(String.raw`firebreak simulate --lose 'it'\''s $(here)'`);
  });
});
