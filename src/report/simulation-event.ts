import type { EventEnds, LossEvent } from '../analysis/loss-event.js';
import type { DomainIndex, Model, Scenario, Seconds, ServiceIndex } from '../model/model.js';
import { compareText } from '../model/compare-text.js';
import { NameSuggester } from '../model/suggest-name.js';
import type { SimulatedEvent } from './simulation.js';

/** What to lose, by ids of the inventory. */
export interface LossRequest {
  /** Failure domains and services. */
  readonly lose?: readonly string[];
  /** Services whose data is damaged. */
  readonly corrupt?: readonly string[];
  readonly scenarios?: readonly string[];
  /** Seconds; overrides what scenarios and domains say. */
  readonly lasts?: Seconds | undefined;
  /** Nothing lost ever comes back, whatever anybody says. */
  readonly destroys?: boolean;
}

/** An id that the inventory does not have. */
export interface UnknownName {
  readonly id: string;
  /** What it should have been. */
  readonly wanted: string;
  /** The nearest id that there is. */
  readonly meant: string | undefined;
}

export type ResolvedEvent =
  | { readonly ok: true; readonly event: LossEvent; readonly asked: SimulatedEvent }
  | { readonly ok: false; readonly unknown: readonly UnknownName[] };

/**
 * Finds what is named, and puts everything that is lost together into one event. Places that are only planned may be
 * named, and nothing is lost with them; `isPlanned` is asked about ids that the model does not have.
 */
export function resolveEvent(
  model: Model,
  request: LossRequest,
  isPlanned: (id: string) => boolean = () => false,
): ResolvedEvent {
  const { corrupt = [], scenarios = [] } = request;
  const known = (id: string): boolean => model.domainById.has(id) || model.serviceById.has(id);
  const planned = [...new Set(request.lose)].filter((id) => !known(id) && isPlanned(id)).sort();
  const lose = (request.lose ?? []).filter((id) => !planned.includes(id));
  const suggester = new NameSuggester();
  const unknown: UnknownName[] = [];
  const find = <Found>(
    ids: readonly string[],
    wanted: string,
    lookUp: (id: string) => Found | undefined,
    candidates: () => readonly string[],
  ): readonly Found[] =>
    [...new Set(ids)].flatMap((id) => {
      const found = lookUp(id);
      if (found === undefined) unknown.push({ id, wanted, meant: suggester.nearest(id, candidates()) });
      return found === undefined ? [] : [found];
    });
  const domains = find(
    lose.filter((id) => !model.serviceById.has(id) || model.domainById.has(id)),
    'failure domain or service',
    (id) => model.domainById.get(id),
    () => [...model.domainById.keys(), ...model.serviceById.keys()],
  );
  const service = (id: string): ServiceIndex | undefined => model.serviceById.get(id);
  const services = find(
    lose.filter((id) => model.serviceById.has(id) && !model.domainById.has(id)),
    'service',
    service,
    () => [],
  );
  const corrupted = find(corrupt, 'service', service, () => [...model.serviceById.keys()]);
  const played = find(
    scenarios,
    'scenario',
    (id) => model.scenarios.find((scenario) => scenario.id === id),
    () => model.scenarios.map(({ id }) => id),
  );
  if (unknown.length > 0) return { ok: false, unknown };
  return put(model, request, played, { domains, services, corrupted, planned });
}

