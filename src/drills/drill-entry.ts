import { appendItem, itemText, type Addition } from '../editing/append-item.js';

/** A drill to be written down. Fields that are undefined or empty are left out. */
export interface DrillEntry {
  /** ISO date. */
  readonly date: string;
  readonly kind: string | undefined;
  /** Ids of failure domains and services. */
  readonly lose: readonly string[];
  readonly result: string | undefined;
  /** By service id, durations as they are to be written. */
  readonly measured: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By service id. */
  readonly digests: Readonly<Record<string, string>>;
  readonly evidence: string | undefined;
}

/**
 * The text of an inventory file with one drill more, at the end of its list. Everything else stays as it was written.
 * Undefined where the text cannot be edited; an empty text begins a new file.
 */
export function addDrill(text: string, entry: DrillEntry): string | undefined {
  return appendItem(text, additionOf(entry));
}

/** The drill as it stands in a file, from the first column. */
export function drillText(entry: DrillEntry): string {
  return itemText(additionOf(entry));
}

function additionOf({ date, kind, lose, result, measured, digests, evidence }: DrillEntry): Addition {
  const fields = { date, kind, lose, result, measured: filled(measured), digests: filled(digests), evidence };
  const item = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return { key: 'drills', item, onOneLine: ['lose'] };
}

function filled(map: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | undefined {
  return Object.keys(map).length === 0 ? undefined : map;
}
