import type { MissingField } from '../../analysis/outcome.js';
import type { PromiseResult } from '../../analysis/promises.js';
import { tellField } from '../../narrative/tell-field.js';
import type { Facts } from '../facts.js';
import { isAskedOf } from '../kinds-asked-of.js';

/** What keeps promises unknown, sorted by what somebody would have to find out; `undetermined`: no single field. */
export type Topic = 'recovery' | 'copies' | 'places' | 'backups' | 'needs' | 'undetermined';

/** Everything about one topic that is left out, and the promises that cannot be known for it. */
export interface OpenQuestion {
  readonly topic: Topic;
  readonly promises: ReadonlySet<PromiseResult>;
  /** By the name of the field: who leaves it out, and for which promises that matters. */
  readonly fields: ReadonlyMap<string, OpenField>;
}

export interface OpenField {
  readonly missing: readonly MissingField[];
  readonly promises: ReadonlySet<PromiseResult>;
}

/** The unknown promises about kinds of which the inventory has some domain, by topic. */
export function openQuestions(facts: Facts): readonly OpenQuestion[] {
  const topics = new Map<Topic, OpenTopic>();
  const crowded = lossesThatCrowd(facts);
  const unknown = facts.promises.filter(({ verdict, worst }) => verdict === 'unknown' && worst !== undefined);
  // By worst loss, so that each is solved once.
  for (const promise of unknown.toSorted((a, b) => (a.worst ?? -1) - (b.worst ?? -1))) {
    const missing = facts.missingOf(promise);
    if (missing.length === 0 && !crowded.has(promise.worst ?? -1)) open(topics, 'undetermined').promises.add(promise);
    for (const field of missing) {
      if (isToldOfPlace(facts, promise, field)) continue;
      const { promises, fields } = open(topics, topicOf(field));
      promises.add(promise);
      const name = tellField(field.path);
      const entry = fields.get(name) ?? {
        byOwner: new Map<string, MissingField>(),
        promises: new Set<PromiseResult>(),
      };
      entry.byOwner.set(`${field.owner.type} ${field.owner.index}`, field);
      entry.promises.add(promise);
      fields.set(name, entry);
    }
  }
  return [...topics].map(([topic, { promises, fields }]) => ({
    topic,
    promises,
    fields: new Map(
      [...fields]
        .map(([name, entry]) => [name, { missing: [...entry.byOwner.values()], promises: entry.promises }] as const)
        .sort(([, a], [, b]) => b.promises.size - a.promises.size),
    ),
  }));
}

interface OpenFieldBuilder {
  readonly byOwner: Map<string, MissingField>;
  readonly promises: Set<PromiseResult>;
}

interface OpenTopic {
  readonly promises: Set<PromiseResult>;
  readonly fields: Map<string, OpenFieldBuilder>;
}

function open(topics: Map<Topic, OpenTopic>, topic: Topic): OpenTopic {
  const entry = topics.get(topic) ?? { promises: new Set(), fields: new Map() };
  topics.set(topic, entry);
  return entry;
}

function topicOf({ owner, path }: MissingField): Topic {
  const [first, , third] = path;
  if (owner.type === 'domain' || first === 'failsWith') return 'places';
  if (first === 'recovery') return 'recovery';
  if (first === 'dependsOn') return 'needs';
  if (first === 'backups') return third === 'at' ? 'places' : 'backups';
  if (first === 'data') return 'backups';
  return third === undefined || third === 'at' ? 'places' : 'copies';
}

/** `location-unproven` has a finding on the place itself. */
function isToldOfPlace(facts: Facts, { kind }: PromiseResult, { owner: { type, index } }: MissingField): boolean {
  return type === 'domain' && isAskedOf(facts, index, kind);
}

/** After these some failover may find no room; that is a finding on the place that is full. */
function lossesThatCrowd({ model, crowdingAt }: Facts): ReadonlySet<number> {
  const limited = model.domains.filter(({ capacity }) => capacity !== undefined);
  return new Set(limited.flatMap(({ index }) => crowdingAt(index).map(({ loss }) => loss)));
}
