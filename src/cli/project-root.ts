import { existsSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';

/** The folder of the git repository around `folder`, or undefined outside of one. */
export function gitRoot(folder: string): string | undefined {
  return ancestors(folder).find((ancestor) => existsSync(join(ancestor, '.git')));
}

/** `folder` and every folder around it, innermost first. */
export function ancestors(folder: string): readonly string[] {
  return folder === parse(folder).root ? [folder] : [folder, ...ancestors(dirname(folder))];
}
