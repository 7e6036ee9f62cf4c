import type { Former } from '../../comparison/former.js';
import type { SourceFile } from '../../source/source-file.js';
import { CliError } from '../cli-error.js';
import { filesBehind } from '../discover-inputs.js';
import { exitCodes } from '../exit-code.js';
import { withCommit, type FormerTree } from '../git/check-out.js';
import type { Commit } from '../git/commit.js';
import type { Repository } from '../git/repository.js';
import { inventoryInputs } from '../inventory-inputs.js';
import type { PolicyPlace, ReadPolicy } from '../read-policy.js';
import { noSettings, type Settings } from '../settings.js';
import { pathInTree } from './path-in-tree.js';
import { inState, namedFiles, policyIn } from './policy-at.js';
import { policyTerms } from './policy-terms.js';

export interface FormerQuery extends PolicyPlace {
  readonly repository: Repository;
  readonly base: Commit;
  /** Undefined: the files as they lie there. */
  readonly head: Commit | undefined;
  /** What the files of the state that is audited ask. */
  readonly own: ReadPolicy;
  /** Absolute paths of the inventory that is audited. */
  readonly files: readonly string[];
}

/** The state to compare with: its inventory where its own settings say that it is, and what it asked of an audit. */
export function formerState(query: FormerQuery): Former {
  const { repository, base, head, own, cwd } = query;
  if (query.operands.includes('-'))
    throw new CliError(exitCodes.usage, 'an inventory from stdin has no former state to compare with');
  return withCommit({ repository, hash: base.hash, named: namedFiles(query) }, (tree) => {
    refuseSubmodules(query, tree);
    const before = policyBefore(tree, query);
    const place = (settings: Settings): Settings => ({
      ...settings,
      file: settings.file === undefined ? undefined : pathInTree(settings.file, cwd, tree),
    });
    const settings = before?.settings ?? { ...noSettings, inventory: own.settings.inventory, file: own.settings.file };
    const left = before?.files ?? own.files;
    return {
      ref: base.ref,
      commit: base.hash,
      head: head === undefined ? undefined : { ref: head.ref, commit: head.hash },
      files: inventoryOf(
        tree,
        query,
        place(settings),
        left.map((file) => pathInTree(file, cwd, tree)),
      ),
      asked: before === undefined ? undefined : { before: policyTerms(before, cwd), now: policyTerms(own, cwd) },
    };
  });
}

/** Undefined: settings, waivers or baseline of then cannot be used. */
function policyBefore(tree: FormerTree, query: FormerQuery): ReadPolicy | undefined {
  try {
    return policyIn(tree, { ...query, flags: { ...query.flags, missingWaivers: true } });
  } catch (error) {
    if (error instanceof CliError && error.exitCode === exitCodes.usage) return undefined;
    throw inState(query.base.ref, error);
  }
}

/** Undefined: there is none at these paths. */
function inventoryOf(
  tree: FormerTree,
  { operands, cwd, base }: FormerQuery,
  settings: Settings,
  leaveOut: readonly string[],
): readonly SourceFile[] | undefined {
  const named = operands.map((operand) => pathInTree(operand, cwd, tree));
  const there = named.filter((operand) => filesBehind(operand, { cwd: tree.cwd, root: tree.root }) !== undefined);
  if (operands.length > 0 && there.length === 0) return undefined;
  try {
    const { sources } = inventoryInputs({
      operands: there,
      settings,
      cwd: tree.cwd,
      stdinFilename: undefined,
      quiet: true,
      leaveOut,
      isFormer: true,
    });
    return sources.length === 0 ? undefined : sources;
  } catch (error) {
    throw inState(base.ref, error);
  }
}

/** What lies in a submodule is in another repository, and its former state too. */
function refuseSubmodules({ files, cwd }: FormerQuery, tree: FormerTree): void {
  const inside = tree.submodules.find((path) =>
    files.some((file) => pathInTree(file, cwd, tree).startsWith(`${tree.root}/${path}/`)),
  );
  if (inside === undefined) return;
  throw new CliError(
    exitCodes.usage,
    `the inventory lies in the submodule ${inside}, whose former state is in another repository`,
    [`run firebreak in ${inside}`],
  );
}
