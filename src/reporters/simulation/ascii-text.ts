const substitutes: readonly (readonly [RegExp, string])[] = [
  [/→/g, '->'],
  [/–/g, '-'],
  [/…/g, '...'],
];

/** Our own signs for a terminal that shows only ASCII; what the inventory says stays as it is. */
export function asciiText(text: string): string {
  return substitutes.reduce((result, [sign, substitute]) => result.replace(sign, substitute), text);
}
