/** A stretch of text by UTF-16 offset; `end` is exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Where one value of a document is written, and the way to what it holds. */
export interface NodeSpan {
  /** The key in front of the value. List items and documents have none. */
  readonly key: TextRange | undefined;
  /** From the first character of the value to the last of its last entry. Undefined where nothing is written. */
  readonly value: TextRange | undefined;
  child(step: string | number): NodeSpan | undefined;
}

export type ChildSpans = Map<string | number, NodeSpan>;

/** A span whose children are known. */
export class KnownSpan implements NodeSpan {
  readonly key: TextRange | undefined;
  readonly value: TextRange | undefined;
  readonly #children: ReadonlyMap<string | number, NodeSpan> | undefined;

  constructor(key: TextRange | undefined, value: TextRange | undefined, children: ChildSpans | undefined) {
    this.key = key;
    this.value = value;
    this.#children = children;
  }

  child(step: string | number): NodeSpan | undefined {
    return this.#children?.get(step);
  }
}
