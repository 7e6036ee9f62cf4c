import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';

const src = join(import.meta.dirname, '..', '..', 'src');

/** Who may import whom: a room, and the rooms it may look into. Files directly in `src` are rooms of their own. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  place: [],
  problem: ['place'],
  finding: [],
  version: [],
  units: [],
  source: ['place', 'problem'],
  schema: ['source', 'units', 'place', 'problem'],
  model: ['schema', 'source', 'units', 'place', 'problem'],
  selection: [],
  editing: [],
  drills: ['editing', 'model', 'units'],
  waivers: ['editing', 'schema', 'source', 'selection', 'units', 'place', 'problem', 'finding'],
  baseline: ['schema', 'source', 'problem', 'finding'],
  analysis: ['model', 'place'],
  narrative: ['analysis', 'model', 'units', 'place'],
  rules: ['drills', 'waivers', 'selection', 'narrative', 'analysis', 'model', 'units', 'place', 'finding'],
  'own-rules': ['load-inventory', 'rules', 'selection', 'model', 'schema', 'source', 'units', 'place', 'problem'],
  packs: ['rules', 'units', 'finding'],
  report: [
    'packs',
    'rules',
    'waivers',
    'baseline',
    'selection',
    'narrative',
    'analysis',
    'model',
    'source',
    'units',
    'place',
    'problem',
    'finding',
    'version',
  ],
  comparison: [
    'report',
    'selection',
    'packs',
    'rules',
    'waivers',
    'baseline',
    'analysis',
    'model',
    'source',
    'units',
    'place',
    'finding',
  ],
  reporters: ['report', 'units', 'place', 'finding'],
  'load-inventory': ['model', 'schema', 'source', 'problem'],
  audit: ['load-inventory', 'comparison', 'packs', 'report', 'rules', 'waivers', 'baseline', 'source', 'finding'],
  simulate: ['load-inventory', 'report', 'model', 'source'],
  index: [
    'audit',
    'comparison',
    'simulate',
    'own-rules',
    'packs',
    'waivers',
    'baseline',
    'selection',
    'report',
    'rules',
    'source',
    'place',
    'finding',
    'version',
  ],
};

/** The packages each room may use. Everything else is the product's own. */
const mayUse: Readonly<Record<string, readonly string[]>> = {
  source: ['yaml', 'jsonc-parser'],
  schema: ['fastest-levenshtein'],
  model: ['fastest-levenshtein'],
  editing: ['yaml'],
  drills: ['@noble/hashes/sha2.js', '@noble/hashes/utils.js'],
  rules: ['fastest-levenshtein'],
  waivers: ['yaml'],
  'own-rules': ['@marcbachmann/cel-js'],
  report: ['@noble/hashes/sha2.js', '@noble/hashes/utils.js'],
  reporters: [
    'string-width',
    'csv-stringify/sync',
    'sarif',
    '@noble/hashes/sha2.js',
    '@noble/hashes/legacy.js',
    '@noble/hashes/utils.js',
    'preact',
    'preact/hooks',
    'preact-render-to-string',
    '@dagrejs/dagre',
    'd3-scale',
    'd3-shape',
  ],
};

/** Names through which the clock, the environment and the machine could be reached. */
const world = /\b(?:process|Date\.now|new Date\(\)|performance\.|Math\.random|setTimeout|fetch|globalThis|console)\b/;

interface SourceModule {
  readonly path: string;
  readonly room: string;
  readonly text: string;
  readonly imports: readonly string[];
}

function read(path: string): SourceModule {
  const text = readFileSync(join(src, path), 'utf8');
  const { module } = parseSync(path, text);
  const imports = [
    ...module.staticImports.map((one) => one.moduleRequest.value),
    ...module.staticExports.flatMap((one) => one.entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...module.dynamicImports.map((one) => text.slice(one.moduleRequest.start + 1, one.moduleRequest.end - 1)),
  ];
  return { path, room: roomOf(path), text, imports };
}

function roomOf(path: string): string {
  const [first = ''] = path.split('/');
  return first.replace(/\.tsx?$/, '');
}

/** The script of the HTML report, which runs in a browser and reaches nothing but its own page. */
const page = 'reporters/html/page/';

const modules = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path) && !path.includes('/generated/') && !path.startsWith(page))
  .sort()
  .map(read);