function put(
  model: Model,
  { lasts, destroys = false }: LossRequest,
  scenarios: readonly Scenario[],
  extra: Pick<LossEvent, 'domains' | 'services' | 'corrupted'> & { readonly planned: readonly string[] },
): ResolvedEvent {
  const ends = [
    outageOf(model, extra.domains),
    ...scenarios.map((one) => one.lasts ?? outageOf(model, one.lose.domains)),
  ];
  const stated = ends.filter((end) => end !== 'no domains');
  const all = stated.length === 0 ? undefined : longest(stated);
  // Without it the domains speak for themselves, and for nothing that is lost by its own name.
  const isTold = scenarios.some((one) => one.lasts !== undefined);
  const someOpen =
    extra.services.length > 0 || scenarios.some((one) => one.lasts === undefined && one.lose.services.length > 0);
  const apart = scenarios.some((one) => one.ends !== undefined) || (isTold && someOpen);
  const destroyed = destroys || scenarios.some((one) => one.destroys);
  const event: LossEvent = {
    domains: joined(extra.domains, ...scenarios.map(({ lose }) => lose.domains)),
    services: joined(extra.services, ...scenarios.map(({ lose }) => lose.services)),
    corrupted: joined(extra.corrupted, ...scenarios.map(({ corrupt }) => corrupt)),
    lasts: lasts ?? (isTold && !apart ? all : undefined),
    ends: lasts === undefined && apart ? endsOf(model, extra, scenarios) : undefined,
    destroys: destroyed,
  };
  const asked: SimulatedEvent = {
    lose: [
      ...event.domains.flatMap((domain) => model.domains[domain]?.id ?? []),
      ...event.services.flatMap((service) => model.services[service]?.id ?? []),
    ].sort(),
    planned: extra.planned,
    corrupt: event.corrupted.flatMap((service) => model.services[service]?.id ?? []),
    scenarios: scenarios.map(({ id }) => id).sort(),
    lasts: destroyed || event.ends !== undefined ? null : (lasts ?? all ?? null),
    ends: destroyed ? [] : toldEnds(model, event),
    destroys: destroyed,
  };
  return { ok: true, event, asked };
}

/** When each is back; what several scenarios lose comes back with the last of them. */
function endsOf(
  model: Model,
  extra: Pick<LossEvent, 'domains' | 'services'>,
  scenarios: readonly Scenario[],
): EventEnds {
  const domains = new Map<DomainIndex, Seconds>();
  const services = new Map<ServiceIndex, Seconds>();
  const latest = (map: Map<number, Seconds>, index: number, end: Seconds | undefined): void => {
    map.set(index, Math.max(map.get(index) ?? 0, end ?? Infinity));
  };
  for (const domain of extra.domains) latest(domains, domain, model.domains[domain]?.lasts);
  for (const service of extra.services) latest(services, service, undefined);
  for (const { lose, lasts, ends } of scenarios) {
    for (const domain of lose.domains)
      latest(domains, domain, ends?.domains.get(domain) ?? lasts ?? model.domains[domain]?.lasts);
    for (const service of lose.services) latest(services, service, ends?.services.get(service) ?? lasts);
  }
  return { domains, services };
}

function toldEnds({ domains, services }: Model, { ends }: LossEvent): SimulatedEvent['ends'] {
  if (ends === undefined) return [];
  const told = (id: string | undefined, end: Seconds): readonly SimulatedEvent['ends'][number][] =>
    id === undefined ? [] : [{ id, lasts: end === Infinity ? null : end }];
  return [
    ...[...ends.domains].flatMap(([index, end]) => told(domains[index]?.id, end)),
    ...[...ends.services].flatMap(([index, end]) => told(services[index]?.id, end)),
  ].sort((a, b) => compareText(a.id, b.id));
}

/** How long the loss of these lasts by what they say themselves: until the last of them is back. */
function outageOf({ domains }: Model, named: readonly DomainIndex[]): Seconds | undefined | 'no domains' {
  return named.length === 0 ? 'no domains' : longest(named.map((domain) => domains[domain]?.lasts));
}

function longest(ends: readonly (Seconds | undefined)[]): Seconds | undefined {
  let last = 0;
  for (const end of ends) {
    if (end === undefined) return undefined;
    last = Math.max(last, end);
  }
  return last;
}

function joined(...lists: readonly (readonly number[])[]): readonly number[] {
  return [...new Set(lists.flat())].sort((a, b) => a - b);
}
