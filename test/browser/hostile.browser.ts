import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.js';
import { hostile, worst } from '../reporters/fixtures/hostile.js';
import { allPacks, auditOf, documentOf } from './support/documents.js';
import { launchChromium } from './support/launch-chromium.js';
import { opened } from './support/opened.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** Fields in which a word of our own stands, never one of an inventory. */
const ours = new Set([
  'severity',
  'verdict',
  'result',
  'status',
  'state',
  'via',
  'objective',
  'section',
  'best',
  'worst',
  'type',
  'because',
  'failOn',
  'now',
  'date',
  'expires',
  'standing',
  'by',
  'rule',
  'phase',
  'baseline',
]);

/** A report in which every text that may come from an inventory has another one behind it. */
function spoilt(report: Report, text: string): Report {
  const copy: Report = JSON.parse(
    JSON.stringify(report, (key, value: unknown) => (typeof value === 'string' && !ours.has(key) ? text : value)),
  );
  return { ...copy, schemaVersion: '1.0', gate: report.gate };
}

const report = auditOf('incidents/kakao-2022/revealed', { packs: allPacks });

/** Characters that turn the direction of text, hide or control. */
const acting = /(?!\s)\p{Cc}|[\u202a-\u202e\u2066-\u2069\u200b\ufeff]/u;

/** What a document consists of, as the browser understood it. */
async function understood(text: string): Promise<unknown> {
  const { page, complaints, close } = await opened(browser, documentOf(spoilt(report, text), 'hostile'));
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  const seen = await page.evaluate(() => ({
    scripts: document.querySelectorAll('script').length,
    strange: [
      ...document.querySelectorAll(
        'img, iframe, object, embed, base, link, audio, video, image, use, style ~ style, foreignObject, svg script',
      ),
    ].length,
    handlers: [...document.querySelectorAll('*')].flatMap(({ attributes }) =>
      [...attributes].filter(({ name }) => name.startsWith('on') || name === 'style').map(({ name }) => name),
    ),
    schemes: [
      ...new Set(
        [...document.querySelectorAll('a')]
          .map((link) => link.getAttribute('href') ?? '')
          .filter((address) => !/^(?:#|https?:\/\/)/.test(address)),
      ),
    ],
    text: document.documentElement.textContent ?? '',
  }));
  await close();
  const { text: shown, ...rest } = seen;
  return { ...rest, acting: acting.test(shown), complaints };
}

const harmless = { scripts: 1, strange: 0, handlers: [], schemes: [], acting: false, complaints: [] };

describe('a hostile inventory', () => {
  it('puts nothing into the document but text', async () => {
    const addresses = [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'https://a\\@b',
      '//evil.example',
      ' javascript:alert(1)',
      'vbscript:x',
      'file:///etc/passwd',
      '" onmouseover="alert(1)',
      "' style='x",
      '</title><script>alert(1)</script>',
      '</style><script>alert(1)</script>',
    ];
    for (const text of [...addresses, worst.filter((one) => one.length < 1000).join(' ')])
      expect([text, await understood(text)]).toEqual([text, harmless]);
  });

  it('does so whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        expect(await understood(text)).toEqual(harmless);
      }),
      { seed: 20221015, numRuns: 25 },
    );
  });
});
