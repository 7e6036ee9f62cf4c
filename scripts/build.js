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

/**
 * What string-width makes when it is loaded costs more than a start of Node, and few texts need it: made on first use
 * instead. A version that is written otherwise fails the build.
 */
const lateInStringWidth = {
  name: 'late-in-string-width',
  setup(builder) {
    const late = [
      ['const segmenter = new Intl.Segmenter();', 'segment', 'segmenter', 'new Intl.Segmenter()'],
      ['const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;', 'test', 'rgiEmojiRegex', '/^\\p{RGI_Emoji}$/v'],
    ];
    builder.onLoad({ filter: /node_modules[\\/]string-width[\\/]index\.js$/ }, ({ path }) => {
      // cli-table3 brings an older one of its own.
      if (path !== join(root, 'node_modules/string-width/index.js')) return undefined;
      let contents = readFileSync(path, 'utf8');
      for (const [found, method, name, made] of late) {
        if (!contents.includes(found)) throw new Error(`string-width no longer says: ${found}`);
        const lazily = `let late_${name};\nconst ${name} = { ${method}: (text) => (late_${name} ??= ${made}).${method}(text) };`;
        contents = contents.replace(found, () => lazily);
      }
      return { contents, loader: 'js' };
    });
  },
};

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
  plugins: [lateInStringWidth],
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
