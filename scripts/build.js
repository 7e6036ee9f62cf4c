// Builds dist/: the command line and the library as split ESM bundles with their dependencies inside, the type
// declarations, and the licence texts of what was bundled. Run by `npm ci` and `npm pack` through `prepare`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { generate } from './generate.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');

/** The packages whose files went into the bundles, as folders under node_modules. */
function bundledPackages(metafile) {
  const packages = Object.keys(metafile.inputs).flatMap((input) => {
    const match = /^(node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
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

await generate();
// Built aside and moved into place, so that a dist in use is never half there.
const made = mkdtempSync(join(root, '.dist-'));
process.on('exit', () => rmSync(made, { recursive: true, force: true }));
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: { index: 'src/index.ts', cli: 'src/cli/main.ts' },
  outdir: made,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  chunkNames: 'chunks/[name]-[hash]',
  metafile: true,
  // Their CommonJS builds cannot be split; these are the same code as ES modules.
  alias: {
    yaml: join(root, 'node_modules/yaml/browser/index.js'),
    'jsonc-parser': join(root, 'node_modules/jsonc-parser/lib/esm/main.js'),
  },
  // Bundled CommonJS packages ask for Node's own modules through `require`.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module';\nconst require = makeRequire(import.meta.url);",
  },
});
writeFileSync(
  join(made, 'THIRD-PARTY-LICENSES.txt'),
  bundledPackages(metafile)
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
