import { cpSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audit } from '../src/audit.js';
import { json } from '../src/reporters/json.js';
import { pretty } from '../src/reporters/pretty.js';
import type { SourceFile } from '../src/source/source-file.js';
import { firebreak, folderWith, root } from './cli/fixtures/firebreak.js';
import { plain80 } from './reporters/fixtures/options.js';
import { inventoryFolder } from './support/inventory-folder.js';

function reports(files: readonly SourceFile[]): readonly string[] {
  const report = audit(files, { now: '2022-10-14' });
  return [pretty(report, plain80), json(report, plain80)];
}

describe('the order of the files', () => {
  it.each([
    'examples/incidents/kakao-2022/revealed',
    'test/input/ok/split-over-files',
    'test/input/err/duplicate-id-three-files',
    'test/input/err/cycle-fails-with',
    'test/input/err/empty-beside-good',
  ])('changes nothing in the reports on %s', (folder) => {
    const files = inventoryFolder(join(root, folder));
    expect(files.length).toBeGreaterThan(1);
    const inOrder = reports(files);
    fc.assert(
      fc.property(fc.shuffledSubarray([...files], { minLength: files.length }), (shuffled) => {
        expect(reports(shuffled)).toEqual(inOrder);
      }),
      { numRuns: 20, seed: 20221015 },
    );
  });
});

/** Settings of the example state the day. */
const surroundings = { COLUMNS: '80', SOURCE_DATE_EPOCH: '' } as const;

describe.each(['json', 'pretty'])('the bytes of %s', (format) => {
  const run = (cwd: string, operand: string, env: Readonly<Record<string, string>> = {}): string => {
    const { stdout, code } = firebreak(['audit', operand, '--format', format], {
      cwd,
      env: { ...surroundings, ...env },
    });
    expect(code).toBe(1);
    return stdout;
  };
  const usual = run(root, 'examples/incidents/kakao-2022/revealed');

  it.each([
    ['a second run', {}],
    ['another time zone', { TZ: 'Asia/Tokyo' }],
    ['the other end of the day', { TZ: 'Pacific/Kiritimati' }],
    ['a language with its own capitals', { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
    ['a language that sorts otherwise', { LANG: 'sv_SE.UTF-8', LC_COLLATE: 'sv_SE.UTF-8' }],
    ['another home', { HOME: '/nonexistent', USER: 'nobody' }],
  ])('are the same in %s', (_, env) => {
    expect(run(root, 'examples/incidents/kakao-2022/revealed', env)).toBe(usual);
  });

  it('are the same in a copy of the repository', () => {
    const copy = folderWith({ '.git/HEAD': 'ref: refs/heads/main\n' });
    cpSync(join(root, 'examples'), join(copy, 'examples'), { recursive: true });
    expect(run(copy, 'examples/incidents/kakao-2022/revealed')).toBe(usual);
    expect(run(copy, join(copy, 'examples/incidents/kakao-2022/revealed'))).toBe(usual);
  });

  it('are the same from another folder of the repository, but for how its paths are seen from there', () => {
    const seenFrom = run(join(root, 'examples/healthy'), '../incidents/kakao-2022/revealed');
    if (format === 'json') expect(seenFrom).toBe(usual);
    // Shorter paths break lines elsewhere.
    const words = (text: string): string => text.replaceAll(/\s+/g, ' ');
    expect(
      words(seenFrom.replaceAll('../incidents/kakao-2022/revealed', 'examples/incidents/kakao-2022/revealed')),
    ).toBe(words(usual));
  });
});
