import type { ServiceIndex } from '../model/model.js';
import type { AtOnce } from './at-once.js';
import { optionTime } from './option-time.js';
import type { ReadyTimesOf } from './ready-times.js';
import type { RecoveryOption } from './recovery-options.js';
import type { ServiceGraph } from './service-graph.js';
import type { ScratchMap } from './scratch-map.js';
import { worst } from './side.js';

/**
 * The services whose restores do not count, because a failover or a rebuild surely finishes: nobody restores
 * yesterday's backup over a live copy. Whether a failover finishes may hang on the restores of others, and the more
 * restores count the more failovers finish; so the set is narrowed from both sides, and what finishes even when every
 * restore in doubt is closed finishes surely.
 */
export function displacedRestores(
  graph: ServiceGraph,
  readyTimes: ReadyTimesOf,
  once: AtOnce,
  options: ScratchMap<readonly RecoveryOption[]>,
): ReadonlySet<ServiceIndex> {
  const contested: (readonly [ServiceIndex, readonly RecoveryOption[]])[] = [];
  for (const service of options.keys()) {
    const own = options.get(service) ?? [];
    if (own.some(({ via, sides }) => via === 'restore' && sides[0].open) && own.some(isDirect))
      contested.push([service, own]);
  }
  const finishing = (closed: ReadonlySet<ServiceIndex>): ReadonlySet<ServiceIndex> => {
    const ready = readyTimes(once, options.get, worst, closed);
    const readyAt = (service: ServiceIndex): number => (once.isImpaired(service) ? ready(service) : 0);
    return new Set(
      contested.flatMap(([service, own]) =>
        own.some(
          (option) => isDirect(option) && optionTime(graph, service, option.sides[worst], worst, readyAt) < Infinity,
        )
          ? [service]
          : [],
      ),
    );
  };
  let surely: ReadonlySet<ServiceIndex> = new Set();
  for (let before = contested.length === 0 ? 0 : -1; before !== surely.size;) {
    before = surely.size;
    surely = finishing(finishing(surely));
  }
  return surely;
}

/** A failover or rebuild that is open at worst. */
function isDirect({ via, sides }: RecoveryOption): boolean {
  return (via === 'failover' || via === 'rebuild') && sides[worst].open;
}
