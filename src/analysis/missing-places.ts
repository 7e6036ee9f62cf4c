import type { Backup, DomainIndex, Service } from '../model/model.js';
import type { MissingField } from './outcome.js';
import { best, worst } from './side.js';
import type { Solution, Solver } from './solver.js';

/** Places of replicas that are not stated, and kinds of loss that are not known of those that are, where these may be lost. */
export function missingPlaces(solver: Solver, solution: Solution, service: Service): readonly MissingField[] {
  const owner = { type: 'service', index: service.index } as const;
  if (service.replicas.length === 0) {
    const open = service.failsWith === undefined && solution.ownStateOf(service.index, best).state === 0;
    return open ? [{ owner, path: ['replicas'] }] : [];
  }
  return service.replicas.flatMap(({ at, position }, index): readonly MissingField[] => {
    if (solution.replicaLost(service.index, index, best) || !solution.replicaLost(service.index, index, worst))
      return [];
    return at === undefined ? [{ owner, path: ['replicas', position, 'at'] }] : openPlaces(solver, solution, at);
  });
}

/** Places of the copies of a backup. */
export function missingCopies(
  solver: Solver,
  solution: Solution,
  service: Service,
  { id, at, failsWith }: Backup,
): readonly MissingField[] {
  if (at === undefined) return [{ owner: { type: 'service', index: service.index }, path: ['backups', id, 'at'] }];
  const { kinds, model } = solver;
  const beside = solution.event.domains.every((domain) =>
    kinds.inConditions(failsWith, model.domains[domain]?.kind ?? ''),
  );
  return beside ? [] : openPlaces(solver, solution, at);
}

/** Those of some places that may be lost because nobody says how they stand to a kind of loss that happened. */
export function openPlaces(
  { model }: Solver,
  solution: Solution,
  places: readonly DomainIndex[],
): readonly MissingField[] {
  return places
    .filter((place) => !solution.placeLost(place, best) && solution.placeLost(place, worst))
    .map((place) => ({
      owner: { type: 'domain', index: place },
      path: [model.domains[place]?.parent === undefined ? 'in' : 'failsWith'],
    }));
}
