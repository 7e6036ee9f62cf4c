const quote = 34;
const backslash = 92;

/** What a valid JSON text looks like from outside, counted in one pass over its characters. */
export interface JsonShape {
  /** Colons outside of strings: entries of maps as they were written, repeated keys included. */
  readonly entries: number;
  /** Maps and lists inside each other. */
  readonly depth: number;
  /** Length of the longest string as written. */
  readonly longest: number;
}

/** Measures a text that is known to be JSON. */
export function jsonShape(text: string): JsonShape {
  let entries = 0;
  let depth = 0;
  let deepest = 0;
  let longest = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      const end = jsonStringEnd(text, at);
      longest = Math.max(longest, end - at - 2);
      at = end - 1;
    } else if (code === 58) entries += 1;
    else if (code === 123 || code === 91) deepest = Math.max(deepest, (depth += 1));
    else if (code === 125 || code === 93) depth -= 1;
  }
  return { entries, depth: deepest, longest };
}

/** Behind the closing quote of the string that begins at `start`. The text is known to be JSON. */
export function jsonStringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === backslash) at += 1;
  }
  return text.length;
}
