import { audit, type AuditOptions } from '../audit.js';
import type { Report } from '../report/report.js';
import type { CliError } from './cli-error.js';

/** The report on an inventory that was not found: whoever reads the file must not take one that was there before for it. */
export function unauditedReport(options: AuditOptions, { message, help }: CliError): Report {
  return {
    ...audit([], { ...options, since: undefined }),
    diagnostics: [{ code: 'empty', message, locations: [], help: help.join('; ') }],
  };
}
