// Bundles the stages, as the build does with the product.
import { join } from 'node:path';
import { build } from 'esbuild';
import { folder, root } from './inventories.js';

/** The path of the bundle. */
export async function buildStages() {
  const outfile = join(folder, 'stages.js');
  await build({
    entryPoints: [join(root, 'bench/stages.ts')],
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
