import { char, isFlowMark, startsPlain } from './plain-char.js';

/** Keys longer than 1024 characters must not stand before a colon on the same line. */
const longestKey = 1000;
const rememberedStrings = 4096;
const longestRemembered = 48;
/** Below this length, as for one item of a large text, nothing is prepared for long reading. */
const shortText = 16_384;

/**
 * Lines and tokens of plain YAML: knows what a line, a key and a scalar are, nothing of how they nest.
 * Text has no line breaks but LF and no control characters. A line with a tab in it is never plain.
 */
export class PlainScanner {
  readonly text: string;
  /** Exclusive. */
  readonly end: number;
  /** Set once and for all when something is not surely plain. */
  failed = false;
  pos: number;
  lineStart = 0;
  lineEnd = 0;
  /** Spaces before the first character of the current line; -1 behind the last line. */
  indent = -1;
  /** Behind the last character of the token read last. */
  tokenEnd = 0;
  /** Flow collections that are open; and how deep what holds them is indented. */
  flowDepth = 0;
  flowIndent = 0;
  #nextTab: number;
  /** Strings met before, by a hash of their characters: most keys and many values are written thousands of times. */
  readonly #remembered: string[];

  constructor(text: string, start: number, end: number) {
    this.text = text;
    this.pos = start;
    this.end = end;
    this.#nextTab = this.#tabFrom(start);
    this.#remembered = end - start < shortText ? [] : Array.from({ length: rememberedStrings }, () => '');
  }

  /** Gives up. Returns null so that readers can return it. */
  fail(): null {
    this.failed = true;
    return null;
  }

  code(): number {
    return this.text.charCodeAt(this.pos);
  }

