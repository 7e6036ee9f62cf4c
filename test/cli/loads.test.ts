import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { firebreak, folderWith, root } from './fixtures/firebreak.js';

interface Coverage {
  readonly result: readonly { readonly url: string }[];
}

/** The modules that are in the files of dist which a run has loaded: `src/units/duration.ts`, `node_modules/yaml/…`. */
function modulesLoaded(args: readonly string[], cwd: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'firebreak-loads-'));
  const { code, stderr } = firebreak(args, { cwd, env: { NODE_V8_COVERAGE: folder } });
  expect([0, 1], stderr).toContain(code);
  const urls = readdirSync(folder).flatMap((name) => {
    const { result }: Coverage = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    return result.map(({ url }) => url);
  });
  const files = urls.filter((url) => url.startsWith('file:')).map((url) => fileURLToPath(url));
  expect(files.some((path) => path.endsWith('firebreak.js'))).toBe(true);
  return files.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/^\s*\/\/ ((?:src|node_modules)\/\S+)$/gm)].map(([, module = '']) => module),
  );
}

/** The room a module stands in, or the package it comes from. */
function partOf(module: string): string {
  const [, own, other] = /^src\/([^/]+?)(?:\.ts|\/)|^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module) ?? [];
  return own ?? other ?? module;
}

const partsLoaded = (args: readonly string[], cwd: string = root): readonly string[] =>
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

const inventory = ['examples/minimal', '--now', '2026-06-30', '--no-config'];
const saved = folderWith({ 'r.json': firebreak(['audit', ...inventory, '-f', 'json'], { cwd: root }).stdout });

/** A command, where it runs, and all that it may load. */
const commands: readonly (readonly [args: readonly string[], cwd: string, parts: readonly string[]])[] = [
  [['--version'], root, []],
  [['--help'], root, start],
  [['audit', '--help'], root, start],
  [['schema'], root, [...start, 'fastest-levenshtein']],
  [['init'], folderWith({}), start],
  [['explain', 'weak-link'], root, [...start, ...terminal, ...catalogue, 'fastest-levenshtein']],
];

describe('what a command loads', () => {
  it.each(commands)('%j', (args, cwd, parts) => {
    expect(partsLoaded(args, cwd)).toEqual([...parts].sort());
  });
  it('x', () => {
    for (const [a,c] of [[['rules']],[['config','show']],[['drills','list','examples/well-run']],[['report','--from','r.json'],saved],[['simulate','examples/healthy','--lose','north']],[['audit',...inventory]],[['audit',...inventory,'-f','json']],[['report','--from','r.json','-f','csv'],saved]] as const) {
      const base=[...start];
      let p=partsLoaded(a,c??root); const names:string[]=[];
      for (const [n,g] of Object.entries({start,terminal,tables,catalogue,settings})) if (g.every(x=>p.includes(x))) { names.push('...'+n); p=p.filter(x=>!g.includes(x)); }
      console.log(a.join(' '), JSON.stringify(names), JSON.stringify(p)); }
  });
});
