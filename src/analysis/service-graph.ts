import type { Model, Service, ServiceIndex } from '../model/model.js';
import { sparseRows, type Pairs, type SparseRows } from './sparse-rows.js';
import { strongComponents } from './strong-components.js';

/** One entry of a `dependsOn`: its owner needs one of the members. */
export interface Need {
  readonly owner: ServiceIndex;
  readonly kind: 'hard' | 'soft' | 'startup';
  /** Distinct. */
  readonly members: readonly ServiceIndex[];
}

/** Who depends on whom, in both directions. */
export interface ServiceGraph {
  readonly needs: readonly Need[];
  /** Per need, for the hot paths: its owner, its kind as a code below, and how many members it has. */
  readonly owner: Int32Array;
  readonly kind: Uint8Array;
  readonly size: Int32Array;
  /** Per need: its only member; -1 where there are several to choose from. */
  readonly only: Int32Array;
  /** Per service: 1 where what it depends on is stated not to be known. */
  readonly open: Uint8Array;
  /** Per service: its own needs. */
  readonly needsOf: SparseRows;
  /** Per service: the needs it is a member of. */
  readonly neededIn: SparseRows;
  /** Per service: those whose recovery uses it, or whose backups it holds the key of. */
  readonly usedBy: SparseRows;
  /**
   * Per service: its group of services that need each other hard, by single entries (not `anyOf`). They start
   * together. Most groups have one member.
   */
  readonly group: Int32Array;
  /** Per group: its members. */
  readonly members: SparseRows;
}

export const hard = 0;
export const soft = 1;
export const startup = 2;

const kindCode = { hard, soft, startup } as const;

export function serviceGraph({ services }: Model): ServiceGraph {
  const needs: Need[] = [];
  const own: number[] = [];
  const inside: number[] = [];
  const single: number[] = [];
  for (const { index: owner, dependencies } of services) {
    for (const { kind, anyOf } of dependencies) {
      const members = anyOf.length === 1 ? anyOf : [...new Set(anyOf)];
      own.push(owner, needs.length);
      for (const member of members) inside.push(member, needs.length);
      const [first, ...others] = members;
      if (kind === 'hard' && first !== undefined && others.length === 0) single.push(owner, first);
      needs.push({ owner, kind, members });
    }
  }
  const group = strongComponents(sparseRows(services.length, single));
  const groups = group.reduce((most, one) => Math.max(most, one + 1), 0);
  return {
    needs,
    owner: Int32Array.from(needs, ({ owner }) => owner),
    kind: Uint8Array.from(needs, ({ kind }) => kindCode[kind]),
    size: Int32Array.from(needs, ({ members }) => members.length),
    only: Int32Array.from(needs, ({ members }) => (members.length === 1 ? (members[0] ?? -1) : -1)),
    open: Uint8Array.from(services, ({ dependenciesUnknown }) => (dependenciesUnknown ? 1 : 0)),
    needsOf: sparseRows(services.length, own),
    neededIn: sparseRows(services.length, inside),
    usedBy: sparseRows(services.length, services.flatMap(toolsAndKeys)),
    group,
    members: sparseRows(
      groups,
      Array.from(group).flatMap((one, service) => [one, service]),
    ),
  };
}

function toolsAndKeys({ index, recovery, backups }: Service): Pairs {
  const keys = (backups ?? []).flatMap(({ key }) => (key === undefined ? [] : [key]));
  return [...new Set([...(recovery.uses ?? []), ...keys])].flatMap((tool) => [tool, index]);
}
