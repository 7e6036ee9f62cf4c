import { leastSet, needsInVain, ofKind } from './at-once.js';
import type { Bound, Facts } from './facts.js';
import type { Loss } from './loss.js';
import { ownState } from './own-state.js';
import type { RecoveryOption, Ready } from './recovery-options.js';

export type Options = ReadonlyMap<string, readonly RecoveryOption[]>;

/** Least time of those options that count; 0 where there is nothing to recover. */
function ownRecovery(id: string, loss: Loss, options: Options, noRestore: ReadonlySet<string>, bound: Bound) {
  const service = loss.facts.services.get(id);
  if (service === undefined || ownState(service, loss, bound) === 'fine') return () => 0;
  const open = options.get(id)?.filter((option) => option.via !== 'restore' || !noRestore.has(id)) ?? [];
  return (ready: Ready): number => Math.min(Infinity, ...open.map((option) => option.time(bound, ready)));
}

/** "hard-only cycles (without `anyOf`) are taken as one strongly connected component (they may start together)" */
function startGroups(facts: Facts): readonly (readonly string[])[] {
  const needs = new Map<string, Set<string>>();
  for (const { id } of facts.services.values()) needs.set(id, new Set([id]));
  for (const reached of needs.values()) {
    for (const id of reached) {
      const service = facts.services.get(id);
      if (service === undefined) continue;
      for (const { members } of ofKind(service, 'hard')) {
        if (members.length === 1) for (const member of members) reached.add(member);
      }
    }
  }
  const groups = new Map<string, string[]>();
  for (const [id, reached] of needs) {
    const mutual = [...reached].filter((other) => needs.get(other)?.has(id) === true).sort();
    groups.set(mutual[0] ?? id, mutual);
  }
  return [...groups.values()];
}

/**
 * "**Ready** times are the least fixpoint over an AND/OR graph (… nodes settle in order of time). `ready(S) = max(own
 * recovery, ready(hard dependencies))`, an `anyOf` is the first of its members".
 *
 * In every pass the group that can be ready first, given what has settled, settles; what never does is never ready.
 */
export function readyTimes(
  loss: Loss,
  options: Options,
  noRestore: ReadonlySet<string>,
  bound: Bound,
): ReadonlyMap<string, number> {
  const { facts } = loss;
  const settled = new Map<string, number>();
  const ready: Ready = (id) => settled.get(id) ?? Infinity;
  const own = new Map<string, (ready: Ready) => number>();
  for (const id of facts.services.keys()) own.set(id, ownRecovery(id, loss, options, noRestore, bound));

  // "A service that is fine with all hard dependencies fine is ready at 0": also in a circle of healthy ones.
  const affected = leastSet(
    facts,
    (service, sofar) =>
      needsInVain(service, bound) ||
      ownState(service, loss, bound) !== 'fine' ||
      ofKind(service, 'hard').some(({ members }) => members.every((member) => sofar.has(member))),
  );
  for (const id of facts.services.keys()) if (!affected.has(id)) settled.set(id, 0);

  const groupReady = (group: readonly string[]): number => {
    let time = 0;
    for (const id of group) {
      time = Math.max(time, own.get(id)?.(ready) ?? 0);
      const service = facts.services.get(id);
      if (service === undefined) continue;
      if (needsInVain(service, bound)) return Infinity;
      for (const { members } of ofKind(service, 'hard')) {
        if (members.length === 1 && members.every((member) => group.includes(member))) continue;
        time = Math.max(time, Math.min(...members.map(ready)));
      }
    }
    return time;
  };
  for (let waiting = startGroups(facts).filter((group) => group.some((id) => !settled.has(id))); ;) {
    const times = waiting.map(groupReady);
    const first = Math.min(Infinity, ...times);
    if (first === Infinity) break;
    const group = waiting[times.indexOf(first)] ?? [];
    for (const id of group) settled.set(id, first);
    waiting = waiting.filter((other) => other !== group);
  }
  return new Map([...facts.services.keys()].map((id) => [id, ready(id)]));
}
