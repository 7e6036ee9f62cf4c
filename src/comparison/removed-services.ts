import type { Dependency, Model, Replica, Service } from '../model/model.js';
import type { KeyPath } from '../place.js';
import { inWords } from './in-words.js';
import { removedConditions } from './removed-domains.js';
import type { Weakness } from './weakness.js';

/** Services, dependencies, replicas, backups and tools of the recovery that were declared and are not any more. */
export function removedFromServices(before: Model, now: Model): readonly Weakness[] {
  return before.services.flatMap((former): readonly Weakness[] => {
    const index = now.serviceById.get(former.id);
    const service = index === undefined ? undefined : now.services[index];
    if (service === undefined) return [declared(`the service ${former.id} is gone`, former.id)];
    const place = (path: KeyPath): Weakness['at'] => now.origin(service.index, path).place;
    return [
      ...dependencies(before, former, now, service).map((text) => declared(text, former.id, place(['dependsOn']))),
      ...replicas(before, former, now, service).map((text) => declared(text, former.id, place(['replicas']))),
      ...recoveryTools(before, former, now, service).map((text) =>
        declared(text, former.id, place(['recovery', 'uses'])),
      ),
      ...backups(before, former, now, service).map((text) => declared(text, former.id, place(['backups']))),
      ...(former.stateful && !service.stateful
        ? [declared(`${former.id} is said to hold no data any more`, former.id, place(['data']))]
        : []),
      ...removedConditions(before, former.failsWith ?? [], now, service.failsWith ?? []).map((what) =>
        declared(`${former.id} is no longer said to fail with ${what}`, former.id, place(['failsWith'])),
      ),
    ];
  });
}

function declared(message: string, subject: string, at?: Weakness['at']): Weakness {
  return { area: 'declarations', message, subjects: [subject], at };
}

const strength = { hard: 2, startup: 1, soft: 0 } as const;

function dependencies(before: Model, former: Service, now: Model, service: Service): readonly string[] {
  const today = new Map(service.dependencies.map((one) => [one.key, one]));
  const members = (model: Model, { anyOf }: Dependency): readonly string[] =>
    anyOf.map((index) => model.services[index]?.id ?? '');
  const weaker = former.dependencies.flatMap((was): readonly string[] => {
    const is = today.get(was.key);
    if (is === undefined) return [`${former.id} no longer depends on ${was.key}`];
    if (strength[is.kind] < strength[was.kind])
      return [`${former.id} depends on ${was.key} by a ${is.kind} dependency, no longer a ${was.kind} one`];
    const known = members(before, was);
    const more = members(now, is).filter((id) => !known.includes(id));
    return more.length === 0 ? [] : [`for ${was.key}, ${former.id} can now do with ${inWords(more)}`];
  });
  const settled = former.dependenciesUnknown && !service.dependenciesUnknown;
  return settled ? [...weaker, `what ${former.id} depends on is no longer said to be unknown`] : weaker;
}

/** One that only moved is no fewer: what that changes, the findings tell. */
function replicas(before: Model, former: Service, now: Model, service: Service): readonly string[] {
  if (service.replicas.length >= former.replicas.length) return [];
  const left = service.replicas.map((replica) => replicaName(now, replica));
  const gone = former.replicas
    .map((replica) => replicaName(before, replica))
    .filter((name) => {
      const at = left.indexOf(name);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  return gone.length === 0 ? [] : [`${former.id} has no ${inWords(gone)} any more`];
}

function replicaName({ domains }: Model, { role, name, at }: Replica): string {
  const places = at?.map((domain) => domains[domain]?.id ?? '') ?? ['an unknown place'];
  return `${role} ${name === undefined ? '' : `${name} `}at ${inWords(places)}`;
}

function recoveryTools(before: Model, former: Service, now: Model, service: Service): readonly string[] {
  const [was, is] = [former.recovery.uses, service.recovery.uses];
  if (was === undefined)
    return is?.length === 0 ? [`the recovery of ${former.id} is said to need nothing; before, nobody said`] : [];
  const today = new Set((is ?? []).map((index) => now.services[index]?.id));
  const gone = was.map((index) => before.services[index]?.id ?? '').filter((id) => !today.has(id));
  return gone.length === 0 ? [] : [`the recovery of ${former.id} no longer uses ${inWords(gone)}`];
}

function backups(before: Model, former: Service, now: Model, service: Service): readonly string[] {
  const today = new Map((service.backups ?? []).map((backup) => [backup.id, backup]));
  const key = (model: Model, index: number | undefined): string | undefined =>
    index === undefined ? undefined : model.services[index]?.id;
  return (former.backups ?? []).flatMap((backup): readonly string[] => {
    const is = today.get(backup.id);
    if (is === undefined) return [`${former.id} has no backup ${backup.id} any more`];
    const was = key(before, backup.key);
    return was === undefined || was === key(now, is.key)
      ? []
      : [`the backup ${backup.id} of ${former.id} no longer needs the key of ${was}`];
  });
}
