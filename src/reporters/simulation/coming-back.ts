import type { SimulatedService, Simulation } from '../../report/simulation.js';

/** Services that stop and come back, at least at best; in order of time. */
export function comingBack({ services }: Simulation): readonly SimulatedService[] {
  const time = (seconds: number | null): number => seconds ?? Infinity;
  return services
    .filter(({ recovery }) => recovery.best !== null && recovery.worst !== 0)
    .toSorted(
      (a, b) =>
        compare(time(a.recovery.best), time(b.recovery.best)) ||
        compare(time(a.recovery.worst), time(b.recovery.worst)),
    );
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
