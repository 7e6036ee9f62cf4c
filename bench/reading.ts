// What it takes until the data of an inventory is there, in one of several ways, in a process of its own: prints seconds.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { readSources } from '../src/source/read-sources.js';

const [folder = '.', way = 'here', cache = ''] = process.argv.slice(2);
const content = (): { path: string; content: Buffer }[] =>
  readdirSync(folder).map((path) => ({ path, content: readFileSync(join(folder, path)) }));
const read = (): unknown[] => readSources(content()).documents.map(({ value }) => value);

/** Each resolves once the data is there. */
const ways: Readonly<Record<string, () => Promise<unknown> | unknown>> = {
  here: read,
  worker: () =>
    new Promise((resolve) => {
      new Worker(fileURLToPath(import.meta.url), { argv: [folder, way], execArgv: [] }).once('message', resolve);
    }),
  cache: () => {
    const digest = createHash('sha256');
    for (const file of content()) digest.update(file.content);
    digest.digest('hex');
    return deserialize(readFileSync(cache));
  },
  json: () => {
    const parsed: unknown = JSON.parse(readFileSync(cache, 'utf8'));
    return parsed;
  },
};

if (isMainThread) {
  if (way === 'cache') writeFileSync(cache, serialize(read()));
  if (way === 'json') writeFileSync(cache, JSON.stringify(read()));
  const start = process.hrtime.bigint();
  await ways[way]?.();
  process.stdout.write(String(Number(process.hrtime.bigint() - start) / 1e9));
} else parentPort?.postMessage(read(), []);
