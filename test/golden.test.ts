import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { audit } from '../src/audit.js';
import type { Report } from '../src/report/report.js';
import { compact } from '../src/reporters/compact.js';
import { json } from '../src/reporters/json.js';
import { pretty } from '../src/reporters/pretty.js';
import { firebreak, root } from './cli/fixtures/firebreak.js';
import { plain80 } from './reporters/fixtures/options.js';
import { variants } from './support/incidents/expected.js';
import { dayIn, readIncidents } from './support/incidents/incident.js';
import { foldersIn, inventoryFolder } from './support/inventory-folder.js';

const golden = join(import.meta.dirname, 'golden');
const input = join(import.meta.dirname, 'input');
/** What is audited in every format: the folders, and the name of their goldens. */
const examples = [
  ...foldersIn(join(root, 'examples')).filter((name) => name !== 'incidents'),
  'incidents/kakao-2022/revealed',
].map((folder) => ({ folder, name: folder.replace(/^incidents\/|\/revealed$/g, '') }));
const incidentVariants = readIncidents().flatMap(({ name }) => variants.map((variant) => `${name}/${variant}`));
const formats = { pretty: 'txt', compact: 'txt', json: 'json' } as const;

/** Examples without settings of their own, which state the day, are judged by this one. */
const day = ['--now', '2026-06-30'] as const;
const ownDay = (folder: string): boolean => readdirSync(join(root, 'examples', folder)).includes('firebreak.yaml');

const validReport = new Ajv2020({ allErrors: true }).compile(
  JSON.parse(readFileSync(join(root, 'schemas/report.v1.schema.json'), 'utf8')),
);

function expectValid(text: string): void {
  validReport(JSON.parse(text));
  expect(validReport.errors).toBe(null);
}

/** Commands stay whole, so that they can be copied. */
function wideLines(text: string): readonly string[] {
  return text.split('\n').filter((line) => stringWidth(line) > 80 && !/^ {2}(?:next| {4}) {4}firebreak /.test(line));
}

describe.each(examples)('examples/$folder', ({ folder, name }) => {
  it.each(Object.entries(formats))('as %s', async (format, extension) => {
    const { code, stdout, stderr } = firebreak(
      ['audit', `examples/${folder}`, '--format', format, ...(ownDay(folder) ? [] : day)],
      { cwd: root, env: { COLUMNS: '80', SOURCE_DATE_EPOCH: '' } },
    );
    expect(stderr).toBe('');
    expect(code).toBe(name === 'healthy' || name === 'well-run' ? 0 : 1);
    await expect(stdout).toMatchFileSnapshot(join(golden, `${name}.${format}.${extension}`));
    if (format === 'json') expectValid(stdout);
    if (format === 'pretty') expect(wideLines(stdout)).toEqual([]);
  });
});

describe('incidents', () => {
  it.each(incidentVariants)('%s', async (name) => {
    const folder = join(root, 'examples/incidents', name);
    const report = audit(inventoryFolder(folder), { now: dayIn(join(folder, 'firebreak.yaml')) });
    expect(report.diagnostics).toEqual([]);
    await expect(compact(report, plain80)).toMatchFileSnapshot(
      join(golden, 'incidents', `${name.replace('/', '.')}.txt`),
    );
  });
});

function reportOn(folder: string): Report {
  return audit(inventoryFolder(join(input, folder)), { now: '2026-06-30' });
}

describe('inventories that can be audited', () => {
  it.each(foldersIn(join(input, 'ok')))('%s', async (name) => {
    const report = reportOn(`ok/${name}`);
    expect(report.diagnostics).toEqual([]);
    expect(report.gate.result).not.toBe('unaudited');
    expectValid(json(report, plain80));
    await expect(compact(report, plain80)).toMatchFileSnapshot(join(golden, 'ok', `${name}.txt`));
  });
});

/** Words of the libraries behind, which mean nothing to who wrote the inventory. */
const foreignWords = /\b(?:ajv|schema|undefined|object|Error|node|scalar|sequence|must NOT|token|flow|implicit)\b/;

describe('inventories that cannot', () => {
  it.each(foldersIn(join(input, 'err')))('%s', async (name) => {
    const report = reportOn(`err/${name}`);
    expect(report.gate.result).toBe('unaudited');
    expect(report.diagnostics).not.toEqual([]);
    expect([report.findings, report.promises, report.gaps, report.rules]).toEqual([[], [], [], []]);
    expectValid(json(report, plain80));
    // Nobody is left with only what is wrong.
    expect(report.diagnostics.filter(({ help = '' }) => help === '')).toEqual([]);
    const text = pretty(report, plain80);
    await expect(text).toMatchFileSnapshot(join(golden, 'err', `${name}.txt`));
    for (const { message, help = '', locations } of report.diagnostics) {
      expect(`${message} ${help}`).not.toMatch(foreignWords);
      expect([message, help].filter((words) => /^[A-Z][a-z]|\.$/.test(words))).toEqual([]);
      expect(locations.length).toBeGreaterThan(0);
    }
  });

  it('have a problem of every kind', () => {
    const codes = foldersIn(join(input, 'err')).flatMap((name) =>
      reportOn(`err/${name}`).diagnostics.map(({ code }) => code),
    );
    expect([...new Set(codes)].sort()).toEqual([
      'cycle',
      'duplicate',
      'empty',
      'encoding',
      'limit',
      'not-inventory',
      'reference',
      'syntax',
      'type',
      'unknown-key',
      'value',
    ]);
  });
});

describe('goldens', () => {
  it('are each of an example or input that is there', () => {
    const expected = {
      '.': examples.flatMap(({ name }) =>
        Object.entries(formats).map(([format, extension]) => `${name}.${format}.${extension}`),
      ),
      incidents: incidentVariants.map((name) => `${name.replace('/', '.')}.txt`),
      ok: foldersIn(join(input, 'ok')).map((name) => `${name}.txt`),
      err: foldersIn(join(input, 'err')).map((name) => `${name}.txt`),
    };
    for (const [folder, names] of Object.entries(expected)) {
      const there = readdirSync(join(golden, folder), { withFileTypes: true }).filter((entry) => entry.isFile());
      expect(there.map(({ name }) => name).sort()).toEqual([...names].sort());
    }
  });
});
