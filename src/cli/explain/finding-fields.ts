import type { FailureDomain, Model, Service } from '../../model/model.js';
import type { KeyPath, Place } from '../../place.js';
import type { Group } from '../../rules/rule.js';
import { formatDuration } from '../../units/duration.js';
import { wordingFor } from './effective-field.js';
import type { FindingExplanation, WrittenFact } from './finding-explanation.js';
import { serviceFields } from './service-fields.js';
import { fieldName, isOptional, originOf } from './written-field.js';

/** What a judgement rests on, by how sure it is. */
export type Grounds = Pick<FindingExplanation, 'facts' | 'assumptions' | 'unknown'>;

/** The parts of a service that each group of rules looks at. */
const looksAt: Readonly<Record<Group, readonly string[]>> = {
  placement: ['replicas', 'quorum', 'failsWith', 'objectives', 'minCapacity', 'demand'],
  objectives: ['objectives', 'recovery', 'replicas', 'backups', 'data'],
  data: ['data', 'backups', 'objectives', 'replicas'],
  dependencies: ['dependsOn', 'recovery', 'replicas', 'objectives'],
  evidence: ['objectives'],
  operations: ['owner', 'tier', 'recovery', 'objectives'],
  facility: ['replicas'],
  governance: ['owner', 'tier', 'objectives'],
  own: ['owner', 'tier', 'objectives'],
};

type Locate = (place: Place) => { readonly path: string; readonly line: number };

/** The fields of a service that rules of a group look at. */
export function serviceGrounds(model: Model, service: Service, group: Group, locate: Locate): Grounds {
  const fields = serviceFields(service, model).filter(({ path }) => looksAt[group].includes(String(path[0])));
  const facts: WrittenFact[] = [];
  const assumptions: Grounds['assumptions'][number][] = [];
  const unknown: Grounds['unknown'][number][] = [];
  for (const { path, text } of fields) {
    const named = { subject: service.id, field: fieldName(path) };
    const { layer, place } = originOf(model, service.index, path);
    if (text === undefined) {
      const value = takenForGranted(service, path);
      if (value !== undefined) assumptions.push({ ...named, value });
      else if (!isOptional(path)) unknown.push({ ...named, decides: false });
    } else if (layer === 'built-in' || layer === 'absent') assumptions.push({ ...named, value: text });
    else facts.push({ ...named, value: text, ...locate(place), ...(layer === 'service' ? {} : { layer }) });
  }
  return { facts, assumptions, unknown };
}

/** What the format says of a field that is left out, where it says something. */
function takenForGranted({ recovery, replicas }: Service, path: KeyPath): string | undefined {
  const [first, second, third] = path;
  if (first === 'recovery') {
    if (second === 'redirect' || second === 'verify') return '0s';
    return second === 'decide' && recovery.mode === 'automatic' ? '0s' : undefined;
  }
  if (first === 'backups') return third === 'takes' ? '0s' : undefined;
  const replica = first === 'replicas' ? replicas.find(({ position }) => position === second) : undefined;
  if (replica === undefined) return undefined;
  if (third === 'startup' && replica.readiness === 'hot') return '0s';
  return third === 'lag' && replica.replication === 'sync' ? '0s' : undefined;
}

/** What is written about a place or a shared risk. */
export function domainGrounds(model: Model, domain: FailureDomain, locate: Locate): Grounds {
  const { domains, conditions } = wordingFor(model);
  const { index, id, kind, parent, failsWith, capacity, lasts, operator } = domain;
  const written = {
    kind,
    in: parent === undefined ? undefined : domains([parent]),
    failsWith: failsWith.length === 0 ? undefined : conditions(failsWith),
    operator,
    capacity: capacity === undefined ? undefined : String(capacity),
    lasts: lasts === undefined ? undefined : formatDuration(lasts),
  };
  const entity = { type: 'domain', index } as const;
  const isWritten = (field: string): boolean => model.place(entity, [field]).path.at(-1) === field;
  const said = Object.entries(written).flatMap(([field, value]) =>
    value === undefined ? [] : [{ subject: id, field, value }],
  );
  return {
    facts: said
      .filter(({ field }) => isWritten(field))
      .map((one) => ({ ...one, ...locate(model.place(entity, [one.field])) })),
    assumptions: [
      ...said.filter(({ field }) => !isWritten(field)),
      ...(lasts === undefined ? [{ subject: id, field: 'lasts', value: 'it does not come back' }] : []),
    ],
    unknown:
      parent === undefined && failsWith.length === 0 ? [{ subject: id, field: 'in or failsWith', decides: false }] : [],
  };
}
