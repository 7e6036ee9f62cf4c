import { Option } from 'commander';
import { languages, type Language } from '../reporters/html/document-options.js';
import { auditOptions } from './audit-options.js';
import type { AuditFlags } from './flags.js';
import { collect, flag } from './option.js';

export interface ReportFlags extends AuditFlags {
  /** A saved report, or `-`. */
  readonly from?: string;
  readonly lang?: Language;
  readonly organisation?: string;
  readonly commit?: string;
}

/** Flags of an audit that a report does not take: it has a format of its own, and never fails for findings. */
const notForReports: readonly string[] = ['--format', '--since', '--exit-zero', '--allow-empty'];

/** Flags that say how a report looks and not what it says, so that they go together with a saved one. */
const ofRendering: readonly string[] = ['--min-severity', '--show-waived'];

/** The flags of `report`, in the order of its help. */
export function reportOptions(): readonly Option[] {
  return [
    new Option(
      '-f, --format <name[=path]>',
      'any format of audit; to stdout or a file; repeatable; default html',
    ).argParser(collect),
    new Option('--from <path>', 'render a saved report (--format json) and audit nothing; - for stdin'),
    flag('--since <path or ref>', 'say what changed since a saved report, or since this branch left a commit'),
    flag('--lang <language>', 'language of the document: en or ko').choices(languages),
    flag('--organisation <name>', 'whose readiness it is, for the cover'),
    flag('--commit <id>', 'the commit that is reported on, for the cover; default the one checked out'),
    ...auditOptions().filter(({ long }) => !notForReports.includes(long ?? '')),
  ];
}

/** Flags of an audit, by the name of their value: with a saved report they would change nothing. */
export function auditFlagNames(): ReadonlyMap<string, string> {
  const left = [...notForReports, ...ofRendering];
  const audit = auditOptions().filter(({ long }) => !left.includes(long ?? ''));
  return new Map(audit.map((option) => [option.attributeName(), option.long ?? '']));
}
