import type { Nodes } from 'mdast';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report, ReportFinding } from '../../src/report/report.js';
import { markdownCode, markdownProse, markdownTable, markdownText } from '../../src/reporters/markdown-text.js';
import { markdown } from '../../src/reporters/markdown/markdown.js';
import { summary } from '../../src/reporters/summary.js';
import { audited, hostile, seen, unaudited, worst } from './fixtures/hostile.js';
import { plain80 } from './fixtures/options.js';
import { nodesOf, readMarkdown, textOf } from './fixtures/read-markdown.js';
import {
  mild,
  reportOf,
  unauditedReport,
  unknownReference,
  weakTool,
  wholeDomain,
  wide,
} from './fixtures/report-fixtures.js';

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

describe('a sentence of a rule', () => {
  const nodes = (text: string): readonly Nodes[] => [...nodesOf(readMarkdown(markdownProse(text)))];

  it('has code where it has backticks, and shows the rest as it is', () => {
    const root = nodes('set `failsWith: [feed-1]` of a_b, or `in`');
    const code = root.filter(({ type }) => type === 'inlineCode');
    expect(code.map((node) => ('value' in node ? node.value : ''))).toEqual(['failsWith: [feed-1]', 'in']);
    expect(textOf(readMarkdown(markdownProse('set `failsWith` of a_b')))).toBe('set failsWith of a_b');
  });

  it.each([['one ` alone'], ['`a|b` and `<b>&`'], ['`![x](y)` `'], ['`` ` ``'], ['` spaced `']])(
    'has none where it could not be ours: %j',
    (text) => {
      expect(nodes(text).filter(({ type }) => type !== 'text' && type !== 'paragraph' && type !== 'root')).toEqual([]);
      expect(textOf(readMarkdown(markdownProse(text)))).toBe(text);
    },
  );

  it('makes nothing but text and code of whatever it is given', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const kinds = new Set(nodes(`\`${text}\` ${text}`).map(({ type }) => type));
        expect([...kinds].filter((kind) => !['root', 'paragraph', 'text', 'inlineCode'].includes(kind))).toEqual([]);
      }),
      { seed: 20221015, numRuns: 300 },
    );
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
      'Fix first',
      'Promises by service and loss',
      'Findings',
      'To fill in, by owner',
      'Not known',
      'How to read this',
      'Promises',
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

