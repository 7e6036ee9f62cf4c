import type { Entry } from './entry.js';
import { fieldsOf } from './layer-fields.js';
import type { Linking } from './linking.js';
import type { Contact } from './model.js';
import { readText } from './read-values.js';
import { writtenAlone } from './written.js';

export function buildContact(linking: Linking, index: number, id: string, entry: Entry): Contact {
  const fields = fieldsOf(writtenAlone(entry));
  return { index, id, name: readText(linking, fields, 'name'), reach: readText(linking, fields, 'reach') };
}
