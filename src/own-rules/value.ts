import type { KeyPath } from '../place.js';

/** What an expression can see and work out: plain data, nothing that could be called. */
export type Known = string | number | boolean | List | Part;

export interface List {
  readonly is: 'list';
  readonly items: readonly Known[];
}

/** A map of fields. Those of which the inventory says nothing are in it too, with where they would stand. */
export interface Part {
  readonly is: 'part';
  readonly fields: ReadonlyMap<string, Known | Absent>;
}

/** A field that nobody filled in. */
export interface Absent {
  readonly is: 'absent';
  /** Below the entity. */
  readonly path: KeyPath;
}

/** It depends on fields that nobody filled in. */
export interface Unknown {
  readonly is: 'unknown';
  readonly missing: readonly KeyPath[];
}

/** It cannot be worked out, whatever the inventory says. */
export interface Fault {
  readonly is: 'fault';
  /** Completes "cannot be judged: …". */
  readonly why: string;
}

export type Result = Known | Unknown | Fault;

export function list(items: readonly Known[]): List {
  return { is: 'list', items };
}

/** A part at a path; `undefined` is a field that nobody filled in. */
export function part(path: KeyPath, fields: Readonly<Record<string, Known | Absent | undefined>>): Part {
  const entries = Object.entries(fields).map(([name, value]) => [name, value ?? absent([...path, name])] as const);
  return { is: 'part', fields: new Map<string, Known | Absent>(entries) };
}

export function absent(path: KeyPath): Absent {
  return { is: 'absent', path };
}

export function fault(why: string): Fault {
  return { is: 'fault', why };
}

export function isKnown(result: Result | Absent): result is Known {
  return typeof result !== 'object' || result.is === 'list' || result.is === 'part';
}

export function isList(result: Result): result is List {
  return typeof result === 'object' && result.is === 'list';
}

export function isPart(result: Result | Absent): result is Part {
  return typeof result === 'object' && result.is === 'part';
}

export function isFault(result: Result): result is Fault {
  return typeof result === 'object' && result.is === 'fault';
}

/** Of results that are not known: the first fault, else one that misses what all of them miss. */
export function obstacle(results: readonly Result[]): Fault | Unknown | undefined {
  const missing: KeyPath[] = [];
  let open = false;
  for (const result of results) {
    if (typeof result !== 'object') continue;
    if (result.is === 'fault') return result;
    if (result.is !== 'unknown') continue;
    open = true;
    missing.push(...result.missing);
  }
  return open ? { is: 'unknown', missing: distinct(missing) } : undefined;
}

function distinct(paths: readonly KeyPath[]): readonly KeyPath[] {
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
}
