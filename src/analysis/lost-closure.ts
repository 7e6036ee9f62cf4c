import type { DomainIndex } from '../model/model.js';
import type { FailureGraph } from './failure-graph.js';

/** Works out what is lost with given domains. One scratch memory for many questions. */
export interface LostClosure {
  /** Everything lost with these domains, as target numbers of the graph, the domains themselves first. Valid until the next call. */
  readonly spread: (domains: readonly DomainIndex[]) => readonly number[];
  /** Whether a target was lost in the last spread. */
  readonly has: (target: number) => boolean;
}

/** Least fixpoint by counting: a condition's target is lost when its last member is. Work is that of what is lost. */
export function lostClosure(graph: FailureGraph): LostClosure {
  const { target, needed, conditionsOf, domains: domainCount } = graph;
  const lost = new Uint8Array(graph.domains + graph.replicas + graph.copies + graph.services);
  const met = new Int32Array(target.length);
  let list: number[] = [];
  let counted: number[] = [];
  const add = (one: number): void => {
    if (lost[one] === 1) return;
    lost[one] = 1;
    list.push(one);
  };
  return {
    spread: (domains) => {
      for (const one of list) lost[one] = 0;
      for (const condition of counted) met[condition] = 0;
      list = [];
      counted = [];
      for (const domain of domains) add(domain);
      for (let at = 0; at < list.length; at += 1) {
        const domain = list[at] ?? 0;
        if (domain >= domainCount) continue;
        const end = conditionsOf.starts[domain + 1] ?? 0;
        for (let item = conditionsOf.starts[domain] ?? 0; item < end; item += 1) {
          const condition = conditionsOf.items[item] ?? 0;
          const count = (met[condition] ?? 0) + 1;
          met[condition] = count;
          if (count === 1) counted.push(condition);
          if (count === needed[condition]) add(target[condition] ?? 0);
        }
      }
      return list;
    },
    has: (one) => lost[one] === 1,
  };
}
