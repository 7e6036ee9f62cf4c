import { audit } from '../../audit.js';
import { loadInventory } from '../../load-inventory.js';
import type { Report, ReportFinding } from '../../report/report.js';
import { jsonText } from '../../reporters/json-text.js';
import { noInventory } from '../choose-inputs.js';
import { CliError } from '../cli-error.js';
import { diagnosticLines } from '../diagnostic-lines.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import type { ExplainFlags } from '../flags.js';
import { prepareAudit } from '../prepare-audit.js';
import { print } from '../print.js';
import { problemLines } from '../problem-lines.js';
import { pathsAsSeenFrom } from '../shown-path.js';
import { stdoutTerminal } from '../stdout-terminal.js';
import { explainedFinding } from './explained-finding.js';
import { findingMarkdown } from './finding-markdown.js';
import { findingPage } from './finding-page.js';

/** Audits again and takes one finding apart. */
export async function explainFinding(
  wanted: string,
  operands: readonly string[],
  flags: ExplainFlags,
): Promise<ExitCode> {
  const { format = 'pretty', ifLost: _, ...auditFlags } = flags;
  const { settings, inputs, options } = prepareAudit(operands, { ...auditFlags, quiet: true });
  if (inputs.lookedInVain !== undefined) throw noInventory(inputs.lookedInVain);
  const report = audit(inputs.sources, options);
  const loaded = loadInventory(inputs.sources);
  if (!loaded.ok)
    throw new CliError(exitCodes.input, 'the inventory has problems', problemLines(loaded.problems, loaded.sources));
  if (report.gate.result === 'unaudited')
    throw new CliError(exitCodes.input, 'the inventory was not audited', diagnosticLines(report.diagnostics));
  const finding = findingOf(wanted, report);
  const explained = explainedFinding(loaded, report, finding, settings.ownRules.rules);
  const showPath = pathsAsSeenFrom(process.cwd(), inputs.root);
  if (format === 'json') await print(jsonText(explained));
  else if (format === 'markdown') await print(findingMarkdown(explained));
  else await print(findingPage(explained, { ...stdoutTerminal(flags), showPath }));
  return exitCodes.clean;
}

/** The finding whose fingerprint begins like this. */
function findingOf(wanted: string, { findings }: Report): ReportFinding {
  const digits = wanted.replace(/^v1:/, '');
  const meant = findings.filter((one) => one.fingerprint.startsWith(`v1:${digits}`));
  const [first, second] = meant;
  if (first === undefined)
    throw new CliError(exitCodes.usage, `no finding has a fingerprint that begins with ${digits}`, [
      'the inventory, the settings or the day may differ from those of the report it stands in',
      'firebreak --format json prints the fingerprints of all findings',
    ]);
  if (second !== undefined)
    throw new CliError(
      exitCodes.usage,
      `${meant.length} findings have fingerprints that begin with ${digits}`,
      meant.slice(0, 10).map((one) => `${one.fingerprint} ${one.rule} ${one.subject.id}`),
    );
  return first;
}
