// `npm run bench:peers`: "primary and backup must not share a building" in what people use instead, on the same files in
// one run, each installed into a folder of its own under .bench/. What cannot be installed here is left out with a note.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { folder, root } from './inventories.js';
import { keepResults } from './keep-results.js';
import { cfnGuard } from './peers/cfn-guard.js';
import { checkov } from './peers/checkov.js';
import { conftest } from './peers/conftest.js';
import { writePeerInventory } from './peers/inventory.js';
import { networkx } from './peers/networkx.js';
import { spectral } from './peers/spectral.js';
import { runProcess } from './run-process.js';

const runs = 3;
/** Seconds. A tool that takes longer is run once, and not asked about a larger inventory. */
const patience = 12;
const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [1_000, 10_000];

const ours = {
  name: 'firebreak',
  install() {},
  check(_, file) {
    const args = [join(root, 'bin/firebreak.js'), 'audit', file, '--rule', 'single-location', '--format', 'jsonl'];
    const ran = runProcess(process.execPath, args);
    return {
      ...ran,
      found: ran.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).subject.id),
    };
  },
};

/** Why it cannot be had here, or undefined. */
function whyNot(peer, home) {
  try {
    if (!existsSync(home)) peer.install(home);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The quickest of a few runs, and what it found; who takes long is run once. */
function measure(peer, home, file) {
  const all = [peer.check(home, file)];
  while (all.length < runs && all[0].seconds < patience) all.push(peer.check(home, file));
  const [{ seconds, found }] = all.sort((a, b) => a.seconds - b.seconds);
  return { seconds, found: [...new Set(found)].sort() };
}

const files = sizes.map((services) => ({ services, file: writePeerInventory(services) }));
const expected = files.map(({ file }) => measure(ours, '', file));
const results = [{ name: ours.name, measured: expected.map(({ seconds }) => ({ seconds, same: true })) }];
for (const peer of [spectral, conftest, cfnGuard, checkov, networkx]) {
  const home = join(folder, 'peers', peer.folder);
  const missing = whyNot(peer, home);
  if (missing !== undefined) {
    console.error(`${peer.name} is left out: ${missing}`);
    results.push({ name: peer.name, missing });
    continue;
  }
  try {
    const measured = [];
    for (const [at, { file }] of files.entries()) {
      if (measured.at(-1)?.seconds > patience) break;
      const { seconds, found } = measure(peer, home, file);
      measured.push({ seconds, same: found.join() === expected[at].found.join() });
    }
    results.push({ name: peer.name, measured });
  } catch (error) {
    results.push({ name: peer.name, missing: error instanceof Error ? error.message : String(error) });
  }
}
await keepResults('peers', {
  command: ['npm run bench:peers', ...given].join(' '),
  sizes,
  violations: expected.map(({ found }) => found.length),
  results,
});
