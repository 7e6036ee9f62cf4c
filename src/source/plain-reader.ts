import { BareMap } from './bare-map.js';
import { itemEnd } from './item-end.js';
import { itemDepth, type ItemReader } from './item-reader.js';
import type { JsonValue } from './json-value.js';
import { type ChildSpans, KnownSpan, type NodeSpan, type TextRange } from './node-span.js';
import { char } from './plain-char.js';
import { type Kept, PlainValues } from './plain-values.js';
import type { SourceLimits } from './source-limits.js';

/** Up to so many entries a repeated key is looked for among the keys themselves, which is faster than in the map. */
const fewEntries = 12;

/** What a reader keeps beside the data; otherwise who reads the items that it cannot. */
export type Reading = Kept | ItemReader | undefined;

/**
 * Reads the part of YAML that nearly every inventory keeps to: block maps and lists, flow maps and lists, scalars and
 * texts over several lines, anchors and aliases of entries, comments. It is many times faster than a complete YAML
 * reader. Whatever is not surely in that part, errors included, makes it give up (`failed`), so that a complete reader
 * decides; what it does read, a complete reader reads as the same data.
 */
export class PlainReader extends PlainValues {
  readonly #readItem: ItemReader | undefined;
  /** Where the line begins that made the reader give up. */
  stuckAt: number | undefined;
  /** The first key met twice in one map, and the start of its second line. */
  repeated: { readonly key: string; readonly line: number } | undefined;
  /** Keys of the maps being read, the innermost last. */
  readonly #keys: string[] = [];

  /** Anchors and aliases met before the item that is being read. */
  #marksBefore = 0;

  constructor(text: string, start: number, end: number, limits: SourceLimits, how: Reading) {
    super(text, start, end, limits, typeof how === 'function' ? undefined : how);
    this.#readItem = typeof how === 'function' ? how : how?.spans === 'anchored' ? how.readItem : undefined;
  }

  /** The whole text as one value, or undefined if it is not plain. */
  read(): JsonValue | undefined {
    this.nextLine(this.pos);
    this.#skipDocumentStart();
    if (this.indent < 0) return undefined;
    const value = this.#block(this.indent, 1);
    return this.failed || this.indent >= 0 ? undefined : value;
  }

  /** Where the first line begins that is neither blank nor a comment nor the mark of a document's beginning. */
  contentStart(): number {
    this.nextLine(this.pos);
    this.#skipDocumentStart();
    return this.indent < 0 ? this.end : this.lineStart;
  }

  /** After `read`: where the values are written. */
  get span(): NodeSpan {
    return new KnownSpan(undefined, this.value, this.children);
  }

  /** The key of the entry that the line at `start` begins with, undefined if it has none that is plain. */
  keyAt(start: number): { readonly key: string; readonly range: TextRange } | undefined {
    this.failed = false;
    this.nextLine(start);
    const keyStart = this.pos;
    const key = this.keyOfEntry();
    return this.failed ? undefined : { key, range: { start: keyStart, end: this.tokenEnd } };
  }

