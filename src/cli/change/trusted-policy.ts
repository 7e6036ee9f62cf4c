import type { ReportCommit } from '../../report/report.js';
import { withCommit } from '../git/check-out.js';
import { commitOf } from '../git/commit.js';
import type { Repository } from '../git/repository.js';
import type { PolicyPlace, ReadPolicy } from '../read-policy.js';
import { inState, namedFiles, policyIn } from './policy-at.js';

/** Settings, waivers and baseline of a commit that is trusted, so that a change cannot decide what is asked of it. */
export function trustedPolicy(
  repository: Repository,
  ref: string,
  place: PolicyPlace,
): ReadPolicy & { readonly commit: ReportCommit } {
  const { hash } = commitOf(repository.root, ref);
  const read = withCommit({ repository, hash, named: namedFiles(place) }, (tree) => {
    try {
      return policyIn(tree, place);
    } catch (error) {
      throw inState(ref, error);
    }
  });
  return { ...read, commit: { ref, commit: hash } };
}
