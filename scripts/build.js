// Builds dist/: the command line as a few ESM bundles, the library as one, all with their dependencies inside, the type
// declarations, and the licence texts of what was bundled. Run by `npm ci` and `npm pack` through `prepare`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
 * What string-width makes when it is loaded costs more than a start of Node, and few texts need it: made on first use
 * instead. A version that is written otherwise fails the build.
 */
const lateInStringWidth = {
  name: 'late-in-string-width',
  transform(code, id) {
    // cli-table3 brings an older one of its own.
    if (id !== join(root, 'node_modules/string-width/index.js')) return undefined;
    const late = [
      ['const segmenter = new Intl.Segmenter();', 'segment', 'segmenter', 'new Intl.Segmenter()'],
      ['const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;', 'test', 'rgiEmojiRegex', "new RegExp('^\\\\p{RGI_Emoji}$', 'v')"],
    ];
    let contents = code;
    for (const [found, method, name, made] of late) {
      if (!contents.includes(found)) throw new Error(`string-width no longer says: ${found}`);
      const lazily = `let late_${name};\nconst ${name} = { ${method}: (text) => (late_${name} ??= ${made}).${method}(text) };`;
      contents = contents.replace(found, () => lazily);
    }
    return contents;
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
};

/**
 * What the modules of the command line go into together: every file that a command loads costs it about a millisecond,
 * whatever is in it. A module goes into the first of these that needs it; what none needs is cut by who asks for it.
 */
const layers = {
  start: ['src/cli/main.ts', 'src/cli/closest.ts'],
  output: ['src/cli/write-outputs.ts', 'src/cli/chalk-paint.ts'],
  catalogue: ['src/rules/index.ts'],
  inventory: ['src/load-inventory.ts', 'src/cli/inventory-inputs.ts', 'src/cli/load-settings.ts'],
  audit: ['src/cli/commands/audit.ts', 'src/reporters/pretty.ts'],
};

async function write(input, output, plugins) {
  const bundle = await rolldown({ ...options, input, plugins });
  const written = await bundle.write({ dir: made, format: 'esm', ...output });
  await bundle.close();
  return written.output.flatMap(({ moduleIds = [] }) => moduleIds);
}

await generate();
// Built aside and moved into place, so that a dist in use is never half there.
const made = mkdtempSync(join(root, '.dist-'));
process.on('exit', () => rmSync(made, { recursive: true, force: true }));
const late = await buildLate({ root, options, dir: join(made, 'late') });
const inputs = [
  ...late.inputs,
  ...(await write({ index: 'src/index.ts' }, { codeSplitting: false }, [lateInStringWidth])),
  ...(await write(
    { cli: 'src/cli/main.ts' },
    {
      chunkFileNames: 'chunks/[name]-[hash].js',
      codeSplitting: {
        groups: Object.entries(layers).map(([name, roots], position) => ({
          name,
          test: (id) => roots.some((path) => id === join(root, path)),
          priority: -position,
        })),
      },
    },
    [late.plugin, lateInStringWidth],
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
rmSync(dist, { recursive: true, force: true });
renameSync(made, dist);
