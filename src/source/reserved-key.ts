/** Keys that turn into attacks in programs which copy maps carelessly. No input needs them. */
const reserved: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** True for keys that are refused wherever they are written. */
export function isReservedKey(key: string): boolean {
  return reserved.has(key);
}
