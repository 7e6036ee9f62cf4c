import { isAbsolute, relative, resolve, sep } from 'node:path';

/** `path` as seen from `base`, with forward slashes; absolute only on another drive. */
export function pathFrom(base: string, path: string): string {
  const result = relative(base, path);
  return (result === '' ? '.' : result).split(sep).join('/');
}

/** True if `path` is `folder` or lies in it. Both absolute, symbolic links already resolved. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith(`..${sep}`) && way !== '..' && !isAbsolute(way));
}

/** Turns the paths of a report, which are relative to `root`, into paths relative to `cwd`. */
export function pathsAsSeenFrom(cwd: string, root: string): (path: string) => string {
  return (path) => pathFrom(cwd, resolve(root, path));
}
