import { jsonStringEnd } from './json-shape.js';
import type { ChildSpans, NodeSpan, TextRange } from './node-span.js';

/** A value in a text that is known to be JSON. Looks for its entries when first asked for one. */
export class JsonSpan implements NodeSpan {
  readonly key: TextRange | undefined;
  readonly value: TextRange;
  readonly #text: string;
  #children: ChildSpans | undefined;

  constructor(text: string, key: TextRange | undefined, start: number) {
    this.#text = text;
    this.key = key;
    this.value = { start, end: valueEnd(text, start) };
  }

  child(step: string | number): NodeSpan | undefined {
    this.#children ??= this.#findChildren();
    return this.#children.get(step);
  }

  #findChildren(): ChildSpans {
    const text = this.#text;
    const children: ChildSpans = new Map();
    const open = text.charAt(this.value.start);
    if (open !== '{' && open !== '[') return children;
    const last = this.value.end - 1;
    let at = skipJsonSpace(text, this.value.start + 1);
    while (at < last) {
      let key: TextRange | undefined;
      if (open === '{') {
        key = { start: at, end: jsonStringEnd(text, at) };
        at = skipJsonSpace(text, skipJsonSpace(text, key.end) + 1);
      }
      const child = new JsonSpan(text, key, at);
      children.set(key === undefined ? children.size : nameOf(text, key), child);
      at = skipJsonSpace(text, skipJsonSpace(text, child.value.end) + 1);
    }
    return children;
  }
}

/** The first offset from `start` on that is not white space. */
export function skipJsonSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && text.charCodeAt(at) <= 32) at += 1;
  return at;
}

function nameOf(text: string, key: TextRange): string {
  const name: unknown = JSON.parse(text.slice(key.start, key.end));
  return typeof name === 'string' ? name : '';
}

function valueEnd(text: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '"') {
      at = jsonStringEnd(text, at);
      if (depth === 0) return at;
      continue;
    }
    if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') {
      if (depth === 0) return at;
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (depth === 0 && (char === ',' || text.charCodeAt(at) <= 32)) return at;
    at += 1;
  }
  return at;
}
