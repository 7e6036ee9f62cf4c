import type { AuditFlags, InventoryFlags } from '../flags.js';

/** The flags of an audit that another command does, without those that mean something else there. */
export function auditFlagsOf({ config, now, color, verbose }: InventoryFlags & Pick<AuditFlags, 'now'>): AuditFlags {
  return {
    quiet: true,
    ...(config === undefined ? {} : { config }),
    ...(now === undefined ? {} : { now }),
    ...(color === undefined ? {} : { color }),
    ...(verbose === undefined ? {} : { verbose }),
  };
}
