// Runs the command line as people do and keeps what V8 compiled for that, for `bin/compiled.js` to start from. Only what
// has run is worth keeping: the rest would be read at every start for nothing. Is told the folder of the bundles.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const { codeFolder, modulesOf } = createRequire(import.meta.url)('../bin/compiled.js');
const packageRoot = new URL('..', import.meta.url);
const folder = process.argv[2];

const example = (name) => fileURLToPath(new URL(`examples/${name}`, packageRoot));
const audit = (name, ...flags) => ['audit', example(name), '--no-config', ...flags];
const commands = [
  ['--help'],
  audit('minimal'),
  audit('well-run', '--color', 'always'),
  ...['compact', 'json', 'sarif', 'github', 'markdown'].map((format) => audit('minimal', '--format', format)),
  ['demo', 'kakao-2022'],
  ['simulate', example('well-run'), '--worst', 'building'],
  ['explain', 'weak-link'],
];

const { load, scripts } = modulesOf(folder);
for (const argv of commands) {
  await load('main.cjs').main({ argv, packageRoot });
  if (process.exitCode > 1) throw new Error(`firebreak ${argv.join(' ')} ended with ${process.exitCode}`);
}
process.exitCode = 0;
const kept = codeFolder(folder);
mkdirSync(kept, { recursive: true });
for (const [name, script] of scripts) writeFileSync(join(kept, name), script.createCachedData());
