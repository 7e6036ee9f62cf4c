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

/** The files of the package that a run has loaded. */
function filesLoaded(args: readonly string[], cwd: string): readonly string[] {
  const written = mkdtempSync(join(tmpdir(), 'firebreak-loads-'));
  const { code, stderr } = firebreak(args, { cwd, env: { NODE_V8_COVERAGE: written } });
  expect([0, 1, 3], stderr).toContain(code);
  const urls = readdirSync(written).flatMap((name) => {
    const { result }: Coverage = JSON.parse(readFileSync(join(written, name), 'utf8'));
    return result.map(({ url }) => url);
  });
  const files = urls.flatMap((url) => {
    if (url.startsWith('dist/')) return [join(root, url)];
    return url.startsWith('file:') ? [fileURLToPath(url)] : [];
  });
  expect(files.some((path) => path.endsWith('firebreak.js'))).toBe(true);
  return [...new Set(files)];
}

/** The modules that are in these files: `src/units/duration.ts`, `node_modules/yaml/…`. */
function modulesLoaded(args: readonly string[], cwd: string): readonly string[] {
  return filesLoaded(args, cwd).flatMap((path) =>
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
const start = ['cli', 'commander', 'fastest-levenshtein', 'finding', 'reporters', 'units', 'version'];
/** The rules, and what they say of themselves. */
const catalogue = ['@noble/hashes', 'analysis', 'narrative', 'place', 'report', 'rules'];
/** To read settings, waivers, a baseline and an inventory, and link what is in it. */
const reading = catalogue.concat(
  ['baseline', 'drills', 'load-inventory', 'model', 'packs'],
  ['schema', 'selection', 'source', 'waivers'],
);
/** To say what losses do, to audit, and to compare with what was. */
const auditing = [...reading, 'audit', 'comparison', 'simulate'];
/** Tables in a terminal. */
const tables = ['@colors/colors', 'cli-table3', 'is-fullwidth-code-point'];
/** To measure text that is neither ASCII nor plain East Asian. */
const widths = ['ansi-regex', 'get-east-asian-width', 'string-width', 'strip-ansi'];
/** To look for inventories where none is named. */
const globs = ['fdir', 'picomatch', 'tinyglobby'];
/** To draw a document. */
const pictures = [
  '@dagrejs/dagre',
  'd3-array',
  'd3-color',
  'd3-format',
  'd3-path',
  'd3-scale',
  'd3-shape',
  'preact',
  'preact-render-to-string',
];

const minimal = readFileSync(join(root, 'examples/minimal/inventory.yaml'), 'utf8');
const day = ['--now', '2026-06-30'];
const named = ['audit', 'a.dr.yaml', ...day];
const folder = folderWith({
  'a.dr.yaml': minimal,
  'anchored.yaml': minimal.replace('orders:', '&anchored orders:'),
  'wrong.yaml': minimal.replace('orders:', 'orders:\n    colour: red'),
  'a.json':
    '{ "services": { "orders": { "replicas": [{ "at": "here" }] } }, "locations": { "here": { "kind": "site" } } }',
});
const saved = folderWith({
  'r.json': firebreak(named.concat('-f', 'json'), { cwd: folder }).stdout,
});
const alone = folderWith({ 'a.dr.yaml': minimal });
const repository = branched({ 'a.dr.yaml': minimal });

/** A command, where it runs, and all that it may load. */
const commands: readonly (readonly [args: readonly string[], cwd: string, parts: readonly string[]])[] = [
  [['--version'], folder, []],
  [['--help'], folder, start],
  [['audit', '--help'], folder, start],
  [['schema'], folder, start],
  [['init'], folderWith({}), start],
  [['explain', 'weak-link'], folder, [...start, ...catalogue]],
  [['rules'], folder, [...start, ...tables, ...widths, ...reading]],
  [['config', 'show'], folder, [...start, ...tables, ...widths, ...reading]],
  [['report', '--from', 'r.json', '-f', 'markdown'], saved, [...start, ...catalogue, 'schema']],
  [['report', '--from', 'r.json'], saved, [...start, ...catalogue, 'schema', ...pictures]],
  [['report', '--from', 'r.json', '-f', 'csv'], saved, [...start, ...catalogue, 'schema', 'csv-stringify']],
  [['simulate', 'a.dr.yaml', '--lose', 'harbour-street'], folder, [...start, ...reading, 'simulate']],
  [named, folder, [...start, ...auditing]],
  [[...named, '-f', 'json'], folder, [...start, ...auditing]],
  [[...named, '-f', 'oscal'], folder, [...start, ...auditing]],
  [['audit', ...day], alone, [...start, ...auditing, ...globs]],
  [['audit', 'anchored.yaml', ...day], folder, [...start, ...auditing, 'yaml']],
  [['audit', 'a.json', ...day], folder, [...start, ...auditing]],
  [[...named, '--color', 'always'], folder, [...start, ...auditing, 'chalk']],
  [[...named, '-f', 'json=out/r.json'], folder, [...start, ...auditing, 'signal-exit']],
  [['drills', 'list', 'a.dr.yaml', ...day], folder, [...start, ...reading, ...tables]],
  [['diff', 'main', ...day], repository, [...start, ...auditing, ...globs, 'signal-exit']],
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

  it('loads the packs only where one is asked for', () => {
    const packs = (args: readonly string[]): readonly string[] =>
      modulesLoaded(args, folder).filter((module) => module === 'src/packs/dora.ts');
    expect([packs(named), packs([...named, '--pack', 'dora'])]).toEqual([[], ['src/packs/dora.ts']]);
  });

  it('loads what words the faults of an inventory only where there are any', () => {
    const wording = ['src/schema/generated/validate-inventory.js', 'src/schema/violation-problems.ts'];
    const loaded = (args: readonly string[]): readonly string[] =>
      modulesLoaded(args, folder).filter((module) => wording.includes(module));
    expect([loaded(named), loaded(['audit', 'wrong.yaml', ...day]).toSorted()]).toEqual([[], wording]);
  });

  it('starts an audit from few files', () => {
    expect(filesLoaded(named, folder).length).toBeLessThanOrEqual(8);
  });
});
