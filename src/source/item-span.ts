import type { NodeSpan, TextRange } from './node-span.js';

/** An item of which only the key is known; it is read when something below that is asked for, and not kept here. */
export class ItemSpan implements NodeSpan {
  readonly #key: TextRange | undefined;
  readonly #read: () => NodeSpan | undefined;

  constructor(key: TextRange | undefined, read: () => NodeSpan | undefined) {
    this.#key = key;
    this.#read = read;
  }

  get key(): TextRange | undefined {
    return this.#key ?? this.#read()?.key;
  }

  get value(): TextRange | undefined {
    return this.#read()?.value;
  }

  child(step: string | number): NodeSpan | undefined {
    return this.#read()?.child(step);
  }
}
