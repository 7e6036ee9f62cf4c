import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { firebreak, inventory, root } from '../cli/fixtures/firebreak.js';
import { repositoryWith } from './fixtures/git-repository.js';
import { healthy } from './fixtures/healthy.js';
import { publishedSchema } from './fixtures/published-schema.js';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly pass_filenames: boolean;
  readonly require_serial: boolean;
  readonly types_or: readonly string[];
}

const hooks: readonly Hook[] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'));

describe('the hook for pre-commit', () => {
  it('is one that pre-commit takes', () => {
    const validate = publishedSchema('pre-commit-hooks');
    validate(hooks);
    expect(validate.errors).toBeNull();
  });

  it('runs once, for the whole inventory, when a file of any inventory has changed', () => {
    expect(hooks).toMatchObject([
      { id: 'firebreak', language: 'node', pass_filenames: false, require_serial: true, types_or: ['yaml', 'json'] },
    ]);
  });

  it('passes, and fails with the findings', () => {
    const [{ entry } = { entry: '' }] = hooks;
    const [command, ...args] = entry.split(' ');
    expect(command).toBe('firebreak');
    const good = firebreak(args, { cwd: repositoryWith({ 'inventory/a.yaml': healthy }) });
    expect(good.code).toBe(0);
    const bad = firebreak(args, { cwd: repositoryWith({ 'inventory/a.yaml': inventory }) });
    expect(bad.code).toBe(1);
    expect(bad.stdout).toContain('objective-missing');
  });
});
