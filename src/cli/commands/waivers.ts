import type { ExitCode } from '../exit-code.js';
import type { WaiverFlags } from '../waivers/waiver-flags.js';

/** Lists the waivers, without a look at the inventory. */
export async function listWaivers(flags: WaiverFlags): Promise<ExitCode> {
  const { list } = await import('../waivers/list.js');
  return list(flags);
}

/** Accepts a finding that there is. */
export async function addWaiver(rule: string, subject: string | undefined, flags: WaiverFlags): Promise<ExitCode> {
  const { add } = await import('../waivers/add.js');
  return add(rule, subject, flags);
}

/** Fails if a waiver is expired, unused or too broad. */
export async function checkWaivers(operands: readonly string[], flags: WaiverFlags): Promise<ExitCode> {
  const { check } = await import('../waivers/check.js');
  return check(operands, flags);
}

/** Puts off the end of waivers. */
export async function renewWaivers(ids: readonly string[], flags: WaiverFlags): Promise<ExitCode> {
  const { renew } = await import('../waivers/renew.js');
  return renew(ids, flags);
}
