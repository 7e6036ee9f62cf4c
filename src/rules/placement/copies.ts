import type { Miss } from '../../analysis/missed-promises.js';
import type { DomainIndex, FailureDomain, Model, Replica, Service } from '../../model/model.js';
import type { PromiseResult } from '../../analysis/promises.js';
import type { KeyPath } from '../../place.js';
import type { Facts } from '../facts.js';
import type { CannotKnow, Spot } from '../judgement.js';
import { elsewhere } from './elsewhere.js';

/** A building, and what lies inside one. */
const withinWalls: ReadonlySet<string> = new Set(['building', 'datacenter', 'hall', 'room', 'rack']);

export function isWithinWalls({ kind, section }: FailureDomain): boolean {
  return section === 'locations' && withinWalls.has(kind);
}

/** The replicas that could serve or hold data: all but witnesses. */
export function copiesOf({ replicas }: Service): readonly Replica[] {
  return replicas.filter(({ role }) => role !== 'witness');
}

/** The distinct places the copies name. */
export function placesOf(service: Service): ReadonlySet<DomainIndex> {
  return new Set(copiesOf(service).flatMap(({ at }) => at ?? []));
}

/** Says which replica's place, or that the replicas themselves, must be written down first. */
export function unknownPlaces(service: Service): CannotKnow {
  const owner = { type: 'service', index: service.index } as const;
  const unknown = copiesOf(service).filter(({ at }) => at === undefined);
  return {
    outcome: 'unknown',
    missing:
      unknown.length === 0
        ? [{ owner, path: ['replicas'] }]
        : unknown.map(({ position }) => ({ owner, path: ['replicas', position, 'at'] })),
  };
}

/** Up to two copies and the domain that is lost, as spots of a finding; unless labelled, it takes all copies. */
export function sharedFateSpots(
  model: Model,
  service: Service,
  shared: DomainIndex,
  label?: string,
): readonly [Spot, ...Spot[]] {
  const entity = { type: 'service', index: service.index } as const;
  const [first, ...others] = copiesOf(service);
  const spot = ({ position, role, name }: Replica): Spot => ({
    at: model.place(entity, ['replicas', position, 'at']),
    label: name === undefined ? role : `${role} ${name}`,
  });
  const id = model.domains[shared]?.id ?? '';
  return [
    first === undefined ? { at: model.place(entity), label: service.id } : spot(first),
    ...others.slice(0, 1).map(spot),
    {
      at: model.place({ type: 'domain', index: shared }),
      label: label ?? (others.length === 0 ? `it stands in ${id}` : `${id} takes them all`),
    },
  ];
}

/** What takes all copies and is a building, or a part of one: what is to be survived first; nearest first. */
export function sharedBuildingOf(facts: Facts, service: Service): FailureDomain | undefined {
  const { model } = facts;
  const buildings = (facts.sharedFate(service.index) ?? [])
    .flatMap((index) => model.domains[index] ?? [])
    .filter(isWithinWalls);
  const survived = buildings.find(({ kind }) => service.objectives.survive.some((one) => one.kind === kind));
  return survived ?? buildings[0];
}

/** Kinds that nobody shares on purpose between copies; others (a region, a provider) count where they are to be survived. */
const neverShared: ReadonlySet<string> = new Set([
  'campus',
  'power',
  'cooling',
  'network',
  'carrier',
  'account',
  'control-plane',
  'hazard',
  'flood',
  'seismic',
]);

/** What takes all copies and is no building: what is to be survived first, then what nobody shares on purpose; nearest first. */
export function sharedDomainOf(facts: Facts, service: Service): FailureDomain | undefined {
  const { model } = facts;
  const survives = ({ kind }: FailureDomain): boolean => service.objectives.survive.some((one) => one.kind === kind);
  const shared = (facts.sharedFate(service.index) ?? [])
    .flatMap((index) => model.domains[index] ?? [])
    .filter((domain) => !isWithinWalls(domain) && (survives(domain) || neverShared.has(domain.kind)))
    .filter((domain) => wayBack(facts, service, domain) === 'no');
  return shared.find(survives) ?? shared[0];
}

/**
 * Why losing this domain is no finding of placement: the service has a way back elsewhere all the same. It is back in
 * time; or late, which is a finding on the steps that take long; or it waits in vain for something else, which is one
 * on that. Losing too much data meanwhile is another matter. A restore that keeps neither of two promises is no way back
 * that anybody chose. `open`: what is not written down decides.
 */
export function wayBack(
  facts: Facts,
  service: Service,
  { index, kind, section }: FailureDomain,
): 'yes' | 'no' | 'open' {
  const promises = facts
    .promisesOf(service.index)
    .filter((promise) => promise.kind === kind && promise.target !== undefined);
  const promise = promises.find(({ objective }) => objective === 'rto');
  if (promise?.verdict === 'broken') {
    const miss = facts.missesOf(service.index).find((one) => one.promise === promise);
    const both = promises.every(({ verdict }) => verdict === 'broken') && promises.length > 1;
    const keptByNone = both && miss?.derivation.via === 'restore' && miss.culprit.service === service.index;
    return miss === undefined || (comesElsewhere(miss) && !keptByNone) ? 'yes' : 'no';
  }
  if (promise !== undefined) return standing([promise]);
  if (promises.length > 0) return standing(promises);
  // Without a promise of its own it may still keep others waiting.
  const late = facts.missesBy(service.index).filter((miss) => miss.promise.kind === kind);
  if (late.length > 0) return late.every(({ culprit }) => comesElsewhere(culprit)) ? 'yes' : 'no';
  // Nobody is promised any time: then it is enough that it says how it comes back elsewhere. From what is no place, as an account, no place is away.
  return section === 'locations' ? elsewhere(facts, service, index) : 'no';
}

function standing(promises: readonly PromiseResult[]): 'yes' | 'no' | 'open' {
  if (promises.every(({ verdict }) => verdict === 'kept')) return 'yes';
  return promises.some(({ verdict }) => verdict === 'unknown') ? 'open' : 'no';
}

/** What a service leaves out about how it comes back elsewhere; nothing where it is another one that does. */
export function openWaysBack({ index, recovery, backups = [], data }: Service): readonly CannotKnow[] {
  const owner = { type: 'service', index } as const;
  const steps = (['uses', 'detect', 'execute'] as const).filter((step) => recovery[step] === undefined);
  const fields: readonly KeyPath[] = [
    ...steps.map((step) => ['recovery', step]),
    ...backups.flatMap(({ id, restore }) => (restore.to === undefined ? [['backups', id, 'restore', 'to']] : [])),
    ...(data === undefined && backups.some(({ restore }) => restore.rate !== undefined) ? [['data', 'size']] : []),
  ];
  return fields.length === 0 ? [] : [{ outcome: 'unknown', missing: fields.map((path) => ({ owner, path })) }];
}

function comesElsewhere({ derivation: { via } }: Pick<Miss, 'derivation'>): boolean {
  return via === 'failover' || via === 'rebuild' || via === 'restore';
}

/** Whether the service says that it is to survive this kind of loss, with a target. */
export function isPromised(facts: Facts, service: Service, kind: string): boolean {
  return facts.promisesOf(service.index).some((promise) => promise.kind === kind && promise.target !== undefined);
}
