import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * The commit that is checked out in a git repository, as git itself keeps it in files; undefined where there is none
 * yet, or git keeps it in another way. Starts no program.
 */
export function checkedOutCommit(root: string): string | undefined {
  try {
    const folder = gitFolder(root);
    const head = text(join(folder, 'HEAD'));
    const name = /^ref: (refs\/[^\s]+)$/.exec(head)?.[1];
    return name === undefined ? asCommit(head) : commitOf(folder, name);
  } catch {
    return undefined;
  }
}

/** A worktree has a file in place of the folder, which says where that is. */
function gitFolder(root: string): string {
  const path = join(root, '.git');
  if (statSync(path).isDirectory()) return path;
  return resolve(dirname(path), text(path).replace(/^gitdir: /, ''));
}

function commitOf(folder: string, name: string): string | undefined {
  const shared = resolve(folder, textOr(join(folder, 'commondir'), '.'));
  const loose = textOr(join(folder, name), '') || textOr(join(shared, name), '');
  if (loose !== '') return asCommit(loose);
  const packed = textOr(join(shared, 'packed-refs'), '').split('\n');
  return asCommit(packed.find((line) => line.endsWith(` ${name}`))?.split(' ')[0] ?? '');
}

function asCommit(found: string): string | undefined {
  return /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(found) ? found : undefined;
}

function text(path: string): string {
  return readFileSync(path, 'utf8').trim();
}

function textOr(path: string, otherwise: string): string {
  try {
    return text(path);
  } catch {
    return otherwise;
  }
}
