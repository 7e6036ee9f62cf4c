import type { Simulation } from '../../report/simulation.js';

/** The services by what happens to them at once; each in exactly one list. */
export interface Standing {
  readonly down: readonly string[];
  readonly maybeDown: readonly string[];
  readonly degraded: readonly string[];
  readonly maybeDegraded: readonly string[];
  readonly up: readonly string[];
}

export function standingOf({ services }: Simulation): Standing {
  const pick = (best: string | undefined, worst: string): readonly string[] =>
    services
      .filter(({ state }) => state.worst === worst && (best === undefined || state.best === best))
      .map(({ id }) => id);
  return {
    down: pick('down', 'down'),
    maybeDown: [...pick('up', 'down'), ...pick('degraded', 'down')].sort(),
    degraded: pick('degraded', 'degraded'),
    maybeDegraded: pick('up', 'degraded'),
    up: pick(undefined, 'up'),
  };
}
