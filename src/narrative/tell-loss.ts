import type { Derivation } from '../analysis/outcome.js';
import type { Model, ServiceIndex } from '../model/model.js';
import { formatDuration } from '../units/duration.js';

/** How much data a service loses, and through whom, in one line. `seconds` is the bound, dependencies included. */
export function tellLoss(
  model: Model,
  service: ServiceIndex,
  seconds: number,
  { via, lossFrom, openNeeds, obstacles }: Derivation,
): string {
  const id = model.services[service]?.id ?? '';
  if (seconds === 0) return `${id} loses nothing`;
  if (seconds === Infinity && lossFrom === service && openNeeds)
    return `${id} loses everything: nobody says what it depends on, and that may lose all it has`;
  if (seconds === Infinity && lossFrom === service)
    return `${id} loses everything: no surviving copy is known to be recent enough to say less`;
  const amount = seconds === Infinity ? 'everything' : `the last ${formatDuration(seconds)}`;
  if (lossFrom !== service)
    return `${id} loses ${amount}: that is what ${model.services[lossFrom]?.id ?? ''}, which it depends on, loses`;
  // It surely comes back, and nobody knows from which copy.
  if (obstacles.some(({ reason }) => reason === 'may-be-displaced'))
    return `${id} loses ${amount} that the copy it comes back from may lack`;
  return `${id} loses ${amount}${lossWords[via]}`;
}

const lossWords = {
  none: ' that a lost copy had not passed on yet',
  failover: ' that the promoted copy had not received yet',
  restore: ' written since the backup that is restored',
  rebuild: '',
  wait: '',
  never: ' that the best surviving copy lacks',
} as const;
