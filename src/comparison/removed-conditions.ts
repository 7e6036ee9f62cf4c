import type { FailCondition, Model } from '../model/model.js';
import { inWords } from './in-words.js';

/**
 * What something was said to fail with and is not any more: names, and groups of which all have to fail. A group that
 * takes less to be lost than it did is no loss: it holds whenever the former one would.
 */
export function removedConditions(
  before: Model,
  was: readonly FailCondition[],
  now: Model,
  is: readonly FailCondition[],
): readonly string[] {
  const today = is.map((condition) => names(now, condition));
  return was.flatMap((condition) => {
    const former = names(before, condition);
    const holds = today.some((group) => group.every((name) => former.includes(name)));
    return holds ? [] : [inWords(former, Infinity)];
  });
}

function names({ domains }: Model, condition: FailCondition): readonly string[] {
  return condition.map((domain) => domains[domain]?.id ?? '').toSorted();
}
