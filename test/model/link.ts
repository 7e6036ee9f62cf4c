import { parse } from 'yaml';
import { linkInventory } from '../../src/model/link-inventory.js';
import type { Model, Service } from '../../src/model/model.js';
import type { Place } from '../../src/place.js';
import type { Problem } from '../../src/problem.js';
import type { JsonValue } from '../../src/source/json-value.js';
import type { SourceDocument } from '../../src/source/source-document.js';

/** YAML texts as documents: the first is `a.yaml`, the next `b.yaml`, and so on. */
function documents(...texts: readonly string[]): SourceDocument[] {
  return texts.map((text, i) => {
    const value: JsonValue = parse(text);
    return { file: `${String.fromCharCode(97 + i)}.yaml`, index: 0, value };
  });
}

export function problemsOf(...texts: readonly string[]): readonly Problem[] {
  return linkInventory(documents(...texts)).problems;
}

/** The only problem there is. */
export function problemOf(...texts: readonly string[]): Problem {
  const [problem, ...others] = problemsOf(...texts);
  if (problem === undefined || others.length > 0) {
    throw new Error(`one problem expected: ${JSON.stringify([problem, ...others], undefined, 2)}`);
  }
  return problem;
}

export function modelOf(...texts: readonly string[]): Model {
  const { model, problems } = linkInventory(documents(...texts));
  if (model === undefined) throw new Error(JSON.stringify(problems, undefined, 2));
  return model;
}

export function serviceOf(id: string, ...texts: readonly string[]): Service {
  const model = modelOf(...texts);
  const service = model.services[model.serviceById.get(id) ?? -1];
  if (service === undefined) throw new Error(`no service ${id}`);
  return service;
}

/** A place in one line: `a.yaml services/chat/tier`, with `@` in front of the path where the key is meant. */
export function spot(place: Problem['at'] | Place): string {
  if (!('path' in place)) return `${place.file} ${place.start}-${place.end}`;
  return `${place.file} ${place.on === 'key' ? '@' : ''}${place.path.join('/')}`;
}

/** What `undefined` and maps hide from `JSON.stringify`, made visible. */
export function projection(model: Model): string {
  return JSON.stringify(
    {
      domains: model.domains,
      services: model.services,
      drills: model.drills,
      scenarios: model.scenarios,
      tiers: model.tiers,
      plans: model.plans,
      suppliers: model.suppliers,
      contacts: model.contacts,
      domainById: model.domainById,
      serviceById: model.serviceById,
    },
    (_, value: unknown) => (value === undefined ? '?' : value instanceof Map ? [...value] : value),
    1,
  );
}

/** A small estate that links, for tests that are about one thing in it. */
export const estate = `
version: 1
locations:
  capital: { kind: region }
  north: { kind: building, in: capital, failsWith: [grid] }
  north-a: { in: north }
  south: { kind: building, failsWith: [{ allOf: [feed-1, feed-2] }] }
  south-a: { in: south }
domains:
  grid: { kind: power }
  feed-1: { kind: power }
  feed-2: { kind: power }
tiers:
  critical: { objectives: { rto: 30m } }
services:
  console: { kind: tooling }
  dns: {}
  kms: {}
`;
