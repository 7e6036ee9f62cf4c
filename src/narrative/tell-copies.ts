import type { Service } from '../model/model.js';

/** The start of a sentence about where a service's copies are: `db stands` or `both copies of db are`; of what happens to a single one, `db is`. */
export function tellCopies({ id, replicas }: Service, alone: 'stands' | 'is' = 'stands'): string {
  const copies = replicas.filter(({ role }) => role !== 'witness').length;
  if (copies <= 1) return `${id} ${alone}`;
  return `${copies === 2 ? 'both copies' : `all ${copies} copies`} of ${id} are`;
}
