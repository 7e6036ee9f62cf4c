import type { JsonObject, JsonValue } from '../../../src/source/json-value.js';
import type { BackupFacts, DependencyFacts, DomainFacts, Facts, PromiseFacts, RecoveryFacts } from './facts.js';
import type { Condition, ReplicaFacts, ServiceFacts } from './facts.js';
import { readDuration, readPercent, readRate, readSize } from './read-amount.js';

type Loose = JsonValue | undefined;

const isMap = (value: Loose): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const map = (value: Loose): JsonObject => (isMap(value) ? value : {});
const list = (value: Loose): readonly JsonValue[] => (Array.isArray(value) ? value : []);
const text = (value: Loose): string | undefined => (typeof value === 'string' ? value : undefined);
const number = (value: Loose): number | undefined => (typeof value === 'number' ? value : undefined);
const flag = (value: Loose): boolean | undefined => (typeof value === 'boolean' ? value : undefined);

function amount(value: Loose, read: (text: string) => number): number | undefined {
  const written = text(value);
  return written === undefined ? undefined : read(written);
}

/**
 * "The word `unknown` is legal for any scalar and means the same as leaving it out." Taken out after the layers are
 * merged: who says `unknown` of a service does not mean what `defaults` says.
 */
function withoutUnknown(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutUnknown);
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, entry]) => entry !== 'unknown' || key === 'dependsOn')
      .map(([key, entry]) => [key, key === 'dependsOn' ? entry : withoutUnknown(entry)]),
  );
}

/** "built-in < defaults < tier < service; maps merge, lists replace". */
function merged(below: Loose, above: Loose): Loose {
  if (above === undefined) return below;
  if (!isMap(below) || !isMap(above)) return above;
  const result: Record<string, JsonValue> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const entry = merged(below[key], value);
    if (entry !== undefined) result[key] = entry;
  }
  return result;
}

/** "`status: planned` (planned places are ignored)", and so is what stands on them. */
function plannedPlaces(locations: JsonObject): ReadonlySet<string> {
  const planned = new Set<string>();
  for (let before = -1; before !== planned.size;) {
    before = planned.size;
    for (const [id, location] of Object.entries(locations)) {
      const parent = text(map(location)['in']);
      if (map(location)['status'] === 'planned' || (parent !== undefined && planned.has(parent))) planned.add(id);
    }
  }
  return planned;
}

class Reader {
  readonly #inventory: JsonObject;
  readonly #planned: ReadonlySet<string>;

  constructor(inventory: JsonObject) {
    this.#inventory = inventory;
    this.#planned = plannedPlaces(map(this.#inventory['locations']));
  }

