/** Kinds of place, each of which holds those before it. */
const byWidth = ['rack', 'room', 'hall', 'datacenter', 'building', 'campus', 'metro', 'region', 'country'] as const;

/** How much a loss of this kind takes, for comparison; `undefined` for kinds that do not lie within each other. */
export function widthOf(kind: string): number | undefined {
  const width = byWidth.findIndex((one) => one === kind);
  return width < 0 ? undefined : width;
}
