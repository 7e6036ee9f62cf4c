import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Vitest global setup: builds dist when it is missing or older than what it is built from. */
export default function buildOnce(): void {
  const built = statSync(join(root, 'dist/cli/main.cjs'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const newest = Math.max(
    ...['src', 'schemas', 'scripts', 'bin', 'examples'].map((folder) => newestIn(join(root, folder))),
  );
  if (newest > built) execFileSync(process.execPath, [join(root, 'scripts/build.js')], { cwd: root, stdio: 'inherit' });
}

/** Generated files are written by the build itself. */
function newestIn(folder: string): number {
  const times = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => !/generated|(?:inventory|settings|report|waivers|baseline)-document\.ts$/.test(path))
    .map((path) => statSync(join(folder, path)))
    .filter((stats) => stats.isFile())
    .map(({ mtimeMs }) => mtimeMs);
  return Math.max(0, ...times);
}
