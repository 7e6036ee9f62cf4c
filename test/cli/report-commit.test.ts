import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firebreak, folderWith } from './fixtures/firebreak.js';
import { branched, commit, git, write } from './fixtures/git.js';

const inventory = 'locations: { a: { kind: building } }\nservices: { web: { replicas: [{ at: a }] } }\n';

/** The document of the inventory in `a.dr.yaml`, or of what is named. */
const documentOf = (cwd: string, ...paths: readonly string[]): string =>
  firebreak(['report', ...paths, '-f', 'html', '--now', '2026-06-30'], { cwd }).stdout;

describe('the commit on the cover', () => {
  it('is the one that is checked out, as long as it has every file as it was read', () => {
    const cwd = branched({ 'a.dr.yaml': inventory, 'readme.md': '' });
    const hash = git(cwd, 'rev-parse', 'HEAD');
    expect(documentOf(cwd)).toContain(hash);
    write(cwd, { 'readme.md': 'what is not read may change' });
    expect(documentOf(cwd)).toContain(hash);
    write(cwd, { 'a.dr.yaml': `${inventory}# changed\n` });
    expect(documentOf(cwd)).not.toContain(hash);
    const next = commit(cwd, {});
    expect(documentOf(cwd)).toContain(next);
    write(cwd, { 'b.dr.yaml': 'services: { shop: {} }\n' });
    expect(documentOf(cwd)).not.toContain(next);
    commit(cwd, { '.gitignore': 'b.dr.yaml\n', 'b.dr.yaml': undefined });
    write(cwd, { 'b.dr.yaml': 'services: { shop: {} }\n' });
    expect(documentOf(cwd)).not.toContain(git(cwd, 'rev-parse', 'HEAD'));
  });

  it('is none where the inventory lies elsewhere, unless somebody states it', () => {
    const cwd = branched({ 'readme.md': '' });
    const elsewhere = join(folderWith({ 'dr.yaml': inventory }), 'dr.yaml');
    expect(documentOf(cwd, elsewhere)).not.toContain(git(cwd, 'rev-parse', 'HEAD'));
    expect(documentOf(cwd, elsewhere, '--commit', 'c0ffee')).toContain('c0ffee');
  });
});
