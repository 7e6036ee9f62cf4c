import { askGit } from './run-git.js';

/** One entry of the tree of a commit. */
export interface TreeEntry {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly kind: 'file' | 'link' | 'submodule';
  /** Name of the object with its content. */
  readonly object: string;
}

const kinds: ReadonlyMap<string, TreeEntry['kind']> = new Map([
  ['100644', 'file'],
  ['100664', 'file'],
  ['100755', 'file'],
  ['120000', 'link'],
  ['160000', 'submodule'],
]);

/** Everything that a commit holds. */
export function treeEntries(root: string, hash: string): readonly TreeEntry[] {
  const listed = askGit(root, ['ls-tree', '-r', '-z', '--full-tree', hash], 'list a former state');
  return listed.split('\0').flatMap((line): readonly TreeEntry[] => {
    const [head = '', path = ''] = line.split('\t', 2);
    const [mode = '', , object = ''] = head.split(' ');
    const kind = kinds.get(mode);
    return kind === undefined || path === '' ? [] : [{ path: line.slice(head.length + 1), kind, object }];
  });
}
