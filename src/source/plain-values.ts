import { AliasBudget } from './alias-budget.js';
import type { ItemReader } from './item-reader.js';
import type { JsonValue } from './json-value.js';
import type { ChildSpans, TextRange } from './node-span.js';
import { PlainAnchors } from './plain-anchors.js';
import { char } from './plain-char.js';
import { PlainScalars } from './plain-scalars.js';
import type { SourceLimits } from './source-limits.js';

/**
 * What a reader keeps beside the data: where everything is written, given the anchors of the whole document where an
 * alias needs them; or those anchors, with where their values are written.
 */
export type Kept =
  | { readonly spans: 'all'; readonly anchors?: PlainAnchors }
  | { readonly spans: 'anchored'; readonly readItem: ItemReader };

/** Where values are written, and what stands for others. */
export class PlainValues extends PlainScalars {
  /** What aliases may stand for, in items that are read otherwise too. */
  readonly budget: AliasBudget;
  readonly anchors: PlainAnchors;
  readonly #anchorsGiven: boolean;
  /** Whether spans are kept. They cost time, and whole files are read without. */
  protected spans: boolean;
  readonly #anchoredSpans: boolean;
  // Where the value read last is written.
  protected value: TextRange | undefined;
  protected children: ChildSpans | undefined;
  #passedOver = false;

  constructor(text: string, start: number, end: number, limits: SourceLimits, kept: Kept | undefined) {
    super(text, start, end, limits);
    const given = kept?.spans === 'all' ? kept.anchors : undefined;
    this.budget = new AliasBudget(limits.aliasedValues);
    this.anchors = given ?? new PlainAnchors(limits, this.budget);
    this.#anchorsGiven = given !== undefined;
    this.spans = kept?.spans === 'all';
    this.#anchoredSpans = kept !== undefined;
  }

  protected note(start: number, end: number, children: ChildSpans | undefined): void {
    if (!this.spans) return;
    this.value = { start, end };
    this.children = children;
  }

  /** An item is read otherwise: of the anchors in it nobody here knows, so that none is plain from here on. */
  protected passOver(): void {
    this.#passedOver = true;
  }

  /** At `&`: an anchor and the value that it stands before. One before nothing, or before another, is not plain. */
  protected anchored(read: () => JsonValue): JsonValue {
    const start = this.pos;
    const name = this.nameOfMark();
    this.skipSpaces();
    if (this.failed || this.#passedOver || this.code() === char.anchor || this.code() === char.alias)
      return this.fail();
    if (this.#anchorsGiven) return read();
    const { anchors } = this;
    const spans = this.spans;
    this.spans ||= this.#anchoredSpans;
    const value = anchors.anchor(name, start, () => {
      const inner = read();
      return { value: inner, children: this.children, end: this.indent < 0 ? this.end : this.lineStart };
    });
    this.spans = spans;
    return value === null ? this.fail() : value;
  }

  /** At `*`: an alias, whose value stands at that depth of maps and lists. */
  protected alias(depth: number): JsonValue {
    const start = this.pos;
    const name = this.nameOfMark();
    const found = this.failed || this.#passedOver ? undefined : this.anchors.find(name, start);
    if (found === undefined || !(this.#anchorsGiven || this.anchors.take(found, depth))) return this.fail();
    this.note(start, this.tokenEnd, found.children);
    return found.value;
  }
}
