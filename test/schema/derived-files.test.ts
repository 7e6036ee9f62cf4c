import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { typeFiles, validatorFiles } from '../../scripts/generate.js';

const root = join(import.meta.dirname, '..', '..');

describe('files derived from the schemas', () => {
  it('are what `npm run generate` would write', async () => {
    for (const { path, text } of [...(await typeFiles()), ...(await validatorFiles())]) {
      expect(await readFile(join(root, path), 'utf8'), path).toBe(text);
    }
  });

  it('load no other module', async () => {
    for (const { path, text } of await validatorFiles()) {
      if (path.endsWith('.js')) expect(text.match(/\bimport\b|(?<!\.code=')require\("/g), path).toBeNull();
    }
  });
});
