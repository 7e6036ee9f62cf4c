import type { ServiceIndex } from '../model/model.js';
import { sparseRows } from './sparse-rows.js';
import { strongComponents } from './strong-components.js';
import type { WaitEntry } from './wait-entries.js';

/** In which order services can start, and which never do. */
export interface StartOrder {
  /** Each wave waits only for those before it. */
  readonly waves: readonly (readonly ServiceIndex[])[];
  readonly never: ReadonlySet<ServiceIndex>;
}

/**
 * The order in which services start that wait for each other, if nothing else keeps them. Services that need each other
 * hard, by single entries, start together; nothing else in a circle ever starts. Whoever is not a member counts as
 * ready. One pass for each wave.
 */
export function startOrder(members: readonly ServiceIndex[], entries: readonly WaitEntry[]): StartOrder {
  const groupOf = hardGroups(members, entries);
  const never = new Set(members);
  const owned = byOwner(entries);
  const groups = new Map<number, ServiceIndex[]>();
  for (const member of members) {
    const group = groups.get(groupOf(member));
    if (group) group.push(member);
    else groups.set(groupOf(member), [member]);
  }
  const waits = (entry: WaitEntry, group: number): boolean => {
    const together =
      entry.by === 'hard' && entry.members.length === 1 && entry.members.every((one) => groupOf(one) === group);
    return !together && entry.members.every((one) => never.has(one));
  };
  const waves: (readonly ServiceIndex[])[] = [];
  for (;;) {
    const free = [...groups].filter(
      ([group, together]) =>
        !together.some((member) => owned.get(member)?.some((entry) => waits(entry, group)) === true),
    );
    if (free.length === 0) return { waves, never };
    for (const [group, together] of free) {
      for (const member of together) never.delete(member);
      groups.delete(group);
    }
    waves.push(free.flatMap(([, together]) => together));
  }
}

function byOwner(entries: readonly WaitEntry[]): ReadonlyMap<ServiceIndex, readonly WaitEntry[]> {
  const owned = new Map<ServiceIndex, WaitEntry[]>();
  for (const entry of entries) {
    const list = owned.get(entry.owner);
    if (list) list.push(entry);
    else owned.set(entry.owner, [entry]);
  }
  return owned;
}

function hardGroups(
  members: readonly ServiceIndex[],
  entries: readonly WaitEntry[],
): (service: ServiceIndex) => number {
  const at = new Map(members.map((service, index) => [service, index]));
  const edges = entries.flatMap(({ owner, by, members: [first, ...others] }) => {
    const from = at.get(owner);
    const to = first === undefined ? undefined : at.get(first);
    return by === 'hard' && others.length === 0 && from !== undefined && to !== undefined ? [from, to] : [];
  });
  const component = strongComponents(sparseRows(members.length, edges));
  return (service) => component[at.get(service) ?? -1] ?? -1;
}
