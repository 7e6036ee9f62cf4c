// Writes the inventories that are measured, each into a folder of its own under .bench/, and says where.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateInventory } from './generate-inventory.js';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const folder = join(root, '.bench');

/** `leaveOut` and `written` as in `generateInventory`. */
export function writeInventory(services, { leaveOut, written } = {}) {
  const how = leaveOut === undefined ? written : `without-${leaveOut}`;
  const home = join(folder, how === undefined ? String(services) : `${services}-${how}`);
  mkdirSync(home, { recursive: true });
  for (const [name, text] of Object.entries(generateInventory(services, { leaveOut, written })))
    writeFileSync(join(home, name), text);
  return home;
}

/** A repository in which the last commit makes one recovery slower. */
export function writeChange(services) {
  const home = join(folder, `${services}-changed`);
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  for (const [name, text] of Object.entries(generateInventory(services))) writeFileSync(join(home, name), text);
  const git = (...args) =>
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost', ...args], { cwd: home });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'before');
  const file = join(home, 'services.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('execute: 3m', 'execute: 6h'));
  git('commit', '-qam', 'after');
  return home;
}
