import { clean } from '../reporters/clean.js';
import { wrap } from '../reporters/wrap.js';

/** More names than these are counted. */
const most = 20;
/** Leaves room for the indent of a message's help. */
const width = 78;

/** `services: a, b, c and 4 more`, as lines of help. */
export function namesListed(label: string, names: readonly string[]): readonly string[] {
  const more = names.length - most;
  const rest = more > 0 ? ` and ${more} more` : '';
  return wrap(clean(`${label}: ${names.slice(0, most).join(', ')}${rest}`), width);
}
