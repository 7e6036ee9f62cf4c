import type { FailCondition, Model } from '../model/model.js';
import { sparseRows, type SparseRows } from './sparse-rows.js';

/**
 * What fails with what, as conditions: each has a target that is lost once all of its member domains are.
 * Targets are numbered through: domains, then replicas, then backup copies, then services.
 */
export interface FailureGraph {
  readonly domains: number;
  readonly replicas: number;
  readonly copies: number;
  readonly services: number;
  /** Per condition. */
  readonly target: Int32Array;
  /** Per condition: how many distinct domains have to be lost. */
  readonly needed: Int32Array;
  /** Per domain: the conditions it is a member of. */
  readonly conditionsOf: SparseRows;
  /** Per replica: its service. Replicas are numbered through in the order of services. */
  readonly serviceOfReplica: Int32Array;
  /** Per service: its first replica; one more entry than services. */
  readonly firstReplica: Int32Array;
  /** Per backup copy (one for each place of each backup): its service. */
  readonly serviceOfCopy: Int32Array;
  /** Per service: its first backup copy; one more entry than services. */
  readonly firstCopy: Int32Array;
}

export function failureGraph({ domains, services }: Model): FailureGraph {
  const target: number[] = [];
  const needed: number[] = [];
  const members: number[] = [];
  const condition = (lost: number, list: FailCondition): void => {
    const distinct = new Set(list);
    // An empty group would be lost from the start; it can only mean that nothing is known to be shared.
    if (distinct.size === 0) return;
    for (const member of distinct) members.push(member, target.length);
    target.push(lost);
    needed.push(distinct.size);
  };
  const serviceOfReplica: number[] = [];
  const firstReplica = new Int32Array(services.length + 1);
  const serviceOfCopy: number[] = [];
  const firstCopy = new Int32Array(services.length + 1);
  const replicaCount = services.reduce((sum, { replicas }) => sum + replicas.length, 0);
  const copyCount = services.reduce(
    (sum, { backups }) => sum + (backups ?? []).reduce((copies, { at }) => copies + (at?.length ?? 1), 0),
    0,
  );
  for (const { index, parent, failsWith } of domains) {
    if (parent !== undefined) condition(index, [parent]);
    for (const list of failsWith) condition(index, list);
  }
  for (const { index, replicas, backups, failsWith } of services) {
    for (const replica of replicas) {
      const lost = domains.length + serviceOfReplica.length;
      if (replica.at !== undefined) condition(lost, replica.at);
      for (const list of replica.failsWith) condition(lost, list);
      serviceOfReplica.push(index);
    }
    firstReplica[index + 1] = serviceOfReplica.length;
    for (const backup of backups ?? []) {
      for (const place of backup.at ?? [undefined]) {
        const lost = domains.length + replicaCount + serviceOfCopy.length;
        if (place !== undefined) condition(lost, [place]);
        for (const list of backup.failsWith) condition(lost, list);
        serviceOfCopy.push(index);
      }
    }
    firstCopy[index + 1] = serviceOfCopy.length;
    for (const list of failsWith ?? []) condition(domains.length + replicaCount + copyCount + index, list);
  }
  return {
    domains: domains.length,
    replicas: replicaCount,
    copies: copyCount,
    services: services.length,
    target: Int32Array.from(target),
    needed: Int32Array.from(needed),
    conditionsOf: sparseRows(domains.length, members),
    serviceOfReplica: Int32Array.from(serviceOfReplica),
    firstReplica,
    serviceOfCopy: Int32Array.from(serviceOfCopy),
    firstCopy,
  };
}
