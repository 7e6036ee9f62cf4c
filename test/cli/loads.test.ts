import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { reporters } from '../../src/reporters/index.js';
import { firebreak, folderWith, root } from './fixtures/firebreak.js';
import { branched } from './fixtures/git.js';

interface Coverage {
  readonly result: readonly { readonly url: string }[];
}

/** The modules that are in the files of dist which a run has loaded: `src/units/duration.ts`, `node_modules/yaml/…`. */
function modulesLoaded(args: readonly string[], cwd: string): readonly string[] {
  const written = mkdtempSync(join(tmpdir(), 'firebreak-loads-'));
  const { code, stderr } = firebreak(args, { cwd, env: { NODE_V8_COVERAGE: written } });
  expect([0, 1], stderr).toContain(code);
  const urls = readdirSync(written).flatMap((name) => {
    const { result }: Coverage = JSON.parse(readFileSync(join(written, name), 'utf8'));
    return result.map(({ url }) => url);
  });
  const files = urls.filter((url) => url.startsWith('file:')).map((url) => fileURLToPath(url));
  expect(files.some((path) => path.endsWith('firebreak.js'))).toBe(true);
  return files.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/^\s*\/\/ ((?:src|node_modules)\/\S+)$/gm)].map(
      ([, module = '']) => module,
    ),
  );
}

/** The room a module stands in, or the package it comes from. */
function partOf(module: string): string {
  const [, own, other] = /^src\/([^/]+?)(?:\.ts|\/)|^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module) ?? [];
  return own ?? other ?? module;
}

const partsLoaded = (args: readonly string[], cwd: string): readonly string[] =>
  [...new Set(modulesLoaded(args, cwd).map(partOf))].sort();

/** What there is to see before a command runs: names, flags and formats. */
const start = ['cli', 'commander', 'finding', 'reporters', 'units', 'version'];
/** To lay text out in a terminal. */
const terminal = ['ansi-regex', 'chalk', 'get-east-asian-width', 'string-width', 'strip-ansi'];
const tables = ['@colors/colors', 'cli-table3', 'is-fullwidth-code-point'];
/** The rules, and what they say of themselves. */
const catalogue = ['analysis', 'narrative', 'place', 'rules'];
/** To read settings, which may name packs, waivers and rules of a team. */
const settings = [
  'fastest-levenshtein',
  'fdir',
  'jsonc-parser',
  'packs',
  'picomatch',
  'report',
  'schema',
  'selection',
  'source',
  'tinyglobby',
  'yaml',
];

/** To read an inventory and link what is in it. */
const model = ['@noble/hashes', 'load-inventory', 'model'];
/** To audit it, whatever waivers and baselines there are, and compare it with what it was. */
const auditing = ['audit', 'baseline', 'comparison', 'drills', 'waivers'];
/** To write a file, and leave none half-written. */
const writing = ['chalk', 'signal-exit'];

const minimal = readFileSync(join(root, 'examples/minimal/inventory.yaml'), 'utf8');
const day = ['--now', '2026-06-30'];
const folder = folderWith({ 'a.dr.yaml': minimal });
const saved = folderWith({
  'r.json': firebreak(['audit', ...day, '-f', 'json'], { cwd: folder }).stdout,
});
/** To draw a document. */
const pictures = [
  '@dagrejs/dagre',
  '@noble/hashes',
  'ansi-regex',
  'd3-array',
  'd3-color',
  'd3-format',
  'd3-interpolate',
  'd3-path',
  'd3-scale',
  'd3-shape',
  'get-east-asian-width',
  'preact',
  'preact-render-to-string',
  'string-width',
  'strip-ansi',
];
const repository = branched({ 'a.dr.yaml': minimal });

const anyAudit = [...start, ...terminal, ...catalogue, ...settings, ...model, ...auditing, ...writing];
const anyReport = [...start, ...catalogue, ...writing, 'fastest-levenshtein', 'report', 'schema'];

/** A command, where it runs, and all that it may load. */
const commands: readonly (readonly [args: readonly string[], cwd: string, parts: readonly string[]])[] = [
  [['--version'], folder, []],
  [['--help'], folder, start],
  [['audit', '--help'], folder, start],
  [['schema'], folder, [...start, 'fastest-levenshtein']],
  [['init'], folderWith({}), start],
  [['explain', 'weak-link'], folder, [...start, ...terminal, ...catalogue, 'fastest-levenshtein']],
  [['rules'], folder, [...start, ...terminal, ...tables, ...catalogue, ...settings]],
  [['config', 'show'], folder, [...start, ...terminal, ...tables, ...catalogue, ...settings, 'baseline', 'waivers']],
  [['report', '--from', 'r.json', '-f', 'markdown'], saved, anyReport],
  [['report', '--from', 'r.json'], saved, [...anyReport, ...pictures]],
  [['report', '--from', 'r.json', '-f', 'csv'], saved, [...anyReport, 'csv-stringify']],
  [
    ['simulate', '--lose', 'harbour-street'],
    folder,
    [...start, ...terminal, ...catalogue, ...settings, ...model, ...writing, 'simulate'],
  ],
  [['audit', ...day], folder, anyAudit],
  [['audit', ...day, '-f', 'json'], folder, anyAudit],
  [['audit', ...day, '-f', 'oscal'], folder, anyAudit],
  [
    ['drills', 'list', ...day],
    folder,
    [...anyAudit.filter((part) => part !== 'audit' && part !== 'comparison'), ...tables],
  ],
  [['diff', 'main', ...day], repository, anyAudit],
];

describe('what a command loads', () => {
  it.each(commands)('%j', (args, cwd, parts) => {
    expect(partsLoaded(args, cwd)).toEqual([...new Set(parts)].sort());
  });

  it.each([['json'], ['sarif'], ['markdown'], ['csv'], ['csv-promises'], ['junit'], ['oscal'], ['jsonl']])(
    'of the formats only the one asked for: %s',
    (format) => {
      const own = new Map([
        ['json', 'json-pieces'],
        ['sarif', 'sarif/sarif'],
        ['markdown', 'markdown/markdown'],
        ['oscal', 'oscal/oscal'],
      ]);
      const names = [...reporters.keys()];
      const fileOf = (name: string): string => `src/reporters/${own.get(name) ?? name}.ts`;
      const loaded = modulesLoaded(['report', '--from', 'r.json', '-f', format], saved);
      expect(names.filter((name) => loaded.includes(fileOf(name)) && !(name === 'json' && format === 'jsonl'))).toEqual(
        [format],
      );
    },
  );
});
