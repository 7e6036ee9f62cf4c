import type { Drill, ServiceIndex } from '../model/model.js';

/** By service, in order: the drills that measured it, or that failed without measuring anything and so speak about all. */
export function drillsAbout(drills: readonly Drill[]): (service: ServiceIndex) => readonly Drill[] {
  const measured = new Map<ServiceIndex, Drill[]>();
  for (const drill of drills) {
    for (const service of drill.measured.keys()) {
      const others = measured.get(service);
      if (others) others.push(drill);
      else measured.set(service, [drill]);
    }
  }
  const inVain = drills.filter((drill) => drill.measured.size === 0 && drill.result === 'failed');
  return (service) => {
    const own = measured.get(service) ?? [];
    return inVain.length === 0 ? own : [...own, ...inVain].sort((a, b) => a.index - b.index);
  };
}
