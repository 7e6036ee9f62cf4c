import { oscalUuid } from './oscal-uuid.js';

/** How a control is named in a catalogue of the format, and what of it a finding is about. */
export interface OscalControlId {
  readonly control: string;
  readonly target: { readonly type: 'objective-id' | 'statement-id'; readonly 'target-id': string };
}

const nist = /^NIST SP 800-53 ([A-Z]{2})-(\d+)(?:\((\d+)\))?((?:\([a-z]\))?(?:\(\d+\))?)$/;

/**
 * The ids of controls. Those of NIST SP 800-53 are the ids of its published catalogue (`cp-7.1`, objective `cp-7.1_obj`,
 * statement `cp-2_smt.a.3`); of any other framework there is no catalogue to follow, so the name is made a token. Two
 * names that come out the same are told apart.
 */
export function oscalControlIds(names: Iterable<string>): ReadonlyMap<string, OscalControlId> {
  const ids = new Map<string, OscalControlId>();
  const taken = new Set<string>();
  for (const name of names) {
    if (ids.has(name)) continue;
    const id = published(name) ?? ownId(tokenOf(name), name, taken);
    taken.add(id.control);
    ids.set(name, id);
  }
  return ids;
}

function published(name: string): OscalControlId | undefined {
  const [whole, family = '', number = '', enhancement, items = ''] = nist.exec(name) ?? [];
  if (whole === undefined) return undefined;
  const control = `${family.toLowerCase()}-${number}${enhancement === undefined ? '' : `.${enhancement}`}`;
  const below = items.replace(/[()]+/g, '.').replace(/\.$/, '');
  return below === ''
    ? { control, target: { type: 'objective-id', 'target-id': `${control}_obj` } }
    : { control, target: { type: 'statement-id', 'target-id': `${control}_smt${below}` } };
}

function ownId(token: string, name: string, taken: ReadonlySet<string>): OscalControlId {
  const control = taken.has(token) ? `${token}-${oscalUuid('control', name)}` : token;
  return { control, target: { type: 'objective-id', 'target-id': control } };
}

/** `DORA Art. 12(4)` as `dora-art.12.4`. */
function tokenOf(name: string): string {
  const token = name
    .toLowerCase()
    .replace(/[()]+/g, '.')
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/[-.]*\.[-.]*/g, '.')
    .replace(/^[-.]+|[-.]+$/g, '');
  return /^\p{L}/u.test(token) ? token : `_${token}`;
}
