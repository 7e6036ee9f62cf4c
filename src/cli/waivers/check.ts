import { audit } from '../../audit.js';
import { clean } from '../../reporters/clean.js';
import type { Report, ReportFinding } from '../../report/report.js';
import { diagnosticLines } from '../diagnostic-lines.js';
import { CliError } from '../cli-error.js';
import { noInventory } from '../choose-inputs.js';
import type { WaiverFlags } from './waiver-flags.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import { prepareAudit } from '../prepare-audit.js';
import { print, tell } from '../print.js';
import { gitRoot } from '../project-root.js';
import { pathsAsSeenFrom } from '../shown-path.js';
import { auditFlagsOf } from './audit-flags-of.js';

/** Prints what is wrong with the waivers, a line each. */
export async function check(operands: readonly string[], flags: WaiverFlags): Promise<ExitCode> {
  const report = auditForPolicy(operands, flags);
  const cwd = process.cwd();
  const shown = pathsAsSeenFrom(cwd, gitRoot(cwd) ?? cwd);
  const wrong = report.findings.filter(({ subject }) => subject.type === 'waiver');
  await print(wrong.map((finding) => `${line(finding, shown)}\n`).join(''));
  if (wrong.length > 0) return exitCodes.findings;
  if (flags.quiet !== true) tell(allWell(report));
  return exitCodes.clean;
}

/** An audit with the policy in force. What cannot be audited ends the command. */
export function auditForPolicy(operands: readonly string[], flags: WaiverFlags): Report {
  const { inputs, options } = prepareAudit(operands, auditFlagsOf(flags));
  if (inputs.lookedInVain !== undefined) throw noInventory(inputs.lookedInVain);
  return audited(audit(inputs.sources, options));
}

export function audited(report: Report): Report {
  if (report.gate.result !== 'unaudited') return report;
  throw new CliError(exitCodes.input, 'the inventory has problems', diagnosticLines(report.diagnostics));
}

function line({ rule, severity, message, locations: [first] }: ReportFinding, shown: (path: string) => string): string {
  const place = first === undefined ? '-' : `${shown(first.path)}:${first.start.line}:${first.start.column}`;
  return clean(`${place}: ${severity}[${rule}]: ${message}`);
}

function allWell({ waivers = [] }: Report): string {
  return waivers.length === 1 ? 'the waiver is in order' : `${waivers.length} waivers, all in order`;
}
