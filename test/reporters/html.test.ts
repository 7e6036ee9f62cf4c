import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateInventory } from '../../bench/generate-inventory.js';
import { audit } from '../../src/audit.js';
import { packs } from '../../src/packs/index.js';
import type { Report } from '../../src/report/report.js';
import type { DocumentOptions } from '../../src/reporters/html/document-options.js';
import { html } from '../../src/reporters/html/html.js';
import { rules } from '../../src/rules/index.js';
import { inventoryFolder } from '../support/inventory-folder.js';
import { plain80 } from './fixtures/options.js';
import { duplicateId, unauditedReport, unknownReference } from './fixtures/report-fixtures.js';

const examples = join(import.meta.dirname, '../../examples');
const catalogue = new Map(rules.map((rule) => [rule.id, rule]));

function auditOf(example: string): Report {
  return audit(inventoryFolder(join(examples, example)), {
    now: '2026-06-30',
    detail: true,
    packs: [...packs.values()].slice(0, 1),
  });
}

function documentOf(report: Report, document: DocumentOptions = { lang: 'en' }): string {
  return html(report, { ...plain80, ruleText: (id) => catalogue.get(id), document });
}

/** Headings, summaries and table heads with their depth, and how many rows each table has: the skeleton of a document. */
function outline(text: string): string {
  const marks =
    /<(h[1-4]|summary|caption)\b[^>]*>(.*?)<\/\1>|<th scope="col"[^>]*>(.*?)<\/th>|<(tbody)[^>]*>(.*?)<\/tbody>|<section id="([\w-]+)"/gs;
  const lines: string[] = [];
  for (const [, tag, words = '', head, body, rows = '', section] of text.matchAll(marks)) {
    if (section !== undefined) lines.push('', `# ${section}`);
    else if (body !== undefined) lines.push(`    ${rows.split('<tr').length - 1} rows`);
    else if (head !== undefined) lines.push(`    | ${plain(head)}`);
    else lines.push(`${tag === 'h2' ? '' : '  '}${tag ?? ''}: ${plain(words)}`);
  }
  return `${lines.join('\n').trim()}\n`;
}

