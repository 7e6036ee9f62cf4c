/**
 * `npm run test:survivors`: a second look at the mutants that survived the last `npm run test:mutation`. That run looks at
 * few random inventories for each of its thousands of mutants; here each survivor alone is held against as many as the
 * test suite looks at (FIREBREAK_FUZZ_RUNS, by default 200). Changes files under `src` one at a time and puts them back.
 * Arguments: parts of file names, to look at those files only. Prints the score of each file, second look included.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const { files } = JSON.parse(readFileSync(`${root}reports/mutation.json`, 'utf8'));
const wanted = process.argv.slice(2);
const runs = process.env.FIREBREAK_FUZZ_RUNS ?? '200';

/** Position of a line and column, both from 1, in a text. */
function offsetOf(text, { line, column }) {
  let at = 0;
  for (let current = 1; current < line; current += 1) at = text.indexOf('\n', at) + 1;
  return at + column - 1;
}

function isKilled(file, source, { location, replacement }) {
  const mutated =
    source.slice(0, offsetOf(source, location.start)) + replacement + source.slice(offsetOf(source, location.end));
  try {
    writeFileSync(root + file, mutated);
    const config = ['--config', 'test/analysis/engine/mutation.config.ts', '--bail', '1'];
    execFileSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...config], {
      cwd: root,
      env: { ...process.env, FIREBREAK_FUZZ_RUNS: runs },
      stdio: 'ignore',
      timeout: 300_000,
    });
    return false;
  } catch {
    return true;
  } finally {
    writeFileSync(root + file, source);
  }
}

for (const [file, { source, mutants }] of Object.entries(files)) {
  if (wanted.length > 0 && !wanted.some((part) => file.includes(part))) continue;
  if (readFileSync(root + file, 'utf8') !== source) {
    process.stdout.write(`${file}: changed since the mutation run, left out\n`);
    continue;
  }
  const alive = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  const left = alive.filter((mutant) => !isKilled(file, source, mutant));
  const score = ((1 - left.length / mutants.length) * 100).toFixed(0);
  process.stdout.write(`${file}: ${score} %, ${left.length} of ${mutants.length} survive\n`);
  for (const { location, mutatorName, replacement } of left)
    process.stdout.write(
      `  ${location.start.line}:${location.start.column} ${mutatorName}: ${replacement.replaceAll(/\s+/g, ' ').slice(0, 90)}\n`,
    );
}
