// The inventory that every peer gets: one file, each service with a primary and one backup, both placed in a building.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateInventory } from '../generate-inventory.js';
import { folder } from '../inventories.js';

export function writePeerInventory(services) {
  const home = join(folder, `peers-${services}`);
  mkdirSync(home, { recursive: true });
  const { 'places.yaml': places, 'services.yaml': rest } = generateInventory(services);
  const text = `${places}${rest.replace('version: 1\n', '')}`
    .replaceAll(/^ {6}- \{ at: .*extra-.*\n/gm, '')
    .replaceAll(/\bat: dc-(\d+)-[ab]\b/g, 'at: building-$1');
  const file = join(home, 'inventory.yaml');
  writeFileSync(file, text);
  return file;
}