  #skipDocumentStart(): void {
    if (this.indent !== 0 || !this.text.startsWith('---', this.pos)) return;
    this.pos += 3;
    if (this.pos < this.lineEnd && this.code() !== char.space) this.failed = true;
    this.endLine();
  }

  #block(indent: number, depth: number): JsonValue {
    if (depth > this.limits.depth) this.failed = true;
    if (this.failed) return null;
    return this.atDash() ? this.#blockList(indent, depth) : this.#blockMap(indent, depth);
  }

  #blockMap(indent: number, depth: number): JsonValue {
    const map = new BareMap();
    const children: ChildSpans | undefined = this.spans ? new Map() : undefined;
    const start = this.pos;
    const firstKey = this.#keys.length;
    let end = start;
    while (this.indent === indent) {
      const line = this.lineStart;
      if (depth === itemDepth) this.#marksBefore = this.anchors.marks;
      const keyStart = this.pos;
      let key = this.keyOfEntry();
      const keyEnd = this.tokenEnd;
      let value = this.failed ? null : this.#entryValue(indent, depth);
      if (this.indent > indent) this.failed = true;
      if (this.failed) {
        const entry = this.#rescue(line, indent, depth, 'map');
        if (entry === 'skip') continue;
        if (entry === 'give up' || !(entry.value instanceof BareMap)) return this.fail();
        const [only, ...more] = Object.entries(entry.value);
        if (only === undefined || more.length > 0) return this.fail();
        [key, value] = only;
      }
      if (this.#isRepeated(map, key, firstKey)) {
        this.repeated ??= { key, line };
        return this.fail();
      }
      map[key] = value;
      if (children === undefined) continue;
      const keyRange = { start: keyStart, end: keyEnd };
      children.set(key, new KnownSpan(keyRange, this.value, this.children));
      end = this.value?.end ?? keyEnd;
    }
    this.#keys.length = firstKey;
    if (children !== undefined) this.note(start, end, children);
    return map;
  }

  #blockList(indent: number, depth: number): JsonValue {
    const list: JsonValue[] = [];
    const children: ChildSpans | undefined = this.spans ? new Map() : undefined;
    const start = this.pos;
    let end = start;
    while (this.indent === indent && this.atDash()) {
      const line = this.lineStart;
      if (depth === itemDepth) this.#marksBefore = this.anchors.marks;
      let value = this.#itemValue(indent, depth);
      if (this.indent > indent) this.failed = true;
      if (this.failed) {
        const items = this.#rescue(line, indent, depth, 'list');
        if (items === 'skip') continue;
        if (items === 'give up' || !Array.isArray(items.value) || items.value.length !== 1) return this.fail();
        value = items.value[0];
      }
      if (children !== undefined) children.set(list.length, new KnownSpan(undefined, this.value, this.children));
      list.push(value);
      end = this.value?.end ?? end;
    }
    if (children !== undefined) this.note(start, end, children);
    return list;
  }

  /** Lets the other reader try the item whose first line starts at `line`, and goes on behind it. */
  #rescue(line: number, indent: number, depth: number, of: 'map' | 'list'): ReturnType<ItemReader> {
    this.stuckAt ??= line;
    if (depth !== itemDepth || this.#readItem === undefined || !this.startsEntry(line + indent)) return 'give up';
    const end = itemEnd(this.text, line, this.end, indent, of);
    // Read on its own it would know of no anchor before it, nobody behind it of its own, or of what is in it.
    if (this.anchors.open > 0) return 'give up';
    if (/[&*]/.test(this.text.slice(line, end))) {
      if (this.#marksBefore > 0) return 'give up';
      this.passOver();
    }
    const reading = this.#readItem(line, end);
    if (reading === 'give up') return reading;
    this.failed = false;
    this.stuckAt = undefined;
    this.nextLine(end);
    return this.failed || this.indent > indent ? 'give up' : reading;
  }

  /** What follows `key:`, on the same line or below it. */
  #entryValue(indent: number, depth: number): JsonValue {
    this.skipSpaces();
    if (this.code() === char.anchor) return this.anchored(() => this.#entryValue(indent, depth));
    if (!this.atLineEnd()) return this.#inlineValue(indent, depth);
    this.nextLine(this.lineEnd + 1);
    if (this.indent > indent) return this.#block(this.indent, depth + 1);
    if (this.indent === indent && this.atDash()) return this.#block(indent, depth + 1);
    this.value = undefined;
    this.children = undefined;
    return null;
  }

  /** What follows `- `: a scalar, a flow collection, or the first entry of a block map. */
  #itemValue(indent: number, depth: number): JsonValue {
    this.pos += 1;
    this.skipSpaces();
    if (this.code() === char.anchor) return this.anchored(() => this.#anchoredItem(indent, depth));
    if (this.pos === this.lineEnd || this.code() === char.hash || this.atDash()) return this.fail();
    if (!this.atEntry()) return this.#inlineValue(indent, depth);
    this.indent = this.pos - this.lineStart;
    return this.#block(this.indent, depth + 1);
  }

  /** What follows `- &name`: behind it, or the block below it. */
  #anchoredItem(indent: number, depth: number): JsonValue {
    if (!this.atLineEnd()) return this.atDash() || this.atEntry() ? this.fail() : this.#inlineValue(indent, depth);
    this.nextLine(this.lineEnd + 1);
    return this.indent > indent ? this.#block(this.indent, depth + 1) : this.fail();
  }

  /** A value that begins on the line of its key or dash, which is indented by `indent`. */
  #inlineValue(indent: number, depth: number): JsonValue {
    const first = this.code();
    if (first === char.openList || first === char.openMap) {
      this.flowIndent = indent;
      const value = this.#flow(depth + 1);
      this.endLine();
      return value;
    }
    if (first === char.alias) {
      const value = this.alias(depth + 1);
      this.endLine();
      return value;
    }
    const start = this.pos;
    const value = this.textOfEntry(indent);
    this.note(start, this.tokenEnd, undefined);
    return value;
  }

  #flow(depth: number): JsonValue {
    if (depth > this.limits.depth) return this.fail();
    this.flowDepth += 1;
    const value = this.code() === char.openList ? this.#flowList(depth) : this.#flowMap(depth);
    this.flowDepth -= 1;
    return value;
  }

  #flowList(depth: number): JsonValue {
    const list: JsonValue[] = [];
    const children: ChildSpans | undefined = this.spans ? new Map() : undefined;
    const start = this.pos;
    this.pos += 1;
    this.skipFlowSpaces();
    let more = this.code() !== char.closeList;
    while (more && !this.failed) {
      const value = this.#flowValue(depth);
      children?.set(list.length, new KnownSpan(undefined, this.value, this.children));
      list.push(value);
      more = this.flowGoesOn(char.closeList);
    }
    this.pos += 1;
    this.note(start, this.pos, children);
    return list;
  }

  #flowMap(depth: number): JsonValue {
    const map = new BareMap();
    const children: ChildSpans | undefined = this.spans ? new Map() : undefined;
    const start = this.pos;
    const firstKey = this.#keys.length;
    this.pos += 1;
    this.skipFlowSpaces();
    let more = this.code() !== char.closeMap;
    while (more && !this.failed) {
      const keyStart = this.pos;
      const key = this.keyOfEntry(true);
      const keyEnd = this.tokenEnd;
      if (this.failed || this.#isRepeated(map, key, firstKey)) return this.fail();
      this.skipSpaces();
      const value = this.#flowValue(depth);
      map[key] = value;
      children?.set(key, new KnownSpan({ start: keyStart, end: keyEnd }, this.value, this.children));
      more = this.flowGoesOn(char.closeMap);
    }
    this.#keys.length = firstKey;
    this.pos += 1;
    this.note(start, this.pos, children);
    return map;
  }

  #flowValue(depth: number): JsonValue {
    const first = this.code();
    if (first === char.openList || first === char.openMap) return this.#flow(depth + 1);
    if (first === char.alias) return this.alias(depth + 1);
    const start = this.pos;
    const value = this.flowText();
    this.note(start, this.tokenEnd, undefined);
    return value;
  }

  /** Whether a map has a key already; notes it otherwise. Its keys begin at `first`. */
  #isRepeated(map: BareMap, key: string, first: number): boolean {
    const keys = this.#keys;
    const last = keys.length;
    if (last - first > fewEntries) return map[key] !== undefined;
    for (let index = first; index < last; index += 1) if (keys[index] === key) return true;
    keys.push(key);
    return false;
  }
}
