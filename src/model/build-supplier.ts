import type { Entry } from './entry.js';
import { fieldsOf, type Fields } from './layer-fields.js';
import type { Linking } from './linking.js';
import { readDate, readDateOrNever, readDuration } from './read-units.js';
import { readFlag, readSection, readText } from './read-values.js';
import { resolveTargets } from './resolve-references.js';
import type { Supplier } from './supplier.js';
import { writtenAlone } from './written.js';

export function buildSupplier(linking: Linking, index: number, id: string, entry: Entry): Supplier {
  const fields = fieldsOf(writtenAlone(entry));
  return {
    index,
    id,
    name: readText(linking, fields, 'name'),
    behind: resolveTargets(linking, fields, 'behind'),
    owner: readText(linking, fields, 'owner'),
    agreement: readAgreement(linking, fields),
    continuityEvidence: readDateOrNever(linking, fields, 'continuityEvidence'),
    tested: readDateOrNever(linking, fields, 'tested'),
    exitPlan: readDateOrNever(linking, fields, 'exitPlan'),
    exitTakes: readDuration(linking, fields, 'exitTakes'),
  };
}

function readAgreement(linking: Linking, fields: Fields): Supplier['agreement'] {
  const own = readSection(linking, fields, 'agreement');
  return (
    own && {
      rto: readDuration(linking, own, 'rto'),
      rpo: readDuration(linking, own, 'rpo'),
      auditRight: readFlag(linking, own, 'auditRight'),
      until: readDate(linking, own, 'until'),
    }
  );
}