describe('the document', () => {
  const waived: ReportFinding = {
    ...weakTool,
    waiver: { id: 'W-1', owner: '@payments', expires: '2026-12-31', daysLeft: 30, reason: 'second site in May' },
  };

  it('says what to fix first and whom that helps, and leaves out what somebody has accepted', () => {
    const first = (findings: readonly ReportFinding[]): readonly string[] =>
      /\n## Fix first\n\n([\s\S]*?)\n\n/.exec(markdown(reportOf(findings), plain80))?.[1]?.split('\n') ?? [];
    expect(first([weakTool, mild])).toEqual([
      `1. **${weakTool.message}**, for \`sre\``,
      `   - do: ${weakTool.fix}`,
      '   - helps 15 services: `failover-console`, `chat`, `feed`, `pay`, `login`, `maps`, `taxi`, `music`, `mail`, `story`, `games`, `shop` and 3 more',
    ]);
    expect(first([waived, wholeDomain]).join('\n')).not.toContain(weakTool.message);
    expect(first([waived, wholeDomain])[0]).toBe(`1. **${wholeDomain.message}**`);
    expect(first([waived, mild])).toEqual([]);
  });

  it('shows services by kinds of loss, what does not hold first', () => {
    const text = markdown(reportOf([]), plain80);
    expect(/\| Service \|[\s\S]*?\n\n/.exec(text)?.[0]).toBe(
      [
        '| Service | building | region |',
        '| --- | --- | --- |',
        '| `failover-console` | **broken** / – | – / – |',
        '| `mail` | – / – | unknown / – |',
        '| `pay` | – / kept | – / – |',
        '\n',
      ].join('\n'),
    );
  });

  it('asks each owner for what is missing, and nobody for what belongs to nobody', () => {
    const roster = [
      { service: 'mail', owner: 'post' },
      { service: 'maps', owner: 'geo' },
    ];
    const text = markdown({ ...reportOf([]), roster }, plain80);
    const list = /\n## To fill in, by owner\n\n([\s\S]*?)\n## /.exec(text)?.[1] ?? '';
    expect(list.split('\n').filter((line) => line !== '')).toEqual([
      '### post',
      '- [ ] `recovery.detect` of `mail`: 1 promise waits for it',
      '### geo',
      '- [ ] `recovery.uses` of `maps`: checks of rules wait for it',
      '- [ ] `replicas[1].lag` of `maps`: checks of rules wait for it',
      '### No owner stated',
      '- [ ] `recovery.uses` of `chat`, `feed`, `login`, `pay`: checks of rules wait for it',
      '- [ ] `replicas[1].lag` of `taxi`: checks of rules wait for it',
      '- [ ] `replicas[0].at` of `music`: checks of rules wait for it',
      '- [ ] `backups.nightly.restore.to` of `story`: checks of rules wait for it',
      '- [ ] `backups.nightly.every` of `story`: checks of rules wait for it',
      '- [ ] `recovery.execute` of `shop`: checks of rules wait for it',
    ]);
  });

  const governed = (text: string): Report => ({
    ...audited(text),
    roster: [{ service: text, owner: text }],
    waivers: [
      {
        id: text,
        rule: text,
        owner: text,
        approvedBy: text,
        ticket: text,
        reason: text,
        expires: '2026-12-31',
        daysLeft: 30,
        state: 'in-force',
        names: [],
        location: {
          path: text,
          start: { line: 1, column: 1 },
          end: { line: 1, column: 2 },
          label: '',
          pointer: '',
          excerpt: '',
        },
      },
    ],
    baseline: {
      path: text,
      entries: 1,
      known: 0,
      worsened: 0,
      new: 1,
      fixed: [{ fingerprint: text, rule: text, subject: text }],
    },
  });

  it('says who has accepted what until when', () => {
    expect(markdown(governed('name'), plain80)).toContain(
      '| name | `name` | in-force, until 2026-12-31 | name, approved by name | name; name | 0 |',
    );
  });

  it('keeps hostile text in its place in waivers and among owners', () => {
    const check = (text: string): void => {
      if (seen(text) === '') return;
      const output = markdown(governed(text), plain80);
      expectContained(output);
      expect(outline(output)).toEqual(outline(markdown(governed(innocent), plain80)));
    };
    for (const text of worst) check(text);
    fc.assert(fc.property(hostile, check), { seed: 20221015, numRuns: 50 });
  });

  it('stays short enough to be shown, cuts after whole rows, and says of what and how much', () => {
    const findings = Array.from({ length: 3_000 }, (_, index): ReportFinding => ({
      ...(index < 2_000 ? weakTool : mild),
      subject: { type: 'service', id: `s${index}` },
    }));
    const { promises } = reportOf([]);
    const text = markdown(
      { ...reportOf(findings), promises: Array.from({ length: 4_000 }, () => promises).flat() },
      plain80,
    );
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(512_000);
    expect(Buffer.byteLength(text)).toBeGreaterThan(450_000);
    const shown = [...nodesOf(readMarkdown(text))]
      .filter(({ type }) => type === 'heading' || type === 'tableRow')
      .map(textOf);
    const heads = (what: string): number => shown.filter((one) => one.startsWith(what)).length;
    const [, cutFindings = ''] =
      /this document is cut: (\d+) of 3000 findings, (\d+) of 12000 promises are left out/.exec(text) ?? [];
    expect(heads('critical: recovery-tool') + Number(cutFindings)).toBe(3_000);
    expect(text.match(/^Left out here: \d+ of 3000 findings\.$/m)).not.toBeNull();
    expect(text).toContain('\n## Files\n');
  });

  it('is whole where there is room', () => {
    expect(markdown(reportOf([weakTool, wide, mild]), plain80)).not.toMatch(/left out here|is cut/i);
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

  it('says what it is only a part of', () => {
    const report = reportOf([weakTool, mild]);
    const narrowed = { ...report, run: { ...report.run, select: 'tier=gold', selected: 2 } };
    const text = summary(narrowed, { ...plain80, minSeverity: 'critical' });
    expect(text).toContain('\n- only what concerns tier=gold, 2 services\n');
    expect(text).toContain('\n- 1 below critical not shown\n');
    expect(text).toContain('\n- checked: ');
    expect(summary(report, plain80)).not.toMatch(/only what concerns|not shown/);
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
