// Bundles what measures parts of the product, as the build does with the product.
import { join } from 'node:path';
import { build } from 'esbuild';
import { folder, root } from './inventories.js';

/** `name` is a file of this folder, in TypeScript. The path of the bundle. */
export async function buildPart(name) {
  const outfile = join(folder, `${name}.js`);
  await build({
    entryPoints: [join(root, `bench/${name}.ts`)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    alias: {
      yaml: join(root, 'node_modules/yaml/browser/index.js'),
      'jsonc-parser': join(root, 'node_modules/jsonc-parser/lib/esm/main.js'),
    },
  });
  return outfile;
}
