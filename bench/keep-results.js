// Keeps what one of the benchmarks has measured, and writes BENCHMARKS.md from what all of them have.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { auditText } from './audit-text.js';
import { folder, root } from './inventories.js';
import { peersText } from './peers-text.js';

const texts = { audit: auditText, peers: peersText };

const introduction = `# Benchmarks

Written by \`npm run bench\` and \`npm run bench:peers\`; not to be edited. Compare ratios: machines differ, and other work on a machine shows.

The inventories are made up and always the same for a size (\`bench/generate-inventory.js\`): about 27 lines of YAML a service, with tier, owner, up to 5 dependencies, 2 to 4 replicas and a recovery; 100 places for 1,000 services.`;

export async function keepResults(name, results) {
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}, Node.js ${process.version}`;
  writeFileSync(fileOf(name), JSON.stringify({ machine, day: new Date().toISOString().slice(0, 10), ...results }));
  const parts = Object.entries(texts).map(([part, textOf]) =>
    existsSync(fileOf(part)) ? textOf(JSON.parse(readFileSync(fileOf(part), 'utf8'))) : '',
  );
  const path = join(root, 'BENCHMARKS.md');
  const text = [introduction, ...parts].join('\n\n');
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
  process.stdout.write(parts.join('\n\n'));
}

function fileOf(name) {
  return join(folder, `results-${name}.json`);
}