function plain(markup: string): string {
  return markup
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

describe('html', () => {
  it.each(['minimal', 'incidents/kakao-2022/revealed'])('has the structure of its golden: %s', async (example) => {
    const name = example.replace(/^incidents\/|\/revealed$/g, '');
    await expect(outline(documentOf(auditOf(example)))).toMatchFileSnapshot(`golden/html/${name}.txt`);
  });

  it('has one for an inventory that could not be audited', async () => {
    const text = documentOf(unauditedReport([unknownReference, duplicateId]));
    await expect(outline(text)).toMatchFileSnapshot('golden/html/unaudited.txt');
    expect(text).toContain('did you mean &quot;account&quot;?');
  });

  it('says of a problem where it is, to the column', () => {
    const report = unauditedReport([unknownReference]);
    const [{ path, start } = { path: '', start: { line: 0, column: 0 } }] = report.diagnostics[0]?.locations ?? [];
    expect(documentOf(report)).toContain(`<span class="code">${path}:${start.line}:${start.column}</span>`);
  });

  it('says every promise as the report has it', () => {
    const report = auditOf('incidents/kakao-2022/revealed');
    const text = documentOf(report);
    const { kept, broken, unknown } = report.summary.promises;
    expect(text).toContain(`${kept} are kept even if`);
    for (const [verdict, count] of [
      ['kept', kept],
      ['broken', broken],
      ['unknown', unknown],
    ] as const)
      expect([verdict, text.split(`class="c ${verdict}"`).length - 1]).toEqual([verdict, count]);
    for (const { derivation } of report.promises)
      expect(plain(text)).toContain(plain(derivation.replaceAll('<', '&lt;')));
    for (const { fingerprint } of report.findings) expect(text).toContain(`id="f-${fingerprint.replace(':', '-')}"`);
  });

  it('lists no findings milder than asked for, says how many those are, and leads to none of them', () => {
    const report = auditOf('minimal');
    const options = { ...plain80, ruleText: () => undefined };
    const whole = html(report, options);
    const text = html(report, { ...options, minSeverity: 'high' });
    const mild = report.findings.filter(({ severity }) => severity !== 'critical' && severity !== 'high');
    expect(mild).toHaveLength(3);
    const listed = (document: string): number => document.split('data-is=').length - 1;
    expect(listed(whole) - listed(text)).toBeGreaterThanOrEqual(3);
    expect(text).toContain('3 below high are left out');
    expect(whole).not.toContain('left out, since');
    const ids = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id));
    const dead = [...text.matchAll(/ href="#([^"]+)"/g)].filter(([, id = '']) => !ids.has(id));
    expect(dead).toEqual([]);
  });

  it('asks for nothing outside of itself', () => {
    const text = documentOf(auditOf('incidents/kakao-2022/revealed'));
    expect(text).not.toMatch(/\b(?:src|srcset|poster|action)=|<link|@import|url\((?!#)/);
    expect(text).toMatch(
      /Content-Security-Policy" content="default-src &#39;none&#39;|Content-Security-Policy" content="default-src 'none'/,
    );
  });

  it('has the same bytes for the same report, whatever was rendered before', () => {
    const report = auditOf('incidents/kakao-2022/revealed');
    const once = documentOf(report);
    documentOf(auditOf('well-run'));
    expect(documentOf(structuredClone(report))).toBe(once);
  });

  it('speaks Korean, and says that the findings do not', () => {
    const text = documentOf(auditOf('minimal'), { lang: 'ko' });
    expect(text).toContain('<html lang="ko">');
    expect(text).toContain('지적 사항, 조치, 산출 근거의 문장은');
    for (const lang of ['en', 'ko'] as const) {
      const words = documentOf(auditOf('minimal'), { lang }).replace(/<(style|script)>.*?<\/\1>/gs, '');
      expect(/>[^<]*\{\w+\}[^<]*</.exec(words)).toBeNull();
    }
  });

  it('marks what stays English in a Korean document, so that it is read out as such', () => {
    const report = auditOf('minimal');
    const [first] = report.findings;
    const sentence = `<span lang="en">${first?.message ?? ''}</span>`;
    expect(documentOf(report, { lang: 'ko' })).toContain(sentence);
    expect(documentOf(report)).not.toContain('lang="en">' + (first?.message ?? ''));
  });

  it('says of a change whom a loss takes now and what asks for less, in the words of all formats', () => {
    const estate = (console: string, rto: string): string => `
locations: { a: { kind: building }, b: { kind: building } }
services:
  console: { kind: tooling, dependsOn: none, replicas: [${console}], recovery: { uses: [] } }
  shop:
    objectives: { rto: ${rto}, survive: [building] }
    dependsOn: { console: hard }
    data: none
    replicas: [{ at: a }, { at: b }]
`;
    const report = audit([{ path: 'new.yaml', content: estate('{ at: a }', '2h') }], {
      now: '2026-06-30',
      detail: true,
      since: {
        ref: 'main',
        commit: 'c0ffee',
        head: undefined,
        files: [{ path: 'old.yaml', content: estate('{ at: a }, { at: b }', '1h') }],
        asked: undefined,
      },
    });
    const words = plain(documentOf(report));
    expect(words).toContain('losing building a now takes 1 more service beyond their RTO: shop');
    expect(words).toContain('the RTO is 2h, no longer 1h: shop (new.yaml:6)');
    expect(words).toContain('no active at b any more: console');
  });

  it('is below a megabyte for 500 services', () => {
    const files = Object.entries(generateInventory(500)).map(([path, content]) => ({ path, content }));
    const text = documentOf(audit(files, { now: '2026-06-30', detail: true }));
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
  });
});
