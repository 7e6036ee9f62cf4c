import type { DomainIndex, Targets } from '../../model/model.js';
import type { Plan } from '../../model/plan.js';
import type { Facts } from '../facts.js';
import type { OpenField } from '../judgement.js';
import { lossesPlannedFor } from './plan-scope.js';
import { reachAfter } from './reach-after.js';

/** The losses a plan is for after which none of its hosts can be reached in time, and what leaves that open. */
export function unreachedLosses(
  plan: Plan,
  hosts: Targets,
  facts: Facts,
): { readonly lost: readonly DomainIndex[]; readonly missing: readonly OpenField[] } {
  const owner = { type: 'plan', index: plan.index } as const;
  const losses = lossesPlannedFor(plan, facts);
  if (losses === undefined || losses.length === 0) return { lost: [], missing: [{ owner, path: ['covers'] }] };
  const within = plan.activation?.within;
  const reaches = losses.map((loss) => ({ loss, reach: reachAfter(facts, hosts, loss, within) }));
  const open = reaches.flatMap(({ reach }) => (reach.outcome === 'open' ? reach.missing : []));
  const untold = reaches.some(({ reach }) => reach.outcome === 'open') && within === undefined;
  return {
    lost: reaches.flatMap(({ loss, reach }) => (reach.outcome === 'lost' ? [loss] : [])),
    missing: [...open, ...(untold ? [{ owner, path: ['activation', 'within'] }] : [])],
  };
}

/** The losses in a sentence: the first by name, the rest counted. */
export function tellLosses({ model }: Facts, lost: readonly DomainIndex[]): string {
  const [first] = lost;
  const name = model.domains[first ?? -1]?.id ?? '';
  const more = lost.length - 1;
  return `when ${name} is lost${more === 0 ? '' : `, and in ${more} more of the losses the plan is for`}`;
}

/** The one that all the others come to, for a finding; nothing where there are several of their own. */
export function commonLoss({ domainsTaking }: Facts, lost: readonly DomainIndex[]): { readonly loss?: DomainIndex } {
  const loss = lost.find((one) => lost.every((other) => domainsTaking(one).includes(other)));
  return loss === undefined ? {} : { loss };
}
