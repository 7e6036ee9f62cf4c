import { AliasBudget } from './alias-budget.js';
import { BareMap } from './bare-map.js';
import { BlockSpan, type EntryLines, blockEntries } from './block-span.js';
import { type CompleteDocument, readCompletely } from './complete-reader.js';
import type { ItemReader } from './item-reader.js';
import { ItemSpan } from './item-span.js';
import { JsonSpan, skipJsonSpace } from './json-span.js';
import type { NodeSpan, TextRange } from './node-span.js';
import type { PlainAnchors } from './plain-anchors.js';
import { PlainReader } from './plain-reader.js';
import type { SourceLimits } from './source-limits.js';
import type { SourceText } from './source-text.js';

/**
 * Where the values of each document of a file are written. Files that were read plainly are only cut into sections
 * and items here, and an item is read again when something in it is asked for.
 */
export function documentSpans(source: SourceText, limits: SourceLimits): readonly NodeSpan[] {
  const { file, text, format } = source;
  if (format === 'json') return [new JsonSpan(text, undefined, skipJsonSpace(text, 0))];
  if (format === 'plain-yaml') return [new PlainSpans(source, limits).root()];
  if (format === 'unread' || text.length > limits.completeLength) return [];
  return readCompletely({ file, text, base: 0, depth: 1 }, limits, new AliasBudget(limits.aliasedValues)).documents.map(
    (document) => document.span,
  );
}

/** How many items stay read: those of one finding and the next, while those of a whole company would fill the memory. */
const itemsKept = 64;

class PlainSpans {
  readonly #source: SourceText;
  readonly #text: string;
  readonly #limits: SourceLimits;
  /** By where they begin, oldest first. */
  readonly #read = new Map<number, NodeSpan | undefined>();
  #anchors: PlainAnchors | undefined;

  constructor(source: SourceText, limits: SourceLimits) {
    this.#source = source;
    this.#text = source.text;
    this.#limits = limits;
  }

  root(): NodeSpan {
    const { length } = this.#text;
    const start = new PlainReader(this.#text, 0, length, this.#limits, undefined).contentStart();
    const entries = this.#entries({ start, end: length });
    return new BlockSpan(this.#text, undefined, entries, (entry, step) => this.#section(entry, step));
  }

  #section(lines: EntryLines, step: string | number): NodeSpan | undefined {
    const inner = this.#innerLines(lines);
    if (inner === undefined) return this.#item(lines, step);
    return new BlockSpan(this.#text, lines.key, this.#entries(inner), (entry, key) => this.#item(entry, key));
  }

  /** The lines below `key:`, if the value stands below. */
  #innerLines(lines: EntryLines): TextRange | undefined {
    if (lines.key === undefined) return undefined;
    const reader = new PlainReader(this.#text, lines.start, lines.end, this.#limits, undefined);
    if (reader.keyAt(lines.start) === undefined) return undefined;
    reader.skipSpaces();
    if (!reader.atLineEnd()) return undefined;
    const below = { start: reader.lineEnd + 1, end: lines.end };
    reader.nextLine(below.start);
    return reader.indent < 0 ? undefined : below;
  }

  #item(lines: EntryLines, step: string | number): NodeSpan {
    return new ItemSpan(lines.key, () => this.#readItem(lines, step));
  }

  #readItem(lines: EntryLines, step: string | number): NodeSpan | undefined {
    const { start } = lines;
    if (this.#read.has(start)) return this.#read.get(start);
    const span = this.#readAgain(lines, step);
    const [oldest] = this.#read.keys();
    if (oldest !== undefined && this.#read.size >= itemsKept) this.#read.delete(oldest);
    this.#read.set(start, span);
    return span;
  }

  #readAgain(lines: EntryLines, step: string | number): NodeSpan | undefined {
    const span = this.#plainly(lines) ?? this.#plainly(lines, this.#anchorsOfAll()) ?? this.#complete(lines)?.span;
    return span?.child(typeof step === 'number' ? 0 : step);
  }

  #plainly({ start, end }: TextRange, anchors?: PlainAnchors): NodeSpan | undefined {
    const how = { spans: 'all', ...(anchors === undefined ? {} : { anchors }) } as const;
    const reader = new PlainReader(this.#text, start, end, this.#limits, how);
    return reader.read() === undefined ? undefined : reader.span;
  }

  /** An alias may have its anchor in another item; they are found when the first one is met. */
  #anchorsOfAll(): PlainAnchors {
    if (this.#anchors === undefined) {
      const readItem: ItemReader = (start, end) => {
        const value = this.#complete({ start, end })?.value;
        return value === undefined ? 'give up' : { value };
      };
      const how = { spans: 'anchored', readItem } as const;
      const reader = new PlainReader(this.#text, 0, this.#text.length, this.#limits, how);
      reader.read();
      this.#anchors = reader.anchors;
    }
    return this.#anchors;
  }

  #entries(lines: TextRange): ReadonlyMap<string | number, EntryLines> {
    return blockEntries(this.#text, lines, this.#limits, (entry) => {
      const value = this.#complete(entry)?.value;
      return value instanceof BareMap ? Object.keys(value)[0] : undefined;
    });
  }

  #complete(lines: TextRange): CompleteDocument | undefined {
    const text = this.#text.slice(lines.start, lines.end);
    const piece = { file: this.#source.file, text, base: lines.start, depth: 1 };
    return readCompletely(piece, this.#limits, new AliasBudget(this.#limits.aliasedValues)).documents[0];
  }
}
