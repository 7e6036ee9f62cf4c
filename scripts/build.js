// Builds dist/: the command line as a few bundles that Node starts fast, the library as one ES module, all with their dependencies inside, the type
// declarations, and the licence texts of what was bundled. Run by `npm ci` and `npm pack` through `prepare`.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { generate } from './generate.js';
import { buildLate } from './late-modules.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');

/** The packages that files are from, as folders under node_modules. */
function packagesOf(paths) {
  const packages = paths.flatMap((path) => {
    const match = /^(node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(relative(root, path).replaceAll(sep, '/'));
    return match ? [match[1]] : [];
  });
  return [...new Set(packages)].sort();
}

function licenceOf(folder) {
  const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const file = readdirSync(join(root, folder)).find((name) => /^(licen[cs]e|copying)/i.test(name));
  const text = file ? readFileSync(join(root, folder, file), 'utf8').trim() : `Licence: ${manifest.license}`;
  return `${manifest.name} ${manifest.version}\n\n${text}\n`;
}

/**
 * What commander asks of Node when it is loaded takes longer than the rest of it, and only commands that are programs of
 * their own would need it. A version that is written otherwise fails the build.
 */
const commanderAlone = {
  name: 'commander-alone',
  transform(code, id) {
    if (id !== join(root, 'node_modules/commander/lib/command.js')) return undefined;
    const asked = [
      ["const childProcess = require('node:child_process');", ''],
      ["const process = require('node:process');", ''],
      [/\bchildProcess\.spawn\(/g, "process.getBuiltinModule('node:child_process').spawn("],
    ];
    return asked.reduce((text, [found, instead]) => {
      const changed = text.replace(found, instead);
      if (changed === text) throw new Error(`commander no longer says: ${found}`);
      return changed;
    }, code);
  },
};

const options = {
  cwd: root,
  platform: 'node',
  tsconfig: join(root, 'tsconfig.json'),
  transform: { target: 'node20.19' },
  // Their CommonJS builds are larger; these are the same code as ES modules.
  resolve: {
    alias: {
      yaml: join(root, 'node_modules/yaml/browser/index.js'),
      'jsonc-parser': join(root, 'node_modules/jsonc-parser/lib/esm/main.js'),
    },
  },
  checks: { ineffectiveDynamicImport: false },
  preserveEntrySignatures: 'allow-extension',
};

/**
 * What the modules of the command line go into together: every file that a command loads costs it about a millisecond,
 * whatever is in it. A module goes into the first of these that needs it; what none needs is cut by who asks for it.
 */
const layers = {
  main: ['src/cli/main.ts', 'src/cli/closest.ts', 'src/cli/shown-path.ts', 'src/reporters/shell-word.ts'],
  output: [
    'src/cli/write-outputs.ts',
    'src/cli/project-root.ts',
    'src/cli/same-inventory.ts',
    'src/cli/unreadable.ts',
    ...[
      'acceptance',
      'change-text',
      'excerpt',
      'group-by',
      'labelled-row',
      'pack-text',
      'policy-text',
      'result-text',
      'same-inventory',
    ].map((name) => `src/reporters/${name}.ts`),
  ],
  rules: [
    'src/rules/index.ts',
    'src/rules/usual-max-age.ts',
    'src/cli/rule-selection.ts',
    'src/cli/format-request.ts',
    'src/cli/write-reports.ts',
    'node_modules/@noble/hashes/sha2.js',
  ],
  inventory: [
    'src/load-inventory.ts',
    'src/cli/prepare-audit.ts',
    'src/packs/combine.ts',
    'src/drills/changes-since.ts',
  ],
  losses: ['src/simulate.ts'],
  audit: ['src/cli/commands/audit.ts', 'src/reporters/pretty.ts'],
};

/** The paths of all that went in. */
async function write(input, output, plugins = []) {
  const bundle = await rolldown({ ...options, input, plugins });
  const written = await bundle.write(output);
  await bundle.close();
  return written.output.flatMap(({ moduleIds = [] }) => moduleIds);
}

await generate();
// Built aside and moved into place, so that a dist in use is never half there.
const made = mkdtempSync(join(root, '.dist-'));
process.on('exit', () => rmSync(made, { recursive: true, force: true }));
const dir = join(made, 'cli');
const late = await buildLate({ root, options, dir });
const inputs = [
  ...late.inputs,
  ...(await write({ index: 'src/index.ts' }, { dir: made, format: 'esm', codeSplitting: false })),
  ...(await write(
    { main: 'src/cli/main.ts' },
    {
      dir,
      format: 'cjs',
      entryFileNames: '[name].cjs',
      chunkFileNames: '[name]-[hash].cjs',
      codeSplitting: {
        groups: Object.entries(layers).map(([name, roots], position, { length }) => ({
          name,
          test: (id) => roots.some((path) => id === join(root, path)),
          priority: length - position,
        })),
      },
    },
    [late.plugin, commanderAlone],
  )),
];
writeFileSync(
  join(made, 'THIRD-PARTY-LICENSES.txt'),
  packagesOf(inputs)
    .map(licenceOf)
    .join(`\n${'-'.repeat(80)}\n\n`),
);
execFileSync(
  process.execPath,
  [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.types.json', '--outDir', join(made, 'types')],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
execFileSync(process.execPath, [join(root, 'scripts/compile-ahead.js'), dir], {
  stdio: ['ignore', 'ignore', 'pipe'],
  // Nothing that sets flags: V8 refuses what was compiled under others than it runs under.
  env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:NODE|FIREBREAK)_/.test(name))),
});
// A temporary folder is for its owner alone; what is installed is for everybody.
chmodSync(made, 0o755);
rmSync(dist, { recursive: true, force: true });
renameSync(made, dist);
