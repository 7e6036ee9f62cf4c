import { reporters } from '../../reporters/index.js';
import { pathFromTree, pathInTree } from '../change/path-in-tree.js';
import { namedFiles } from '../change/policy-at.js';
import type { ExitCode } from '../exit-code.js';
import type { AuditFlags } from '../flags.js';
import { formatRequests } from '../format-request.js';
import { withCommit } from '../git/check-out.js';
import { commitOf } from '../git/commit.js';
import { repositoryAround } from '../git/repository.js';
import { prepareAudit, type PreparedAudit } from '../prepare-audit.js';
import { auditPrepared } from './audit.js';

export interface DiffFlags extends Omit<AuditFlags, 'since'> {
  /** The state to judge; undefined: the files as they lie there. */
  readonly head?: string;
}

/** Audits what a branch makes of the inventory, and says what is different from where it left `base`. */
export async function diff(base: string, operands: readonly string[], given: DiffFlags): Promise<ExitCode> {
  const cwd = process.cwd();
  const { head, ...rest } = given;
  const flags = { ...rest, since: base };
  const requests = formatRequests(flags.format ?? ['pretty'], reporters, cwd);
  const prepared = head === undefined ? prepareAudit(operands, flags) : prepareCommit(head, operands, flags, cwd);
  return auditPrepared(prepared, requests, { operands, flags, cwd: prepared.cwd });
}

/** Everything for an audit of a commit; nothing is read from the working tree. */
function prepareCommit(ref: string, operands: readonly string[], flags: AuditFlags, cwd: string): PreparedAudit {
  const repository = repositoryAround(cwd, '--head');
  const head = commitOf(repository.root, ref);
  const { config, baseline } = flags;
  return withCommit({ repository, hash: head.hash, named: namedFiles({ operands, flags, cwd }) }, (tree) => {
    const moved = (path: string): string => pathInTree(path, cwd, tree);
    const inTree = {
      ...flags,
      ...(typeof config === 'string' ? { config: moved(config) } : {}),
      ...(typeof baseline === 'string' ? { baseline: moved(baseline) } : {}),
    };
    const prepared = prepareAudit(operands.map(moved), inTree, { cwd: tree.cwd, repository, head });
    // The files that an output must not replace are those of the working tree.
    const here = (file: string): string => pathFromTree(file, cwd, tree);
    return {
      ...prepared,
      inputs: { ...prepared.inputs, files: prepared.inputs.files.map(here) },
      policyFiles: prepared.policyFiles.map(here),
    };
  });
}
