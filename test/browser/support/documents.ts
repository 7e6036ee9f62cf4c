import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { audit, type AuditOptions } from '../../../src/audit.js';
import { packs } from '../../../src/packs/index.js';
import type { Report } from '../../../src/report/report.js';
import type { Language } from '../../../src/reporters/html/document-options.js';
import { html } from '../../../src/reporters/html/html.js';
import { rules } from '../../../src/rules/index.js';
import { foldersIn, inventoryFolder } from '../../support/inventory-folder.js';
import { plain80 } from '../../reporters/fixtures/options.js';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'firebreak-browser-'));
const catalogue = new Map(rules.map((rule) => [rule.id, rule]));

/** Names of the example inventories, the incidents among them. */
export const examples: readonly string[] = [
  ...foldersIn(join(root, 'examples')).filter((name) => name !== 'incidents'),
  ...foldersIn(join(root, 'examples/incidents')).map((name) => `incidents/${name}/revealed`),
];

/** The audit of an example, with all that a document shows. */
export function auditOf(example: string, options: Partial<AuditOptions> = {}): Report {
  return audit(inventoryFolder(join(root, 'examples', example)), { now: '2026-06-30', detail: true, ...options });
}

/** Writes the document of a report and gives its address. */
export function documentOf(report: Report, name: string, lang: Language = 'en'): string {
  const command = 'firebreak report';
  const text = html(report, {
    ...plain80,
    ruleText: (id) => catalogue.get(id),
    document: { lang, organisation: 'An organisation', commit: '0'.repeat(40), command },
  });
  const path = join(folder, `${name.replaceAll(/\W+/g, '-')}.${lang}.html`);
  writeFileSync(path, text);
  return pathToFileURL(path).href;
}

/** All packs, for a document with every kind of control in it. */
export const allPacks: AuditOptions['packs'] = [...packs.values()];

/** The text of axe, which looks for what keeps people from reading a page. */
export const axeSource: string = axe.source;
