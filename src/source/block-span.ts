import { itemEnd } from './item-end.js';
import type { NodeSpan, TextRange } from './node-span.js';
import { PlainReader } from './plain-reader.js';
import type { SourceLimits } from './source-limits.js';

/** The lines of one entry of a block map or list. */
export interface EntryLines extends TextRange {
  readonly key: TextRange | undefined;
}

/** Finds the key of an entry that is not plain. */
export type KeyFinder = (lines: TextRange) => string | undefined;

/** A block map or list of which only the lines of each entry are known; an entry is read when first asked for. */
export class BlockSpan implements NodeSpan {
  readonly key: TextRange | undefined;
  readonly #text: string;
  readonly #entries: ReadonlyMap<string | number, EntryLines>;
  readonly #open: (entry: EntryLines, step: string | number) => NodeSpan | undefined;
  readonly #opened = new Map<string | number, NodeSpan | undefined>();

  constructor(
    text: string,
    key: TextRange | undefined,
    entries: ReadonlyMap<string | number, EntryLines>,
    open: (entry: EntryLines, step: string | number) => NodeSpan | undefined,
  ) {
    this.#text = text;
    this.key = key;
    this.#entries = entries;
    this.#open = open;
  }

  child(step: string | number): NodeSpan | undefined {
    if (this.#opened.has(step)) return this.#opened.get(step);
    const entry = this.#entries.get(step);
    if (entry === undefined) return undefined;
    const child = this.#open(entry, step);
    this.#opened.set(step, child);
    return child;
  }

  get value(): TextRange | undefined {
    const steps = [...this.#entries.keys()];
    const first = this.#entries.get(steps[0] ?? '');
    if (first === undefined) return undefined;
    const start = contentStart(this.#text, first.start);
    for (const step of steps.reverse()) {
      const last = this.child(step);
      const end = last?.value?.end ?? last?.key?.end;
      if (end !== undefined) return { start, end };
    }
    return { start, end: start };
  }
}

/** The entries of the block map or list whose first line is the first with content between two offsets. */
export function blockEntries(
  text: string,
  lines: TextRange,
  limits: SourceLimits,
  findKey: KeyFinder,
): ReadonlyMap<string | number, EntryLines> {
  const entries = new Map<string | number, EntryLines>();
  const reader = new PlainReader(text, lines.start, lines.end, limits, undefined);
  reader.nextLine(lines.start);
  const { indent } = reader;
  const of = reader.atDash() ? 'list' : 'map';
  if (indent < 0) return entries;
  while (reader.indent === indent) {
    const start = reader.lineStart;
    const end = itemEnd(text, start, lines.end, indent, of);
    if (of === 'list') entries.set(entries.size, { start, end, key: undefined });
    else {
      const plain = reader.keyAt(start);
      const key = plain?.key ?? findKey({ start, end });
      if (key !== undefined) entries.set(key, { start, end, key: plain?.range });
    }
    reader.nextLine(end);
  }
  return entries;
}

function contentStart(text: string, line: number): number {
  let at = line;
  while (text.charCodeAt(at) === 32) at += 1;
  return at;
}
