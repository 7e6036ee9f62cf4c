import type { Dependency, Model, Service } from '../model/model.js';
import type { KeyPath } from '../place.js';
import { foldWeaknesses, type ServiceWeakness } from './fold-weaknesses.js';
import { inWords } from './in-words.js';
import { lessenedBackups } from './lessened-backups.js';
import { removedConditions } from './removed-conditions.js';
import { replicaName } from './replica-name.js';
import { untiedReplicas } from './untied-replicas.js';
import type { Weakness } from './weakness.js';

/** Services, dependencies, replicas, backups and tools of the recovery that were declared and are not any more. */
export function removedFromServices(before: Model, now: Model): readonly Weakness[] {
  const gone = before.services.map(({ id }) => id).filter((id) => !now.serviceById.has(id));
  const less = foldWeaknesses('declarations', before, now, (former, service) => [
    ...told(['dependsOn'], dependencies(before, former, now, service)),
    ...told(['replicas'], replicas(before, former, now, service)),
    ...told(['replicas'], untiedReplicas(before, former, now, service)),
    ...told(['recovery', 'uses'], recoveryTools(before, former, now, service)),
    ...told(['backups'], backups(before, former, now, service)),
    ...told(['backups'], lessenedBackups(former, service)),
    ...told(['failsWith'], isSettled(former, service) ? ['said to fail with nothing; before, nobody said'] : []),
    ...told(['data'], former.stateful && !service.stateful ? ['said to hold no data any more'] : []),
    ...told(
      ['failsWith'],
      removedConditions(before, former.failsWith ?? [], now, service.failsWith ?? []).map(
        (what) => `no longer said to fail with ${what}`,
      ),
    ),
  ]);
  if (gone.length === 0) return less;
  const message = gone.length === 1 ? 'a service is gone' : `${gone.length} services are gone`;
  return [{ area: 'declarations', message, subjects: gone, at: undefined }, ...less];
}

/** A service without replicas that says so stands on nothing that could be lost. With replicas it says nothing new. */
function isSettled(former: Service, service: Service): boolean {
  const isBare = former.replicas.length === 0 && service.replicas.length === 0;
  return isBare && former.failsWith === undefined && service.failsWith?.length === 0;
}

function told(path: KeyPath, messages: readonly string[]): readonly ServiceWeakness[] {
  return messages.map((message) => ({ message, path }));
}

const strength = { hard: 2, startup: 1, soft: 0 } as const;

function dependencies(before: Model, former: Service, now: Model, service: Service): readonly string[] {
  const today = new Map(service.dependencies.map((one) => [one.key, one]));
  const members = (model: Model, { anyOf }: Dependency): readonly string[] =>
    anyOf.map((index) => model.services[index]?.id ?? '');
  const weaker = former.dependencies.flatMap((was): readonly string[] => {
    const is = today.get(was.key);
    if (is === undefined) return [`no dependency on ${was.key} any more`];
    if (strength[is.kind] < strength[was.kind])
      return [`the dependency on ${was.key} is ${is.kind}, no longer ${was.kind}`];
    const known = members(before, was);
    const more = members(now, is).filter((id) => !known.includes(id));
    return more.length === 0 ? [] : [`${inWords(more)} is now enough for ${was.key}`];
  });
  const settled = former.dependenciesUnknown && !service.dependenciesUnknown;
  return settled ? [...weaker, 'the dependencies are no longer said to be unknown'] : weaker;
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
  return gone.length === 0 ? [] : [`no ${inWords(gone)} any more`];
}

function recoveryTools(before: Model, former: Service, now: Model, service: Service): readonly string[] {
  const [was, is] = [former.recovery.uses, service.recovery.uses];
  if (was === undefined) return is?.length === 0 ? ['the recovery is said to need nothing; before, nobody said'] : [];
  const today = new Set((is ?? []).map((index) => now.services[index]?.id));
  const gone = was.map((index) => before.services[index]?.id ?? '').filter((id) => !today.has(id));
  return gone.length === 0 ? [] : [`the recovery no longer uses ${inWords(gone)}`];
}

function backups(before: Model, former: Service, now: Model, service: Service): readonly string[] {
  const today = new Map((service.backups ?? []).map((backup) => [backup.id, backup]));
  const key = (model: Model, index: number | undefined): string | undefined =>
    index === undefined ? undefined : model.services[index]?.id;
  return (former.backups ?? []).flatMap((backup): readonly string[] => {
    const is = today.get(backup.id);
    if (is === undefined) return [`no backup ${backup.id} any more`];
    const was = key(before, backup.key);
    return [
      ...(was === undefined || was === key(now, is.key)
        ? []
        : [`the backup ${backup.id} no longer needs the key of ${was}`]),
      ...removedConditions(before, backup.failsWith, now, is.failsWith).map(
        (what) => `the backup ${backup.id} is no longer said to fail with ${what}`,
      ),
    ];
  });
}
