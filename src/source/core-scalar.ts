const nulls: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);
const trues: ReadonlySet<string> = new Set(['true', 'True', 'TRUE']);
const falses: ReadonlySet<string> = new Set(['false', 'False', 'FALSE']);
const notFinite = /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/;
const otherBase = /^0(?:o[0-7]+|x[0-9a-fA-F]+)$/;
const integer = /^[-+]?[0-9]+$/;
const number = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/** What a null or a boolean may begin with. Few texts do, and looking at one character is quicker than at all of them. */
const wordStarts: ReadonlySet<number> = new Set([...nulls, ...trues, ...falses].map((word) => word.charCodeAt(0)));
const wordTable: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) => (wordStarts.has(code) ? 1 : 0));

const nine = 57;
const zero = 48;

/**
 * An unquoted scalar by the YAML 1.2 core schema. `undefined` where the complete reader has to decide: numbers that
 * are infinite, not a number, written in another base or too large to be exact.
 */
export function resolvePlainScalar(text: string): string | number | boolean | null | undefined {
  const first = text.charCodeAt(0);
  // Letters other than t, f and n are the common case: always text.
  if (first > nine || Number.isNaN(first)) {
    if (wordTable[first] !== 1 && text !== '') return text;
    if (nulls.has(text)) return null;
    if (trues.has(text)) return true;
    return falses.has(text) ? false : text;
  }
  const last = text.charCodeAt(text.length - 1);
  const endsAsNumber = (last >= zero && last <= nine) || last === 46;
  if (endsAsNumber && number.test(text)) {
    const value = Number(text);
    if (integer.test(text)) return Number.isSafeInteger(value) ? value : undefined;
    return Number.isFinite(value) ? value : undefined;
  }
  return notFinite.test(text) || otherBase.test(text) ? undefined : text;
}

/** True for an unquoted key that is null by the core schema. */
export function isNullScalar(text: string): boolean {
  return (text === '' || wordTable[text.charCodeAt(0)] === 1) && nulls.has(text);
}
