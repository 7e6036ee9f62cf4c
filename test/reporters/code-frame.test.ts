import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { ReportLocation } from '../../src/report/report.js';
import { codeFrame } from '../../src/reporters/code-frame.js';
import { layoutFor } from '../../src/reporters/layout.js';
import { unpainted } from '../../src/reporters/paint.js';
import { renderLines } from '../../src/reporters/styled-line.js';
import { plain80 } from './fixtures/options.js';

const mark = 'MARKED';

function frameOf(before: string, after: string, label: string, width: number): readonly string[] {
  const place: ReportLocation = {
    path: 'a.yaml',
    start: { line: 7, column: before.length + 1 },
    end: { line: 7, column: before.length + 1 + mark.length },
    label,
    pointer: '',
    excerpt: before + mark + after,
  };
  return renderLines(codeFrame([place], 'high', layoutFor({ ...plain80, width })), unpainted).split('\n');
}

/** Narrow, wide, joined and combining characters, tabs, and what must not reach a terminal. */
const alphabet = fc.constantFrom(
  'a',
  ' ',
  '-',
  '\t',
  '판',
  '교',
  '板',
  'ｶﾞ',
  'é',
  'e\u0301',
  '👩‍💻',
  '\u001b[31m',
  '\u202e',
  '\u0085',
  '。',
);
const text = fc.array(alphabet, { maxLength: 90 }).map((parts) => parts.join(''));

describe('a code frame', () => {
  it('marks exactly what is meant, whatever stands around it', () => {
    fc.assert(
      fc.property(text, text, fc.integer({ min: 40, max: 120 }), (before, after, width) => {
        const [, source = '', marks = ''] = frameOf(before, after, '', width);
        expect(stringWidth(marks.slice(0, marks.indexOf('^')))).toBe(
          stringWidth(source.slice(0, source.indexOf(mark))),
        );
        expect(marks.trimEnd().endsWith(` ${'^'.repeat(mark.length)}`)).toBe(true);
        expect(stringWidth(source)).toBeLessThanOrEqual(width);
      }),
      { seed: 20221015, numRuns: 500 },
    );
  });

  it('keeps labels within the width', () => {
    fc.assert(
      fc.property(text, fc.array(fc.constantFrom('both', 'are', 'here', '둘다', 'sk-pangyo')), (before, words) => {
        const lines = frameOf(before, '', words.join(' '), 80);
        expect(lines.filter((line) => stringWidth(line) > 80)).toEqual([]);
        expect(lines.join('').replaceAll(/[ │]/g, '')).toContain(words.join(''));
      }),
      { seed: 20221015, numRuns: 300 },
    );
  });

  it('prints a line once that holds several places', () => {
    const excerpt = '{ from: a, to: b }';
    const at = (column: number, label: string): ReportLocation => ({
      path: 'a.yaml',
      start: { line: 3, column },
      end: { line: 3, column: column + 1 },
      label,
      pointer: '',
      excerpt,
    });
    const frame = renderLines(codeFrame([at(9, 'one'), at(16, 'other')], 'high', layoutFor(plain80)), unpainted);
    expect(frame).toBe(
      [
        '     ┌─ a.yaml:3:9',
        '   3 │ { from: a, to: b }',
        '     │         ^ one',
        '     │                - other',
        '',
      ].join('\n'),
    );
  });

  it('stands on an empty line, a place behind the end, and a span over several lines', () => {
    const at = (excerpt: string, column: number, endLine: number, endColumn: number): ReportLocation => ({
      path: 'a.yaml',
      start: { line: 1, column },
      end: { line: endLine, column: endColumn },
      label: 'here',
      pointer: '',
      excerpt,
    });
    const marksOf = (place: ReportLocation): string =>
      renderLines(codeFrame([place], 'high', layoutFor(plain80)), unpainted).split('\n')[2] ?? '';
    expect(marksOf(at('', 1, 1, 1))).toBe('     │ ^ here');
    expect(marksOf(at('ab', 9, 1, 12))).toBe('     │   ^ here');
    expect(marksOf(at('ab: cd  ', 5, 4, 2))).toBe('     │     ^^ here');
  });
});
