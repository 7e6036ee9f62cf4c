import type { Backup, DomainIndex, Model, Replica, Service } from '../model/model.js';
import type { KeyPath } from '../place.js';
import { accountsOf } from './backup-survival.js';
import type { LossEvent } from './loss-event.js';
import type { MissingField } from './outcome.js';
import { best, worst } from './side.js';
import type { Solution, Solver } from './solver.js';

/** Places of replicas that are not stated, and kinds of loss that are not known of those that are, where these may be lost. `counts` says which replicas matter. */
export function missingPlaces(
  solver: Solver,
  solution: Solution,
  service: Service,
  counts: (replica: Replica) => boolean,
): readonly MissingField[] {
  const owner = { type: 'service', index: service.index } as const;
  if (service.replicas.length === 0) {
    const open = service.failsWith === undefined && solution.ownStateOf(service.index, best).state === 0;
    return open ? [{ owner, path: placeOf(service) }] : [];
  }
  return service.replicas.flatMap((replica, index): readonly MissingField[] => {
    const { at, position } = replica;
    if (!counts(replica)) return [];
    if (solution.replicaLost(service.index, index, best) || !solution.replicaLost(service.index, index, worst))
      return [];
    return at === undefined ? [{ owner, path: ['replicas', position, 'at'] }] : openPlaces(solver, solution, at);
  });
}

/** What says where a service without copies stands. Of what is bought only its buyer's places matter, not where it runs. */
function placeOf({ kind }: Service): KeyPath {
  return [kind === 'external' ? 'failsWith' : 'replicas'];
}

/**
 * Kinds of loss that are not known of places which return before all of the loss is over: they may stand in what is
 * then still lost.
 */
export function missingReturns(
  { model, kinds }: Solver,
  { event }: Solution,
  service: Service,
): readonly MissingField[] {
  if (event.ends === undefined) return [];
  const owner = { type: 'service', index: service.index } as const;
  if (service.replicas.length === 0) return service.failsWith === undefined ? [{ owner, path: placeOf(service) }] : [];
  return service.replicas.flatMap(({ at, position, failsWith }): readonly MissingField[] => {
    if (at === undefined) return [{ owner, path: ['replicas', position, 'at'] }];
    const beside = [...failsWith, ...(service.failsWith ?? [])];
    const open = kindsLost(model, event).filter((kind) => !kinds.inConditions(beside, kind));
    return at
      .filter((place) => open.some((kind) => !kinds.around(place, kind)))
      .map((place) => placeField(model, place));
  });
}

/** What is left out about a backup that may be lost: where its copies are, or whether damage reaches them. */
export function missingCopies(
  solver: Solver,
  solution: Solution,
  service: Service,
  backup: Backup,
): readonly MissingField[] {
  const { kinds, model } = solver;
  const { id, at, failsWith, immutable } = backup;
  const own = (...path: KeyPath): MissingField => ({ owner: { type: 'service', index: service.index }, path });
  const corrupted = solution.event.corrupted.includes(service.index);
  const accounts = accountsOf(kinds, service, backup);
  const damage =
    !corrupted || immutable === true || backup.offline === true || (accounts.own.size > 0 && accounts.theirs.size > 0)
      ? []
      : immutable === undefined
        ? [own('backups', id, 'immutable')]
        : [
            ...(accounts.theirs.size === 0 ? [own('backups', id, 'failsWith')] : []),
            ...(accounts.own.size === 0 ? [own('failsWith')] : []),
          ];
  if (at === undefined) return [own('backups', id, 'at'), ...damage];
  const apart = kindsLost(model, solution.event).every((kind) => kinds.inConditions(failsWith, kind));
  return [...(apart ? [] : openPlaces(solver, solution, at)), ...damage];
}

/**
 * Those of some places that may be lost because nobody says how they stand to a kind of loss that happened. None where
 * one of the places surely stands, as that is enough.
 */
export function openPlaces(
  { model }: Solver,
  solution: Solution,
  places: readonly DomainIndex[],
): readonly MissingField[] {
  if (places.some((place) => !solution.placeLost(place, worst))) return [];
  return places
    .filter((place) => !solution.placeLost(place, best) && solution.placeLost(place, worst))
    .map((place) => placeField(model, place));
}

function kindsLost({ domains }: Model, event: LossEvent): readonly string[] {
  return event.domains.flatMap((domain) => domains[domain]?.kind ?? []);
}

function placeField({ domains }: Model, place: DomainIndex): MissingField {
  return { owner: { type: 'domain', index: place }, path: [domains[place]?.parent === undefined ? 'in' : 'failsWith'] };
}
