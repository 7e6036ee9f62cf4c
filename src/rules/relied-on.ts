import type { Model, Service, ServiceIndex } from '../model/model.js';

/**
 * The services that some service with this objective cannot run or be recovered without, itself left out: how long they
 * may take, and what they may lose, is judged as part of that promise.
 */
export function reliedOn({ services }: Model, objective: 'rto' | 'rpo'): ReadonlySet<ServiceIndex> {
  const found = new Set<ServiceIndex>();
  const promised = services.filter(({ objectives }) => objectives.survive.some((one) => one[objective] !== undefined));
  const waiting = promised.map(({ index }) => index);
  const seen = new Set(waiting);
  // The list grows while it is walked.
  for (const index of waiting) {
    const service = services[index];
    for (const need of service === undefined ? [] : needsOf(service)) {
      found.add(need);
      if (seen.has(need)) continue;
      seen.add(need);
      waiting.push(need);
    }
  }
  return found;
}

function needsOf({ dependencies, recovery, backups = [] }: Service): readonly ServiceIndex[] {
  return [
    ...dependencies.flatMap(({ kind, anyOf }) => (kind === 'soft' ? [] : anyOf)),
    ...(recovery.uses ?? []),
    ...backups.flatMap(({ key }) => key ?? []),
  ];
}
