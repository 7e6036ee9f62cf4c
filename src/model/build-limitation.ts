import type { Entry } from './entry.js';
import { fieldsOf } from './layer-fields.js';
import type { Linking } from './linking.js';
import type { Limitation } from './model.js';
import { readText } from './read-values.js';
import { resolveTargets } from './resolve-references.js';
import { writtenAlone } from './written.js';

export function buildLimitation(linking: Linking, index: number, id: string, entry: Entry): Limitation {
  const fields = fieldsOf(writtenAlone(entry));
  return {
    index,
    id,
    about: resolveTargets(linking, fields, 'about') ?? { domains: [], services: [] },
    note: readText(linking, fields, 'note') ?? '',
  };
}
