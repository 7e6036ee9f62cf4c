// What it costs to read an inventory with js-yaml and do nothing else: the yardstick for a whole audit.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';

const folder = process.argv[2] ?? '.';
for (const name of readdirSync(folder)) load(readFileSync(join(folder, name), 'utf8'));
