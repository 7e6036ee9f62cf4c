import { blockText } from './block-text.js';
import { isNullScalar, resolvePlainScalar } from './core-scalar.js';
import type { JsonValue } from './json-value.js';
import { char, isFlowMark, isNameChar } from './plain-char.js';
import { PlainScanner } from './plain-scanner.js';
import { isReservedKey } from './reserved-key.js';
import type { SourceLimits } from './source-limits.js';
import { wrappedText } from './wrapped-text.js';

/** Keys, and values that are neither maps nor lists, on one line and over several. */
export class PlainScalars extends PlainScanner {
  protected readonly limits: SourceLimits;

  constructor(text: string, start: number, end: number, limits: SourceLimits) {
    super(text, start, end);
    this.limits = limits;
  }

  /** A key, its colon and what must stand after that. */
  protected keyOfEntry(flow: boolean = false): string {
    const quoted = this.#atQuote();
    const key = quoted ? this.quotedScalar() : this.plainKey(flow);
    if (key.length > this.limits.scalarLength || isReservedKey(key)) this.failed = true;
    if (quoted ? key === '' : key === '<<' || isNullScalar(key)) this.failed = true;
    this.endKey();
    return key;
  }

  /** The name behind the mark of an anchor or an alias, of the characters that nearly all names are made of. */
  protected nameOfMark(): string {
    const start = this.pos + 1;
    let at = start;
    while (at < this.lineEnd && isNameChar(this.text.charCodeAt(at))) at += 1;
    const behind = this.text.charCodeAt(at);
    const ends = at >= this.lineEnd || behind === char.space || (this.flowDepth > 0 && isFlowMark(behind));
    if (at === start || !ends) this.failed = true;
    this.pos = at;
    this.tokenEnd = at;
    return this.text.slice(start, at);
  }

  /** A value in a flow collection. */
  protected flowText(): JsonValue {
    return this.#atQuote() ? this.#quoted() : this.#resolve(this.flowScalar());
  }

  /** A value behind a key or dash that is indented by `indent`, and all the lines that it goes on for. */
  protected textOfEntry(indent: number): JsonValue {
    const first = this.code();
    if (first === char.literal || first === char.folded) return this.#blockText(indent);
    if (this.#atQuote()) {
      const value = this.#quoted();
      this.endLine();
      return value;
    }
    const { pos: start, lineEnd } = this;
    const text = this.blockScalar();
    const { tokenEnd } = this;
    this.endLine();
    return this.indent > indent && !this.failed ? this.#wrapped(start, tokenEnd, lineEnd, indent) : this.#resolve(text);
  }

  #atQuote(): boolean {
    return this.code() === char.double || this.code() === char.single;
  }

  #quoted(): string {
    return this.#kept(this.quotedScalar());
  }

  #resolve(text: string): JsonValue {
    this.#kept(text);
    const value = this.failed ? null : resolvePlainScalar(text);
    return value === undefined ? this.fail() : value;
  }

  /** At `|` or `>`, behind which nothing but a `-` may stand. */
  #blockText(indent: number): JsonValue {
    const { text, end, pos: start } = this;
    const stripped = text.charCodeAt(start + 1) === char.dash;
    if (start + (stripped ? 2 : 1) !== this.lineEnd) return this.fail();
    const lines = { from: this.lineEnd + 1, end, parent: indent };
    const read = blockText(text, lines, { folded: this.code() === char.folded, stripped });
    if (read === undefined) return this.fail();
    this.tokenEnd = read.end;
    this.nextLine(read.next);
    return this.#kept(read.value);
  }

  /** A text without quotes whose first line has been read, with nothing behind it. */
  #wrapped(start: number, tokenEnd: number, lineEnd: number, indent: number): JsonValue {
    const { text, end } = this;
    if (text.slice(tokenEnd, lineEnd).trim() !== '') return this.fail();
    const read = wrappedText(text, { from: lineEnd + 1, end, parent: indent });
    if (read === undefined) return this.fail();
    this.tokenEnd = read.end;
    this.nextLine(read.next);
    return this.#resolve(text.slice(start, tokenEnd) + read.value);
  }

  #kept(text: string): string {
    if (text.length > this.limits.scalarLength) this.failed = true;
    return text;
  }
}