  /** Goes to the first character of the first line at or behind `from` that is neither blank nor a comment. */
  nextLine(from: number): void {
    const { text, end } = this;
    let line = from;
    while (line < end) {
      let stop = text.indexOf('\n', line);
      if (stop < 0 || stop > end) stop = end;
      // Whoever comes back to a line finds its tab again.
      if (this.#nextTab < line) this.#nextTab = this.#tabFrom(line);
      if (this.#nextTab < stop) this.failed = true;
      let content = line;
      while (content < stop && text.charCodeAt(content) === char.space) content += 1;
      if (content < stop && text.charCodeAt(content) !== char.hash) {
        this.lineStart = line;
        this.lineEnd = stop;
        this.pos = content;
        this.indent = content - line;
        return;
      }
      line = stop + 1;
    }
    this.indent = -1;
  }

  /** Nothing but spaces and a comment may be left on this line; goes to the next. */
  endLine(): void {
    const before = this.pos;
    this.skipSpaces();
    if (this.pos < this.lineEnd && (this.pos === before || this.code() !== char.hash)) this.failed = true;
    this.nextLine(this.lineEnd + 1);
  }

  skipSpaces(): void {
    while (this.pos < this.lineEnd && this.code() === char.space) this.pos += 1;
  }

  atLineEnd(): boolean {
    return this.pos >= this.lineEnd || this.code() === char.hash;
  }

  /** At `- `, the mark of a list item. */
  atDash(): boolean {
    return this.code() === char.dash && this.#spaceAt(this.pos + 1);
  }

  /** Whether the rest of the line is `key: …` and not a scalar or a flow collection. */
  atEntry(): boolean {
    const first = this.code();
    if (first === char.openList || first === char.openMap) return false;
    const start = this.pos;
    if (first === char.double || first === char.single) {
      this.quotedScalar();
      const entry = !this.failed && this.code() === char.colon && this.pos < this.lineEnd;
      this.pos = start;
      return entry;
    }
    for (let at = start; at < this.lineEnd; at += 1) {
      const code = this.text.charCodeAt(at);
      if (code === char.colon && this.#spaceAt(at + 1)) return true;
      if (code === char.hash && this.text.charCodeAt(at - 1) === char.space) return false;
    }
    return false;
  }

  /** In a flow collection: to what comes next, which may be on a line further down, indented deeper than what holds it all. */
  skipFlowSpaces(): void {
    this.skipSpaces();
    while (this.indent >= 0 && this.atLineEnd()) {
      if (this.pos < this.lineEnd && this.text.charCodeAt(this.pos - 1) !== char.space) this.failed = true;
      this.nextLine(this.lineEnd + 1);
      const code = this.code();
      const closes = this.flowDepth === 1 && (code === char.closeList || code === char.closeMap);
      if (this.indent < this.flowIndent + (closes ? 0 : 1)) this.failed = true;
    }
  }

  /** In a flow collection behind a value: true where another follows, false at the closing bracket, else gives up. */
  flowGoesOn(close: number): boolean {
    this.skipFlowSpaces();
    if (this.code() !== char.comma) {
      if (this.code() !== close) this.failed = true;
      return false;
    }
    this.pos += 1;
    this.skipFlowSpaces();
    return this.code() !== close;
  }

  /** A key without quotes, up to its colon. */
  plainKey(flow: boolean): string {
    const { text, lineEnd, pos: start } = this;
    if (!startsPlain(text, start) || this.code() === 46) this.failed = true;
    let hash = 0;
    for (let at = start; at < lineEnd; at += 1) {
      const code = text.charCodeAt(at);
      // Everything that ends or spoils a key outside of flow collections sorts before letters.
      if (code <= char.colon) {
        if (code === char.colon && this.#spaceAt(at + 1)) return this.#endPlainKey(start, at, hash);
        if (code === char.hash && text.charCodeAt(at - 1) === char.space) break;
      }
      if (flow && isFlowMark(code)) break;
      hash = (Math.imul(hash, 31) + code) | 0;
    }
    this.failed = true;
    return '';
  }

  #endPlainKey(start: number, end: number, hash: number): string {
    if (end - start > longestKey || this.text.charCodeAt(end - 1) === char.space) this.failed = true;
    this.pos = end;
    this.tokenEnd = end;
    return this.#string(start, end, hash);
  }

  /** The colon behind a key, and a space or the end of the line. */
  endKey(): void {
    if (this.code() !== char.colon || this.pos >= this.lineEnd || !this.#spaceAt(this.pos + 1)) this.failed = true;
    this.pos += 1;
  }

  /** A value without quotes that goes to the end of the line or to a comment. */
  blockScalar(): string {
    const { text, lineEnd, pos: start } = this;
    if (!startsPlain(text, start)) this.failed = true;
    let hash = 0;
    let last = start;
    for (let at = start; at < lineEnd; at += 1) {
      const code = text.charCodeAt(at);
      if (code <= char.colon) {
        if (code === char.space) continue;
        if (code === char.hash && text.charCodeAt(at - 1) === char.space) break;
        if (code === char.colon && this.#spaceAt(at + 1)) this.failed = true;
      }
      hash = (Math.imul(hash, 31) + code) | 0;
      last = at + 1;
    }
    this.pos = last;
    this.tokenEnd = last;
    return this.#string(start, last, hash);
  }

  /** A value without quotes inside a flow collection. */
  flowScalar(): string {
    const { text, lineEnd, pos: start } = this;
    if (!startsPlain(text, start)) this.failed = true;
    let hash = 0;
    let last = start;
    for (let at = start; at < lineEnd; at += 1) {
      const code = text.charCodeAt(at);
      if (code === char.space) continue;
      if (code === char.comma || code === char.closeList || code === char.closeMap) break;
      if (code === char.openList || code === char.openMap) this.failed = true;
      if (code === char.hash && text.charCodeAt(at - 1) === char.space) break;
      if (code === char.colon && (this.#spaceAt(at + 1) || isFlowMark(text.charCodeAt(at + 1)))) this.failed = true;
      hash = (Math.imul(hash, 31) + code) | 0;
      last = at + 1;
    }
    this.pos = last;
    this.tokenEnd = last;
    return this.#string(start, last, hash);
  }

  /** A quoted text on one line; of escapes only those of quotes and of the backslash itself. */
  quotedScalar(): string {
    const { text, lineEnd, pos: start } = this;
    const quote = this.code();
    let escapes = false;
    let hash = 0;
    for (let at = start + 1; at < lineEnd; at += 1) {
      const code = text.charCodeAt(at);
      if (code === (quote === char.single ? quote : char.backslash) && isEscaped(text.charCodeAt(at + 1), quote)) {
        escapes = true;
        at += 1;
      } else if (code === quote) {
        this.pos = at + 1;
        this.tokenEnd = at + 1;
        if (!escapes) return this.#string(start + 1, at, hash);
        return text
          .slice(start + 1, at)
          .replace(quote === char.single ? /''/g : /\\(["\\])/g, quote === char.single ? "'" : '$1');
      } else if (code === char.backslash && quote === char.double) break;
      hash = (Math.imul(hash, 31) + code) | 0;
    }
    this.failed = true;
    return '';
  }

  /** Whether the character there begins a key or a list item, and not an anchor, a tag or a bracket before one. */
  startsEntry(offset: number): boolean {
    const code = this.text.charCodeAt(offset);
    return code === char.dash || code === char.double || code === char.single || startsPlain(this.text, offset);
  }

  /** A space or the end of the line. */
  #spaceAt(offset: number): boolean {
    return offset >= this.lineEnd || this.text.charCodeAt(offset) === char.space;
  }

  #tabFrom(offset: number): number {
    if (this.end - offset > shortText) {
      const found = this.text.indexOf('\t', offset);
      return found < 0 ? Infinity : found;
    }
    for (let at = offset; at < this.end; at += 1) if (this.text.charCodeAt(at) === 9) return at;
    return Infinity;
  }

  #string(start: number, end: number, hash: number): string {
    const length = end - start;
    if (length > longestRemembered) return this.text.slice(start, end);
    const slot = (hash ^ (hash >>> 12)) & (rememberedStrings - 1);
    const known = this.#remembered[slot];
    if (known !== undefined && known.length === length && this.text.startsWith(known, start)) return known;
    const fresh = this.text.slice(start, end);
    if (known !== undefined) this.#remembered[slot] = fresh;
    return fresh;
  }
}

/** What may stand behind the character that takes the meaning of the next away. */
function isEscaped(code: number, quote: number): boolean {
  return code === quote || (code === char.backslash && quote === char.double);
}
