/** Keys that turn into attacks in programs which copy maps carelessly. No input needs them. */
const reserved: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const lengths: ReadonlySet<number> = new Set([...reserved].map(({ length }) => length));

/** True for keys that are refused wherever they are written. */
export function isReservedKey(key: string): boolean {
  // Most keys are seen to be another by their length.
  return lengths.has(key.length) && reserved.has(key);
}
