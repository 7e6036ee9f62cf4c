import type { Nodes } from 'mdast';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report, ReportFinding } from '../../src/report/report.js';
import { markdownCode, markdownTable, markdownText } from '../../src/reporters/markdown-text.js';
import { markdown } from '../../src/reporters/markdown.js';
import { summary } from '../../src/reporters/summary.js';
import { audited, hostile, seen, unaudited, worst } from './fixtures/hostile.js';
import { plain80 } from './fixtures/options.js';
import { nodesOf, readMarkdown, textOf } from './fixtures/read-markdown.js';
import { mild, reportOf, unauditedReport, unknownReference, weakTool, wide } from './fixtures/report-fixtures.js';

/** What our own layout is made of. Text of an inventory may become none of the others: links, images, HTML, footnotes, code blocks, rules. */
const ownTypes = new Set(
  'root heading paragraph strong text inlineCode list listItem table tableRow tableCell html'.split(' '),
);
/** What GitHub and GitLab would link on their own, wherever it stands in the text that they show. */
const linked = /@\w|#\d|\bGH-\d|:\/\/|\bwww\./i;

function expectContained(text: string): void {
  for (const node of nodesOf(readMarkdown(text))) {
    expect(ownTypes).toContain(node.type);
    if (node.type === 'html') expect(node.value).toBe('<br>');
    if (node.type === 'text') expect(linked.exec(node.value)).toBeNull();
  }
}

/** The kinds of blocks in a document and how many there are, whatever text is in them. */
function outline(text: string): readonly string[] {
  const blocks = new Set(['heading', 'paragraph', 'list', 'listItem', 'table', 'tableRow', 'tableCell']);
  return [...nodesOf(readMarkdown(text))].map(({ type }) => type).filter((type) => blocks.has(type));
}

const titles = (text: string): readonly string[] =>
  readMarkdown(text).children.flatMap((node: Nodes) =>
    node.type === 'heading' && node.depth < 3 ? [textOf(node)] : [],
  );

describe('text in Markdown', () => {
  const check = (text: string): void => {
    if (seen(text) === '') {
      expect([markdownText(text), markdownCode(text)]).toEqual(['', '']);
      return;
    }
    for (const written of [markdownText(text), markdownCode(text)]) {
      for (const around of [written, `- ${written}\n`, `**${written}**`, `# ${written}`]) expectContained(around);
      expect(seen(textOf(readMarkdown(`- ${written}`)))).toBe(seen(text));
      const table = readMarkdown(markdownTable(['a', 'b'], [[written, 'end']]));
      const cells = [...nodesOf(table)].filter(({ type }) => type === 'tableCell').map(textOf);
      expect(cells.map(seen)).toEqual(['a', 'b', seen(text), 'end']);
    }
  };

  it.each(worst.map((text) => [text.slice(0, 40), text] as const))('shows %j as it is', (_name, text) => check(text));

  it('shows whatever it is as it is', () => {
    fc.assert(fc.property(hostile, check), { seed: 20221015, numRuns: 300 });
  });
});

const innocent = 'name';

describe.each([
  ['markdown', markdown],
  ['summary', summary],
])('%s', (_name, render) => {
  it('keeps hostile text in its place', () => {
    const check = (text: string): void => {
      if (seen(text) === '') return;
      for (const make of [audited, unaudited]) {
        const output = render(make(text), plain80);
        expectContained(output);
        expect(outline(output)).toEqual(outline(render(make(innocent), plain80)));
      }
    };
    for (const text of worst) check(text);
    fc.assert(fc.property(hostile, check), { seed: 20221015, numRuns: 100 });
  });

  it('says what came of it first', () => {
    const title = (report: Report): string | undefined => titles(render(report, plain80))[0];
    expect(title(reportOf([weakTool]))).toBe('Disaster-recovery audit: failed');
    expect(title(reportOf([mild]))).toBe('Disaster-recovery audit: passed');
    expect(title(unauditedReport([unknownReference]))).toBe('Disaster-recovery audit: not audited');
    expect(render(unauditedReport([unknownReference]), plain80)).toContain('nothing was audited, no rule ran');
  });

  it('leaves out what is milder than asked for', () => {
    expect(render(reportOf([weakTool, mild]), { ...plain80, minSeverity: 'high' })).not.toContain('mail has no owner');
  });
});

describe('markdown', () => {
  it('has a chapter for each part of the report', () => {
    expect(titles(markdown(reportOf([weakTool, wide, mild]), plain80)).slice(1)).toEqual([
      'Findings',
      'Promises',
      'Not known',
      'Rules',
      'Files',
    ]);
    expect(titles(markdown(unauditedReport([unknownReference]), plain80)).slice(1)).toEqual(['Problems', 'Files']);
  });

  it('keeps target, modelled and proven apart', () => {
    const text = markdown(reportOf([]), plain80);
    expect(text).toContain('| `pay` | building | RPO | 0s | 0s | 0s on 2025-11-02 | kept |');
    expect(text).toContain('| `mail` | region, `capital` | RTO | 1h | 15m–never | not proven | unknown |');
  });
});

describe('summary', () => {
  const many = (count: number): Report =>
    reportOf(Array.from({ length: count }, (_, index): ReportFinding => ({ ...weakTool, fix: `fix ${index}` })));
  const rowsIn = (text: string): number => text.match(/^\| critical \|/gm)?.length ?? 0;

  it('stays within what GitHub takes and says how many findings are cut', () => {
    const text = summary(many(20_000), plain80);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024 * 1024);
    expect(Buffer.byteLength(text)).toBeGreaterThan(1024 * 1024 - 1_000);
    const [, left = ''] = /^(\d+) more findings not shown/m.exec(text) ?? [];
    expect(rowsIn(text) + Number(left)).toBe(20_000);
    expect(text).toContain('### Not known');
  });

  it('uses no more than the room that is left, down to none', () => {
    for (const room of [60_000, 5_000, 2_500, 1_000, 0, -1]) {
      const text = summary(many(300), { ...plain80, room });
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(Math.max(0, room));
    }
    expect(rowsIn(summary(many(3), plain80))).toBe(3);
    expect(summary(many(3), plain80)).not.toContain('not shown');
  });

  it('cuts the problems of an input that was not audited as well', () => {
    const problems = unauditedReport(Array.from({ length: 20_000 }, () => unknownReference));
    const text = summary(problems, plain80);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024 * 1024);
    expect(text).toMatch(/^\d+ more problems not shown/m);
  });
});
