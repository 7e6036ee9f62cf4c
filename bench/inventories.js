// Writes the inventories that are measured, each into a folder of its own under .bench/, and says where.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateInventory } from './generate-inventory.js';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const folder = join(root, '.bench');

/** `leaveOut` as in `generateInventory`. */
export function writeInventory(services, leaveOut) {
  const home = join(folder, leaveOut === undefined ? String(services) : `${services}-without-${leaveOut}`);
  mkdirSync(home, { recursive: true });
  for (const [name, text] of Object.entries(generateInventory(services, { leaveOut })))
    writeFileSync(join(home, name), text);
  return home;
}
