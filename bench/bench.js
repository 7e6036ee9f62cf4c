// `npm run bench`: generates inventories of growing size and prints, for each, time and peak memory of every stage of an
// audit, and how they grow from size to size. Each size runs in a process of its own. Compare ratios: machines differ.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { generateInventory } from './generate-inventory.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.bench');
const sizes = process.argv.slice(2).map(Number);
const wanted = sizes.length > 0 ? sizes : [1_000, 10_000, 100_000];

mkdirSync(folder, { recursive: true });
await build({
  entryPoints: [join(root, 'bench/stages.ts')],
  outfile: join(folder, 'stages.js'),
  bundle: true,
  format: 'esm',
  platform: 'node',
  alias: {
    yaml: join(root, 'node_modules/yaml/browser/index.js'),
    'jsonc-parser': join(root, 'node_modules/jsonc-parser/lib/esm/main.js'),
  },
});

const results = wanted.map((size) => {
  const home = join(folder, String(size));
  mkdirSync(home, { recursive: true });
  for (const [name, text] of Object.entries(generateInventory(size))) writeFileSync(join(home, name), text);
  const printed = execFileSync(process.execPath, ['--max-old-space-size=8192', join(folder, 'stages.js'), home], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { size, ...JSON.parse(printed) };
});

/** The exponent k of time ~ size^k between two sizes: 1 is linear. */
const growth = (small, large, sizeRatio) => (Math.log(large / small) / Math.log(sizeRatio)).toFixed(2);

for (const { size, megabytes, counts, stages } of results) {
  process.stdout.write(`\n${size} services, ${megabytes.toFixed(1)} MB: ${counts}\n`);
  for (const { stage, seconds, peak } of stages) {
    process.stdout.write(
      `  ${stage.padEnd(18)} ${seconds.toFixed(3).padStart(9)} s  peak ${String(peak).padStart(5)} MB\n`,
    );
  }
}
process.stdout.write('\ngrowth of time between sizes (exponent; 1 is linear)\n');
for (let at = 1; at < results.length; at++) {
  const [small, large] = [results[at - 1], results[at]];
  const exponents = large.stages.map(({ stage, seconds }) => {
    const before = small.stages.find((one) => one.stage === stage)?.seconds ?? seconds;
    return `${stage} ${growth(before, seconds, large.size / small.size)}`;
  });
  process.stdout.write(`  ${small.size} -> ${large.size}: ${exponents.join(', ')}\n`);
}
