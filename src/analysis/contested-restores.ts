import type { ServiceIndex } from '../model/model.js';
import { optionTime, type ReadyAt } from './option-time.js';
import type { RecoveryOption } from './recovery-options.js';
import type { ServiceGraph } from './service-graph.js';
import { best, worst } from './side.js';

/**
 * The options of a service as far as it can rely on them, where that makes a difference: without its restores at worst.
 * They surely finish, but a failover or rebuild that does not may still displace them, if what is unknown about it turns
 * out well enough; and nobody knows that it is then quick. `undefined` where nothing may: what waits in vain even at best
 * never finishes. `readyAtBest` and `readyInTheEnd` are the times at best, and at worst with these restores.
 */
export function withoutContested(
  graph: ServiceGraph,
  service: ServiceIndex,
  options: readonly RecoveryOption[],
  readyAtBest: ReadyAt,
  readyInTheEnd: ReadyAt,
): readonly RecoveryOption[] | undefined {
  const isContested = ({ via, sides }: RecoveryOption): boolean =>
    via === 'restore' && optionTime(graph, service, sides[worst], worst, readyInTheEnd) < Infinity;
  if (!options.some(isContested)) return undefined;
  const mayDisplace = ({ via, sides }: RecoveryOption): boolean =>
    (via === 'failover' || via === 'rebuild') && optionTime(graph, service, sides[best], best, readyAtBest) < Infinity;
  if (!options.some(mayDisplace)) return undefined;
  const obstacle = { option: 'restore', reason: 'may-be-displaced', service: undefined, domain: undefined } as const;
  return options.map((option) =>
    isContested(option) ? { ...option, sides: [option.sides[best], { open: false, obstacle }] } : option,
  );
}
