import type { Service } from '../model/model.js';

/** The start of a sentence about where a service's copies are: `db stands` or `both copies of db are`. */
export function tellCopies({ id, replicas }: Service): string {
  const copies = replicas.filter(({ role }) => role !== 'witness').length;
  if (copies <= 1) return `${id} stands`;
  return `${copies === 2 ? 'both copies' : `all ${copies} copies`} of ${id} are`;
}