const written = new Set(modules.map(({ path }) => path));

const resolved = (from: SourceModule, request: string): string => {
  const path = relative(src, join(src, dirname(from.path), request)).replace(/\.js$/, '.ts');
  return written.has(`${path}x`) ? `${path}x` : path;
};

describe('rooms of src', () => {
  it('import only what the table allows', () => {
    const violations = modules
      .filter(({ room }) => room !== 'cli')
      .flatMap((module) =>
        module.imports
          .filter((request) => request.startsWith('.'))
          .map((request) => ({ module, target: roomOf(resolved(module, request)) }))
          .filter(({ target }) => target !== module.room && !(mayImport[module.room] ?? []).includes(target))
          .map(({ target }) => `${module.path} imports ${target}`),
      );
    expect(violations).toEqual([]);
  });

  it('are all in the table', () => {
    const rooms = new Set(modules.map(({ room }) => room));
    expect([...rooms].filter((room) => room !== 'cli' && !(room in mayImport))).toEqual([]);
  });

  it('have no import cycle between files', () => {
    const edges = new Map(
      modules.map((module) => [
        module.path,
        module.imports.filter((request) => request.startsWith('.')).map((request) => resolved(module, request)),
      ]),
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
      if (done.has(path) || trail.includes(path)) return;
      for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    for (const { path } of modules) visit(path, []);
    expect(cycles).toEqual([]);
  });

  it('use only the packages they are given', () => {
    const violations = modules
      .filter(({ room }) => room !== 'cli')
      .flatMap((module) =>
        module.imports
          .filter((request) => !request.startsWith('.') && !(mayUse[module.room] ?? []).includes(request))
          .map((request) => `${module.path} uses ${request}`),
      );
    expect(violations).toEqual([]);
  });

  it('reach clock, environment and machine only through cli', () => {
    const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$|'[^'\n]*'|`[^`]*`/gm, '');
    const violations = modules
      .filter(({ room, text }) => room !== 'cli' && world.test(withoutComments(text)))
      .map(({ path }) => path);
    expect(violations).toEqual([]);
  });

  it('never open a connection, not even cli', () => {
    const network = /^(?:node:)?(?:net|http|https|http2|tls|dns|dgram)(?:\/|$)/;
    const violations = modules.flatMap(({ path, imports, text }) => [
      ...imports.filter((request) => network.test(request)).map((request) => `${path} imports ${request}`),
      ...(/\bfetch\(|WebSocket/.test(text) ? [`${path} fetches`] : []),
    ]);
    expect(violations).toEqual([]);
  });

  it('contain no file above 300 lines, no escape from the type checker and no junk drawer', () => {
    const escapes = /\bas any\b|: any\b|@ts-|oxlint-disable|[\w)\]]!(?:\.|\[|;|,|\))| as (?!const\b)[A-Z{]/;
    const withoutStrings = (text: string): string =>
      text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$|'(?:[^'\\\n]|\\.)*'|`[^`]*`/gm, "''");
    const violations = modules.flatMap(({ path, text }) => [
      ...(text.split('\n').length > 301 && !text.startsWith('// Generated from') ? [`${path}: too long`] : []),
      ...(!/^schema\/[a-z]+-document\.ts$/.test(path) &&
      escapes.test(withoutStrings(text).replace(/import[\s\S]*?;|export \{[\s\S]*?\}/g, ''))
        ? [`${path}: ${escapes.exec(withoutStrings(text))?.[0] ?? ''}`]
        : []),
      ...(/(?:utils?|helpers?|common|types)(?:\/|\.ts$)/.test(path) ? [`${path}: junk drawer`] : []),
    ]);
    expect(violations).toEqual([]);
  });
});
