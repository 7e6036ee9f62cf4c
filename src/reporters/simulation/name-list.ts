/** How many ids are named before the rest is counted. */
const most = 12;

/** Ids separated by commas; beyond a dozen the rest is counted, unless all are asked for. */
export function nameList(ids: readonly string[], all: boolean, limit: number = most): string {
  if (all || ids.length <= limit) return ids.join(', ');
  return `${ids.slice(0, limit).join(', ')} +${ids.length - limit} more`;
}
