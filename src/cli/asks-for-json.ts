import type { AuditFlags } from './flags.js';

/** Whether `--format json`, and nothing else, says how a command is to print what it would otherwise print as a table. */
export function asksForJson({ format = [] }: Pick<AuditFlags, 'format'>): boolean {
  return format.length === 1 && format[0] === 'json';
}
