import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { audit } from '../../src/audit.js';
import { generateInventory } from '../../bench/generate-inventory.js';
import { allPacks, auditOf, axeSource, documentOf, examples } from './support/documents.js';
import { launchChromium } from './support/launch-chromium.js';
import { opened } from './support/opened.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const addresses = new Map<string, string>();
for (const example of examples) addresses.set(example, documentOf(auditOf(example), example));
const kakao = auditOf('incidents/kakao-2022/revealed', { packs: allPacks });
addresses.set('every pack', documentOf(kakao, 'every-pack'));
addresses.set('Korean', documentOf(kakao, 'every-pack', 'ko'));
addresses.set('no detail', documentOf(auditOf('well-run', { detail: false }), 'no-detail'));
addresses.set(
  'no audit',
  documentOf(
    audit([{ path: 'a.yaml', content: 'version: 1\nservices: { chat: { owmer: x } }\n' }], { now: '2026-06-30' }),
    'no-audit',
  ),
);
const files = Object.entries(generateInventory(500)).map(([path, content]) => ({ path, content }));
const large = documentOf(audit(files, { now: '2026-06-30', detail: true }), 'large');

async function openFolds(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
}

/** How far the page, and what is in it, reaches beyond the right edge of the window. */
function overhang(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** By axe; `only` these of its rules. */
async function violations(page: Page, only?: readonly string[]): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  const found: unknown = await page.evaluate(
    `axe.run(document, { resultTypes: ['violations']${only === undefined ? '' : `, runOnly: ${JSON.stringify(only)}`} }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => id + ': ' + html.slice(0, 160))))`,
  );
  return Array.isArray(found) ? found.map(String) : ['axe did not answer'];
}

describe.each([...addresses])('the document of %s', (_name, address) => {
  it('opens without a complaint or a request, and is no wider than a phone or a laptop', async () => {
    const { page, complaints, close } = await opened(browser, address);
    await openFolds(page);
    for (const width of [360, 390, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect([width, await overhang(page)]).toEqual([width, 0]);
    }
    expect(complaints).toEqual([]);
    await close();
  });

  it('keeps nobody from reading it, in the light and in the dark theme', async () => {
    const { page, close } = await opened(browser, address, { colorScheme: 'light' });
    await openFolds(page);
    expect(await violations(page)).toEqual([]);
    // All that a theme changes.
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(page, ['color-contrast'])).toEqual([]);
    await close();
  });

  it('leads nowhere that is not there', async () => {
    const { page, close } = await opened(browser, address);
    const dangling = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
        .map((link) => link.getAttribute('href')?.slice(1) ?? '')
        .filter((id) => document.getElementById(id) === null),
    );
    expect(dangling).toEqual([]);
    const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    await close();
  });

  it('fits on paper', async () => {
    const { page, close } = await opened(browser, address);
    await openFolds(page);
    await page.emulateMedia({ media: 'print' });
    for (const paper of [210, 215.9]) {
      // The width between the margins of A4 and Letter, in CSS pixels.
      const width = Math.floor((paper - 28) * (96 / 25.4));
      await page.setViewportSize({ width, height: 900 });
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('table, tr, svg.map-picture, pre, h1, h2, h3')]
          .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
          .map((one) => `${one.tagName} ${(one.textContent ?? '').slice(0, 60)}`),
      );
      expect([paper, cut]).toEqual([paper, []]);
    }
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(20_000);
    await close();
  });
});