  facts(): Facts {
    const domains = new Map<string, DomainFacts>();
    for (const section of ['locations', 'domains'] as const) {
      for (const [id, written] of Object.entries(map(this.#inventory[section]))) {
        if (this.#planned.has(id)) continue;
        const domain = this.#domain(id, section, map(withoutUnknown(written)));
        domains.set(id, map(written)['kind'] === 'unknown' ? { ...domain, kind: 'unknown' } : domain);
      }
    }
    const services = new Map<string, ServiceFacts>();
    for (const [id, written] of Object.entries(map(this.#inventory['services']))) {
      services.set(id, this.#service(id, map(withoutUnknown(this.#effective(id, map(written))))));
    }
    return { domains, services };
  }

  /** "external services inherit nothing"; the top-level section `replicas` is the same thing in a separate file. */
  #effective(id: string, written: JsonObject): JsonObject {
    const replicas = map(this.#inventory['replicas'])[id];
    const own = replicas === undefined ? written : { ...written, replicas };
    if (written['kind'] === 'external') return own;
    const tier = map(this.#inventory['tiers'])[text(written['tier']) ?? ''];
    return map(merged(merged(this.#inventory['defaults'], tier), own));
  }

  #domain(id: string, section: 'locations' | 'domains', written: JsonObject): DomainFacts {
    return {
      id,
      section,
      kind: text(written['kind']) ?? 'datacenter',
      parent: text(written['in']),
      failsWith: this.#conditions(written['failsWith']),
      capacity: number(written['capacity']),
      lasts: amount(written['lasts'], readDuration),
    };
  }

  #conditions(value: Loose): readonly Condition[] {
    return list(value)
      .map((entry) => this.#names(isMap(entry) ? entry['allOf'] : entry) ?? [])
      .filter((members) => members.length > 0);
  }

  /** `[]` says "independent of everything"; a list of planned places only says nothing of today. */
  #statedConditions(value: Loose): readonly Condition[] | undefined {
    const conditions = this.#conditions(value);
    const stated = value !== undefined && (list(value).length === 0 || conditions.length > 0);
    return stated ? conditions : undefined;
  }

  /** One name or a list of names, without planned places. */
  #names(value: Loose): readonly string[] | undefined {
    if (value === undefined) return undefined;
    const names = Array.isArray(value) ? value : [value];
    return names.filter((name) => typeof name === 'string').filter((name) => !this.#planned.has(name));
  }

  #service(id: string, written: JsonObject): ServiceFacts {
    const placed = list(written['replicas']).map((replica) => this.#replica(map(replica)));
    const replicas = placed.filter((replica) => replica.at?.length !== 0);
    const kept = Object.entries(map(written['backups'])).map(([name, backup]) => this.#backup(name, map(backup)));
    const backups = kept.filter((backup) => backup.at?.length !== 0);
    const onlyPlanned = placed.length > 0 && replicas.length === 0;
    const quorum = written['quorum'];
    return {
      id,
      stateful: isStateful(written, placed, kept),
      needsUnknown: written['dependsOn'] === 'unknown',
      dependencies: Object.entries(map(written['dependsOn'])).map(([name, value]) => dependency(name, value)),
      replicas,
      quorum: quorum === 'majority' ? quorum : number(quorum),
      backups,
      size: amount(map(written['data'])['size'], readSize),
      recovery: this.#recovery(map(written['recovery'])),
      demand: number(written['demand']),
      minCapacity: amount(written['minCapacity'], readPercent) ?? 100,
      failsWith: onlyPlanned ? undefined : this.#statedConditions(written['failsWith']),
      promises: promises(map(written['objectives'])),
    };
  }

  #replica(written: JsonObject): ReplicaFacts {
    return {
      at: this.#names(written['at']),
      role: text(written['role']) ?? 'active',
      replication: text(written['replication']),
      lag: amount(written['lag'], readDuration),
      readiness: text(written['readiness']),
      startup: amount(written['startup'], readDuration),
      capacity: amount(written['capacity'], readPercent),
      votes: number(written['votes']),
      promotable: flag(written['promotable']),
      failsWith: this.#conditions(written['failsWith']),
    };
  }

  #backup(id: string, written: JsonObject): BackupFacts {
    const restore = map(written['restore']);
    return {
      id,
      at: this.#names(written['at']),
      every: amount(written['every'], readDuration),
      takes: amount(written['takes'], readDuration),
      immutable: flag(written['immutable']),
      offline: flag(written['offline']),
      failsWith: this.#conditions(written['failsWith']),
      key: written['key'] === 'none' ? undefined : text(written['key']),
      to: this.#names(restore['to']),
      rate: amount(restore['rate'], readRate),
      time: amount(restore['time'], readDuration),
      prepare: amount(restore['prepare'], readDuration) ?? 0,
    };
  }

  #recovery(written: JsonObject): RecoveryFacts {
    const phase = (name: string): number | undefined => amount(written[name], readDuration);
    const rebuild = written['rebuild'];
    return {
      mode: text(written['mode']),
      detect: phase('detect'),
      decide: phase('decide'),
      execute: phase('execute'),
      redirect: phase('redirect'),
      verify: phase('verify'),
      uses: written['uses'] === 'none' ? [] : this.#names(written['uses']),
      restart: restartTime(written['restart']),
      rebuild: isMap(rebuild)
        ? { to: this.#names(rebuild['to']), takes: amount(rebuild['takes'], readDuration) }
        : undefined,
    };
  }
}

/** "a duration, or `hosts` ÷ `perHour`; left out: 0" */
function restartTime(written: Loose): number | undefined {
  if (!isMap(written)) return amount(written, readDuration) ?? 0;
  const hosts = number(written['hosts']);
  const perHour = number(written['perHour']);
  if (hosts === 0) return 0;
  return hosts === undefined || perHour === undefined ? undefined : (hosts / perHour) * 3600;
}

function dependency(name: string, value: JsonValue): DependencyFacts {
  const kind = text(isMap(value) ? value['kind'] : value) ?? 'unknown';
  const anyOf = list(map(value)['anyOf']).filter((member) => typeof member === 'string');
  return { kind: kind === 'unknown' ? 'hard' : kind, members: anyOf.length > 0 ? anyOf : [name] };
}

/**
 * "**Stateful** is a datastore, or a service with `data` (other than `none`), `backups`, a `replication` on any
 * replica, or a `primary` or `replica` role. Anything else, and `data: none`, is stateless". What is planned counts
 * here: it is about the data, not about the place.
 */
function isStateful(written: JsonObject, replicas: readonly ReplicaFacts[], backups: readonly BackupFacts[]): boolean {
  if (written['data'] === 'none') return false;
  if (written['kind'] === 'datastore' || written['data'] !== undefined || backups.length > 0) return true;
  return replicas.some(
    ({ replication, lag, role }) =>
      replication !== undefined || lag !== undefined || role === 'primary' || role === 'replica',
  );
}

/** "`survive`: list of kinds, or map kind → { rto, rpo } overriding … Default `survive` is `[building]`." */
function promises(objectives: JsonObject): readonly PromiseFacts[] {
  const survive = objectives['survive'] ?? ['building'];
  const entries: readonly (readonly [string, Loose])[] = Array.isArray(survive)
    ? survive.filter((kind) => typeof kind === 'string').map((kind) => [kind, undefined] as const)
    : Object.entries(map(survive));
  return entries.flatMap(([kind, own]) =>
    (['rto', 'rpo'] as const).flatMap((objective) => {
      const target = amount(map(own)[objective] ?? objectives[objective], readDuration);
      return target === undefined ? [] : [{ kind, objective, target }];
    }),
  );
}

/** The effective facts of a valid inventory (format version 1, all documents merged in one object). */
export function readInventory(inventory: JsonObject): Facts {
  return new Reader(inventory).facts();
}
