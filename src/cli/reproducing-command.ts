import { relative } from 'node:path';
import { shellWord } from '../reporters/shell-word.js';
import { gitRoot } from './project-root.js';
import type { ReportFlags } from './report-flags.js';

/** What was decided before the report was made, whatever decided it. */
export interface Decided {
  /** ISO date; undefined for a saved report, which has its own. */
  readonly now: string | undefined;
  readonly commit: string | undefined;
}

/**
 * The command that makes the same document again: with the day and the commit spelt out, and with what came from the
 * environment as flags.
 */
export function reproducingCommand(
  operands: readonly string[],
  flags: ReportFlags,
  { now, commit }: Decided,
  cwd: string,
): string {
  const values = (name: string, given: string | readonly string[] | undefined): readonly string[] =>
    given === undefined ? [] : [given].flat().flatMap((value) => [name, shellWord(value)]);
  const words = [
    ...operands.map(shellWord),
    ...values('--from', flags.from),
    ...values('--since', flags.since),
    ...values('--config', typeof flags.config === 'string' ? flags.config : undefined),
    ...(flags.config === false ? ['--no-config'] : []),
    ...values('--rule', flags.rule),
    ...values('--skip-rule', flags.skipRule),
    ...values('--pack', flags.pack),
    ...values('--select', flags.select),
    ...values('--fail-on', flags.failOn),
    ...values('--max-findings', flags.maxFindings?.toString()),
    ...(flags.failOnWeakened === true ? ['--fail-on-weakened'] : []),
    ...values('--policy-from', flags.policyFrom),
    ...(flags.strict === true ? ['--strict'] : []),
    ...values('--baseline', typeof flags.baseline === 'string' ? flags.baseline : undefined),
    ...(flags.baseline === false ? ['--no-baseline'] : []),
    ...(flags.waivers === false ? ['--no-waivers'] : []),
    ...values('--stdin-filename', flags.stdinFilename),
    ...values('--min-severity', flags.minSeverity),
    ...(flags.showWaived === true ? ['--show-waived'] : []),
    ...values('--lang', flags.lang),
    ...values('--organisation', flags.organisation),
    ...values('--commit', commit),
    ...values('--now', now),
  ];
  const folder = relative(gitRoot(cwd) ?? cwd, cwd);
  return [
    ...(folder === '' ? [] : ['cd', shellWord(folder.replaceAll('\\', '/')), '&&']),
    'firebreak',
    'report',
    ...words,
    '--format',
    'html',
  ].join(' ');
}
