import { CliError } from '../cli-error.js';
import type { FormerTree } from '../git/check-out.js';
import { readPolicy, type PolicyPlace, type ReadPolicy } from '../read-policy.js';
import { pathFromTree, pathInRepository, pathInTree } from './path-in-tree.js';

/** Files that flags name, from the root: they are wanted whatever they are called. */
export function namedFiles({ flags: { config, baseline }, cwd }: PolicyPlace): readonly string[] {
  return [config, baseline].flatMap((path) => (typeof path === 'string' ? [pathInRepository(path, cwd)] : []));
}

/**
 * What a former tree asks of an audit, by the same flags. The paths of its files are those that they have, or would have,
 * in the repository around `cwd`.
 */
export function policyIn(tree: FormerTree, { operands, flags, cwd }: PolicyPlace): ReadPolicy {
  const moved = (path: string): string => pathInTree(path, cwd, tree);
  const { config, baseline } = flags;
  const { settings, policy, files } = readPolicy({
    operands: operands.filter((operand) => operand !== '-').map(moved),
    flags: {
      ...flags,
      ...(typeof config === 'string' ? { config: moved(config) } : {}),
      ...(typeof baseline === 'string' ? { baseline: moved(baseline) } : {}),
    },
    cwd: tree.cwd,
  });
  const back = (file: string): string => pathFromTree(file, cwd, tree);
  return {
    settings: { ...settings, file: settings.file === undefined ? undefined : back(settings.file) },
    policy: { ...policy, files: policy.files.map(back) },
    files: files.map(back),
  };
}

/** The same error, with the state that it is about. */
export function inState(ref: string, error: unknown): unknown {
  if (!(error instanceof CliError)) return error;
  return new CliError(error.exitCode, `in ${ref}: ${error.message}`, error.help);
}
