import type { KeyPath } from '../place.js';
import type { JsonValue } from '../source/json-value.js';
import type { Violation } from './violation.js';

/** All that a validator says about one value of a document. */
export interface Breach {
  readonly path: KeyPath;
  readonly value: JsonValue | undefined;
  readonly violations: readonly Violation[];
  /** Whether something inside the value is wrong as well. */
  readonly deeper: boolean;
}

/** Gathers violations by the value that they are about, in the order in which they were first reported. */
export function breachesOf(document: JsonValue, violations: readonly Violation[]): readonly Breach[] {
  const byPointer = new Map<string, Violation[]>();
  for (const violation of violations) {
    const group = byPointer.get(violation.instancePath);
    if (group === undefined) byPointer.set(violation.instancePath, [violation]);
    else group.push(violation);
  }
  const above = new Set<string>();
  for (const pointer of byPointer.keys()) addParents(pointer, above);
  return Array.from(byPointer, ([pointer, group]) => ({
    ...follow(document, pointer),
    violations: group,
    deeper: above.has(pointer),
  }));
}

/** Adds every proper prefix of a pointer, stopping at the first that is known: its own prefixes are known too. */
function addParents(pointer: string, known: Set<string>): void {
  for (let end = pointer.lastIndexOf('/'); end >= 0; end = pointer.lastIndexOf('/', end - 1)) {
    const parent = pointer.slice(0, end);
    if (known.has(parent)) return;
    known.add(parent);
    if (end === 0) return;
  }
}

function follow(document: JsonValue, pointer: string): { path: KeyPath; value: JsonValue | undefined } {
  const path: (string | number)[] = [];
  let value: JsonValue | undefined = document;
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (isList(value)) {
      path.push(Number(key));
      value = value[Number(key)];
    } else {
      path.push(key);
      value = isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    }
  }
  return { path, value };
}

/** True for a list. (`Array.isArray` alone does not narrow a readonly list.) */
export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** True for a map: neither a list nor a scalar. */
export function isMap(value: JsonValue | undefined): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !isList(value);
}
