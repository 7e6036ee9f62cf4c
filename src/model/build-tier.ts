import type { Entry } from './entry.js';
import { fieldsOf, read } from './layer-fields.js';
import type { Linking } from './linking.js';
import type { Tier } from './model.js';
import { refuse } from './read-values.js';
import { writtenAlone } from './written.js';

/** What a tier says about itself; what it says about its services is read with them. */
export function buildTier(linking: Linking, index: number, id: string, entry: Entry): Tier {
  const fields = fieldsOf(writtenAlone(entry));
  const rank = linking.names.tiers.get(id);
  if (rank === undefined && read(fields, 'rank') !== undefined) {
    refuse(linking, fields, 'rank', 'type', 'a whole number, 1 or more');
  }
  return { index, id, rank };
}
