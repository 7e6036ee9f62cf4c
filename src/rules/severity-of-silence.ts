import type { Severity } from '../finding.js';
import type { ServiceIndex } from '../model/model.js';
import type { Facts } from './facts.js';

/**
 * How bad it is that something about these services is not written down. What nobody can know does not pass for kept: as long as a
 * promise of theirs is unknown it counts like one that may be broken, unless their tiers say that others come first.
 */
export function severityOfSilence(
  { model, promisesOf }: Pick<Facts, 'model' | 'promisesOf'>,
  services: readonly ServiceIndex[],
): Severity {
  const isFirst = (index: ServiceIndex): boolean => (model.services[index]?.rank ?? 1) === 1;
  const isOpen = (index: ServiceIndex): boolean => promisesOf(index).some(({ verdict }) => verdict === 'unknown');
  return services.some((index) => isFirst(index) && isOpen(index)) ? 'high' : 'medium';
}
