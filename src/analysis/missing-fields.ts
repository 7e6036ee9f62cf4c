import type { Service, ServiceIndex } from '../model/model.js';
import type { MissingField } from './outcome.js';
import { up } from './own-state.js';
import { best, worst, type Side } from './side.js';
import type { Solution, Solver } from './solver.js';
import { rowOf } from './sparse-rows.js';

/** How many services are looked at for one answer: a reader can act on a few fields, not on hundreds. */
const furthest = 50;

/**
 * The fields left out on which the worst answer for a service rests: its own, and those of the services that it waits
 * for and that may come back later than they surely do. None at best: there every unknown already counts as nothing.
 */
export function missingFields(
  solver: Solver,
  solution: Solution,
  start: ServiceIndex,
  side: Side,
): readonly MissingField[] {
  if (side === best) return [];
  const found = new Map<string, MissingField>();
  const queue = new Set([start]);
  for (const index of queue) {
    const service = solver.model.services[index];
    if (service === undefined || queue.size > furthest) break;
    for (const field of [...ownFields(solver, solution, service), ...placeFields(solver, solution, service)]) {
      found.set(`${field.owner.type} ${field.owner.index} ${field.path.join(' ')}`, field);
    }
    for (const next of waitedFor(solver, solution, service)) {
      if (
        solution.readyAt(next, worst) > solution.readyAt(next, best) ||
        solution.lossOf(next, worst) > solution.lossOf(next, best)
      )
        queue.add(next);
    }
  }
  return [...found.values()];
}

function waitedFor({ graph }: Solver, solution: Solution, service: Service): readonly ServiceIndex[] {
  const lost = solution.ownStateOf(service.index, worst).state !== up;
  const needs = [...rowOf(graph.needsOf, service.index)].flatMap((need) => {
    const { kind, members } = graph.needs[need] ?? { kind: 'soft', members: [] };
    return kind === 'hard' || (lost && kind === 'startup') ? members : [];
  });
  const keys = (service.backups ?? []).flatMap(({ key }) => (key === undefined ? [] : [key]));
  return [...needs, ...(lost ? [...(service.recovery.uses ?? []), ...keys] : [])];
}

/** Steps, lags and sizes that the service itself leaves open and that its options would use. */
function ownFields(_: Solver, solution: Solution, service: Service): readonly MissingField[] {
  if (solution.ownStateOf(service.index, worst).state === up && solution.ownLossOf(service.index).worst === 0)
    return [];
  const owner = { type: 'service', index: service.index } as const;
  const { recovery, replicas, data } = service;
  const paths: (readonly (string | number)[])[] = [];
  const options = solution.optionsOf(service.index).filter(({ sides }) => sides[best].open);
  if (options.some(({ via }) => via !== 'wait')) {
    if (recovery.uses === undefined) paths.push(['recovery', 'uses']);
    if (recovery.detect === undefined) paths.push(['recovery', 'detect']);
    if (recovery.decide === undefined && recovery.mode !== 'automatic') paths.push(['recovery', 'decide']);
  }
  if (options.some(({ via }) => via === 'failover')) {
    if (recovery.execute === undefined) paths.push(['recovery', 'execute']);
    for (const { position, role, startup, readiness } of replicas) {
      if (role === 'standby' && startup === undefined && readiness !== 'hot')
        paths.push(['replicas', position, 'startup']);
    }
  }
  if (options.some(({ via }) => via === 'rebuild')) {
    if (recovery.rebuild?.takes === undefined) paths.push(['recovery', 'rebuild', 'takes']);
    if (recovery.rebuild?.to === undefined) paths.push(['recovery', 'rebuild', 'to']);
  }
  const declaresCapacity = replicas.some(({ capacity }) => capacity !== undefined);
  for (const { position, role, capacity, lag, replication } of replicas) {
    if (declaresCapacity && capacity === undefined && role !== 'witness')
      paths.push(['replicas', position, 'capacity']);
    const holds = role !== 'witness' && replication !== 'none' && replication !== 'sync';
    if (service.stateful && service.quorum === undefined && role !== 'primary' && holds && lag === undefined)
      paths.push(['replicas', position, 'lag']);
  }
  for (const { id, every, restore, at } of service.backups ?? []) {
    if (at === undefined) paths.push(['backups', id, 'at']);
    if (!options.some(({ via }) => via === 'restore')) continue;
    if (every === undefined) paths.push(['backups', id, 'every']);
    if (restore.to === undefined) paths.push(['backups', id, 'restore', 'to']);
    if (restore.time === undefined && restore.rate === undefined) paths.push(['backups', id, 'restore', 'rate']);
    if (restore.time === undefined && (data === undefined || (data !== 'none' && data.size === undefined)))
      paths.push(['data', 'size']);
  }
  return paths.map((path) => ({ owner, path }));
}

/** Places that are not stated, and the kinds of loss that are not known of them. */
function placeFields({ model, kinds }: Solver, solution: Solution, service: Service): readonly MissingField[] {
  const owner = { type: 'service', index: service.index } as const;
  if (service.replicas.length === 0) return service.failsWith === undefined ? [{ owner, path: ['replicas'] }] : [];
  const named = new Set(solution.event.domains.map((domain) => model.domains[domain]?.kind ?? ''));
  return service.replicas.flatMap(({ at, position }, index): readonly MissingField[] => {
    if (at === undefined) return [{ owner, path: ['replicas', position, 'at'] }];
    if (solution.replicaLost(service.index, index, best) || !solution.replicaLost(service.index, index, worst))
      return [];
    return at.flatMap((place) =>
      [...named].some((kind) => !kinds.around(place, kind))
        ? [
            {
              owner: { type: 'domain', index: place },
              path: [model.domains[place]?.parent === undefined ? 'in' : 'failsWith'],
            } as const,
          ]
        : [],
    );
  });
}
