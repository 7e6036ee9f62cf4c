import type { DrillFlags } from '../drills/drill-flags.js';
import type { ExitCode } from '../exit-code.js';

/** Adds a drill to the inventory, with digests of what was tested. */
export async function recordDrill(operands: readonly string[], flags: DrillFlags): Promise<ExitCode> {
  const { record } = await import('../drills/record.js');
  return record(operands, flags);
}

/** Lists the drills and what they still prove. */
export async function listDrills(operands: readonly string[], flags: DrillFlags): Promise<ExitCode> {
  const { list } = await import('../drills/list.js');
  return list(operands, flags);
}
