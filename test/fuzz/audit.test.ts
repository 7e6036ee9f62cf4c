import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../src/source/source-file.js';
import { foldersIn, inventoryFolder } from '../support/inventory-folder.js';
import { accidents, keyEdits, lineEdits, truncations, type Damaged } from './damage.js';
import { soundReport } from './sound.js';

const root = join(import.meta.dirname, '../..');

/** How many random accidents each inventory has; a long run also makes every systematic edit. */
const stated = Number(process.env['FIREBREAK_FUZZ_RUNS'] ?? 0);

interface Inventory {
  readonly name: string;
  readonly files: readonly SourceFile[];
}

/** Real incidents are alike in form; two of them are enough. */
const incidents = ['incidents/kakao-2022/revealed', 'incidents/gitlab-2017/revealed'];

const inventories: readonly Inventory[] = ['examples', 'test/input/ok', 'test/input/err'].flatMap((folder) =>
  foldersIn(join(root, folder))
    .flatMap((name) => (name === 'incidents' ? incidents : [name]))
    .map((name) => ({ name: `${folder}/${name}`, files: inventoryFolder(join(root, folder, name)) })),
);

const whole = inventories.filter(({ name }) => !name.startsWith('test/input/err'));

function bytesOf({ content }: SourceFile): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** The inventory with one file damaged. */
function having(files: readonly SourceFile[], file: SourceFile, content: Uint8Array): readonly SourceFile[] {
  return files.map((other) => (other === file ? { path: file.path, content } : other));
}

function expectSound({ files }: Inventory, edits: (bytes: Uint8Array, most: number) => readonly Damaged[]): void {
  const size = files.reduce((sum, { content }) => sum + content.length, 0);
  // Large inventories take longer for each edit, so they get fewer of them.
  const most = stated > 0 ? Number.MAX_SAFE_INTEGER : Math.ceil((size > 2_000 ? 150 : 300) / files.length);
  for (const file of files) {
    for (const { how, bytes } of edits(bytesOf(file), most)) {
      try {
        soundReport(having(files, file, bytes));
      } catch (cause) {
        throw new Error(`${file.path} ${how}`, { cause });
      }
    }
  }
}

describe.each(whole)('$name', (inventory) => {
  it('is sound as it is', () => {
    expect(soundReport(inventory.files).diagnostics).toEqual([]);
  });

  it('cut off anywhere', () => {
    expectSound(inventory, truncations);
  });

  it('with lines left out, doubled, swapped and moved', () => {
    expectSound(inventory, lineEdits);
  });

  it('with keys left out, doubled, emptied and misspelt', () => {
    expectSound(inventory, keyEdits);
  });
});

describe('random accidents', () => {
  it.each(inventories)('in $name', ({ files }) => {
    const large = files.reduce((sum, { content }) => sum + content.length, 0) > 10_000;
    fc.assert(
      fc.property(fc.nat(files.length - 1), accidents, (index, damage) => {
        const file = files[index];
        if (file !== undefined) soundReport(having(files, file, damage(bytesOf(file))));
      }),
      { numRuns: stated > 0 ? Math.ceil(stated / inventories.length) : large ? 100 : 40, seed: 20221015 },
    );
  });
});

/** The end mark of a document changes nothing, but the quick reader leaves it to the complete one. */
function readCompletely(file: SourceFile, bytes: Uint8Array): Uint8Array | undefined {
  if (file.path.endsWith('.json') || bytes.at(-1) !== 10) return undefined;
  return Uint8Array.from([...bytes, ...new TextEncoder().encode('...\n')]);
}

describe('the quick and the complete reader', () => {
  it.each(whole)('agree about $name and its copies with accidents', ({ files }) => {
    let compared = 0;
    const compare = (file: SourceFile, bytes: Uint8Array): void => {
      const complete = readCompletely(file, bytes);
      if (complete === undefined) return;
      const quick = soundReport(having(files, file, bytes));
      if (quick.gate.result === 'unaudited') return;
      compared += 1;
      const { run: _, ...other } = soundReport(having(files, file, complete));
      const { run: __, ...own } = quick;
      expect(other).toEqual(own);
    };
    for (const file of files) compare(file, bytesOf(file));
    fc.assert(
      fc.property(fc.nat(files.length - 1), accidents, (index, damage) => {
        const file = files[index];
        if (file !== undefined) compare(file, damage(bytesOf(file)));
      }),
      { numRuns: stated > 0 ? Math.ceil(stated / whole.length) : 25, seed: 12730 },
    );
    const endsPlainly = files.some((file) => readCompletely(file, bytesOf(file)) !== undefined);
    expect(compared > 0).toBe(endsPlainly);
  });
});
