import type { ServiceIndex } from '../model/model.js';
import { sparseRows } from './sparse-rows.js';
import { strongComponents } from './strong-components.js';
import type { WaitEntry } from './wait-entries.js';

/**
 * Which of some services never start for waiting on each other, if all of them could otherwise. Services that need
 * each other hard, by single entries, start together; nothing else in a circle ever starts. Whoever is not a member
 * counts as ready.
 */
export function neverStarting(
  members: readonly ServiceIndex[],
  entries: readonly WaitEntry[],
): ReadonlySet<ServiceIndex> {
  const groupOf = hardGroups(members, entries);
  const stuck = new Set(members);
  const owned = new Map(members.map((member) => [member, entries.filter(({ owner }) => owner === member)]));
  const groups = new Map<number, ServiceIndex[]>();
  for (const member of members) groups.set(groupOf(member), [...(groups.get(groupOf(member)) ?? []), member]);
  const waits = (entry: WaitEntry, group: number): boolean => {
    const together =
      entry.by === 'hard' && entry.members.length === 1 && entry.members.every((one) => groupOf(one) === group);
    return !together && entry.members.every((one) => stuck.has(one));
  };
  for (let before = -1; before !== stuck.size;) {
    before = stuck.size;
    for (const [group, together] of groups) {
      if (together.some((member) => owned.get(member)?.some((entry) => waits(entry, group)) === true)) continue;
      for (const member of together) stuck.delete(member);
      groups.delete(group);
    }
  }
  return stuck;
}

function hardGroups(
  members: readonly ServiceIndex[],
  entries: readonly WaitEntry[],
): (service: ServiceIndex) => number {
  const at = new Map(members.map((service, index) => [service, index]));
  const edges = entries.flatMap(({ owner, by, members: [first, ...others] }) => {
    const from = at.get(owner);
    const to = first === undefined ? undefined : at.get(first);
    return by === 'hard' && others.length === 0 && from !== undefined && to !== undefined ? [[from, to] as const] : [];
  });
  const component = strongComponents(sparseRows(members.length, edges));
  return (service) => component[at.get(service) ?? -1] ?? -1;
}
