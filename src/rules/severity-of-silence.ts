import type { Severity } from '../finding.js';
import type { Facts } from './facts.js';

const memory = new WeakMap<Facts['promises'], Severity>();

/**
 * How bad it is that something is not written down: an inventory of which not one promise can be judged must not pass
 * for one in which nothing is wrong.
 */
export function severityOfSilence({ promises }: Pick<Facts, 'promises'>): Severity {
  const known = memory.get(promises);
  if (known !== undefined) return known;
  const judged = promises.some(({ verdict }) => verdict === 'kept' || verdict === 'broken');
  const open = promises.some(({ verdict }) => verdict === 'unknown');
  const severity = open && !judged ? 'high' : 'medium';
  memory.set(promises, severity);
  return severity;
}
