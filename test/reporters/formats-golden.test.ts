import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.js';
import type { Report } from '../../src/report/report.js';
import { reporters } from '../../src/reporters/index.js';
import { inventoryFolder } from '../support/inventory-folder.js';
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

const minimal = join(import.meta.dirname, '../../examples/minimal');
const reports: Readonly<Record<string, Report>> = {
  mixed: {
    ...reportOf([weakTool, wholeDomain, wide, mild]),
    limitations: [{ id: 'people', about: ['chat'], note: 'how many people are awake' }],
  },
  clean: reportOf([]),
  unaudited: unauditedReport([unknownReference, duplicateId]),
  minimal: audit(inventoryFolder(minimal), { now: '2026-06-30' }),
};
const extensions: Readonly<Record<string, string>> = {
  sarif: 'sarif.json',
  junit: 'junit.xml',
  github: 'github.txt',
  summary: 'summary.md',
  gitlab: 'gitlab.json',
  markdown: 'markdown.md',
  csv: 'csv',
  'csv-promises': 'promises.csv',
  checkstyle: 'checkstyle.xml',
  jsonl: 'jsonl',
  rdjson: 'rd.json',
  oscal: 'oscal.json',
};

describe.each(Object.entries(extensions))('%s', (name, extension) => {
  it.each(Object.entries(reports))('is as in its golden: %s', async (title, report) => {
    const render = await reporters.get(name)?.load();
    await expect(render?.(report, plain80)).toMatchFileSnapshot(`golden/formats/${title}.${extension}`);
  });
});

it('there is a golden of every format that has no tests of its own elsewhere', () => {
  expect(Object.keys(extensions)).toEqual(
    [...reporters.keys()].filter((name) => !['pretty', 'compact', 'json', 'html'].includes(name)),
  );
});
