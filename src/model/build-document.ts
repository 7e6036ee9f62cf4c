import type { Entry } from './entry.js';
import { fieldsOf } from './layer-fields.js';
import type { Linking } from './linking.js';
import type { Document } from './model.js';
import { readDate } from './read-units.js';
import { writtenAlone } from './written.js';

/** What a document says about itself. */
export function buildDocument(linking: Linking, index: number, entry: Entry): Document {
  const fields = fieldsOf(writtenAlone(entry));
  return { index, file: entry.document.file, reviewed: readDate(linking, fields, 'reviewed') };
}