describe('with a script', () => {
  it('searches and filters findings', async () => {
    const { page, close } = await opened(browser, addresses.get('every pack') ?? '');
    const shown = page.locator('#findings [data-is]:visible');
    const all = await page.locator('#findings [data-is]').count();
    await page.fill('[data-tools=findings] input[type=search]', 'failover-control is lost');
    expect(await shown.count()).toBe(1);
    await expect.poll(() => page.textContent('[data-tools=findings] output')).toBe(`1 of ${all} shown`);
    await page.fill('[data-tools=findings] input[type=search]', '');
    await page.check('[data-tools=findings] input[value=critical]');
    const critical = kakao.findings.filter(({ severity }) => severity === 'critical').length;
    expect(await page.locator('#findings [data-is=critical]:visible').count()).toBe(critical);
    expect(await page.locator('#findings [data-is=low]:visible').count()).toBe(0);
    await close();
  });

  it('prints all of it, whatever a filter hides on the screen', async () => {
    const { page, close } = await opened(browser, addresses.get('every pack') ?? '');
    await openFolds(page);
    await page.fill('[data-tools=findings] input[type=search]', 'failover-control is lost');
    await page.fill('[data-tools=promises] input[type=search]', 'nothing is called like this');
    const hidden = page.locator('[data-is]:not(:visible)');
    expect(await hidden.count()).toBeGreaterThan(10);
    await page.emulateMedia({ media: 'print' });
    expect(await hidden.count()).toBe(0);
    await close();
  });

  it('searches and filters promises of a large inventory, in their groups', async () => {
    const { page, close } = await opened(browser, large);
    await page.fill('[data-tools=promises] input[type=search]', 'svc-311');
    const rows = page.locator('#promises tr[data-is]:visible');
    expect(await rows.count()).toBe(1);
    expect(await rows.locator('th').textContent()).toContain('svc-311');
    await close();
  });

  it('keeps a long list of names folded until somebody asks for it', async () => {
    const { page, close } = await opened(browser, large);
    const item = page.locator('#first li', { has: page.locator('details.more') }).first();
    const height = async (): Promise<number> => (await item.boundingBox())?.height ?? 0;
    const folded = await height();
    await item.locator('details.more > summary').click();
    expect(await height()).toBeGreaterThan(folded + 40);
    await close();
  });

  it('leads from a cell of the matrix to its derivation, and opens the fold around it', async () => {
    const { page, close } = await opened(browser, addresses.get('every pack') ?? '');
    const cell = page.locator('#promises a.c').first();
    const target = (await cell.getAttribute('href')) ?? '';
    expect(await page.locator(target).isVisible()).toBe(false);
    await cell.click();
    expect(await page.locator(target).isVisible()).toBe(true);
    expect(await page.locator(target).textContent()).toContain(kakao.promises[0]?.derivation);
    await close();
  });

  it('sorts a table by a head, by mouse and by key', async () => {
    const { page, close } = await opened(browser, addresses.get('every pack') ?? '');
    const first = page.locator('#ranking tbody tr:first-child th');
    const before = await first.textContent();
    const head = page.locator('#ranking th[data-sort=text] button').first();
    await head.click();
    const names = await page.locator('#ranking table').first().locator('tbody th').allTextContents();
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, undefined, { numeric: true })));
    await page.locator('#ranking th[data-sort=amount] button').first().focus();
    await page.keyboard.press('Enter');
    expect(await first.textContent()).toBe(before);
    await close();
  });

  it('lights on the map what is lost with a place, also by key', async () => {
    const { page, close } = await opened(browser, addresses.get('every pack') ?? '');
    await page.locator('.node', { hasText: 'sk-pangyo' }).first().focus();
    const lit = await page.locator('.map-picture.lit .node.on .name').allTextContents();
    expect(lit.toSorted()).toEqual(['pangyo', 'pangyo-naver', 'sk-pangyo']);
    await close();
  });
});

describe('without a script', () => {
  it('has everything, and nothing that would do nothing', async () => {
    const { page, close } = await opened(browser, addresses.get('every pack') ?? '', { javaScriptEnabled: false });
    for (const id of [
      'cover',
      'summary',
      'first',
      'promises',
      'map',
      'scenarios',
      'ranking',
      'findings',
      'open',
      'waivers',
      'evidence',
      'controls',
      'changes',
      'method',
      'derivations',
      'annex',
    ])
      expect([id, await page.locator(`#${id}`).isVisible()]).toEqual([id, true]);
    expect(await page.locator('form:visible').count()).toBe(0);
    expect(await page.locator('th button').count()).toBe(0);
    const cell = page.locator('#promises a.c').first();
    const target = (await cell.getAttribute('href')) ?? '';
    await cell.click();
    await expect.poll(() => page.locator(target).isVisible()).toBe(true);
    await close();
  });
});

describe('a large inventory', () => {
  it('is no wider than a phone', async () => {
    const { page, complaints, close } = await opened(browser, large, { viewport: { width: 390, height: 800 } });
    await openFolds(page);
    expect(await overhang(page)).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });
});
