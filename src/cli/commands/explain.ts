import { rules } from '../../rules/index.js';
import type { Rule } from '../../rules/rule.js';
import { shellWord } from '../../reporters/shell-word.js';
import { CliError } from '../cli-error.js';
import { closest } from '../closest.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import { isFingerprint } from '../explain/fingerprint-prefix.js';
import { jsonRule, markdownRulePage } from '../explain/rule-catalogue.js';
import { rulePage } from '../explain/rule-page.js';
import type { ExplainFlags } from '../flags.js';
import { noCommand } from '../mistyped-command.js';
import { print } from '../print.js';
import { unknownRule } from '../rule-selection.js';
import { stdoutTerminal } from '../stdout-terminal.js';

/** `explain <rule>`, `explain <fingerprint> [paths...]` or `explain service <id> [paths...]`, with `--if-lost` what a loss does to that service. */
export async function explain(what: string, rest: readonly string[], flags: ExplainFlags): Promise<ExitCode> {
  if (what === 'service') return explainNamedService(rest, flags);
  if (flags.ifLost !== undefined)
    throw new CliError(exitCodes.usage, '--if-lost goes with a service', [
      'firebreak explain service <id> --if-lost <id> [paths...]',
    ]);
  refuseEnding(flags);
  // Names of a team's own rules have a slash in them: only then are the settings needed.
  const known = what.includes('/') ? [...rules, ...(await ownRules(flags))] : rules;
  const rule = known.find(({ id }) => id === what);
  if (rule === undefined && isFingerprint(what)) {
    const { explainFinding } = await import('../explain/explain-finding.js');
    return explainFinding(what, rest, flags);
  }
  if (rule === undefined && closest(what, [...known.map(({ id }) => id), 'service']) === 'service')
    throw noCommand(`there is no rule "${what}"`, ['service', ...rest].map(shellWord).join(' '), 'explain');
  if (rule === undefined)
    throw unknownRule(
      what,
      known.map(({ id }) => id),
    );
  if (rest.length > 0) throw new CliError(exitCodes.usage, `explain takes one rule, not also ${rest.join(' ')}`);
  const { format = 'pretty' } = flags;
  const render = { pretty: () => rulePage(rule, stdoutTerminal(flags)), json: jsonRule, markdown: markdownRulePage };
  await print(render[format](rule));
  return exitCodes.clean;
}

/** Of a loss that nobody named. */
function refuseEnding({ lasts, destroys = false }: ExplainFlags): void {
  if (lasts === undefined && !destroys) return;
  throw new CliError(exitCodes.usage, `${destroys ? '--destroys' : '--lasts'} goes with --if-lost`, [
    'firebreak explain service <id> --if-lost <id> --lasts 4d [paths...]',
  ]);
}

/** Reading settings takes the YAML reader and more, which a rule of the catalogue has no use for. */
async function ownRules({ config }: ExplainFlags): Promise<readonly Rule[]> {
  const { ownRulesInForce } = await import('../own-rules/in-force.js');
  return ownRulesInForce(config);
}

async function explainNamedService([id, ...operands]: readonly string[], flags: ExplainFlags): Promise<ExitCode> {
  if (flags.format !== undefined && flags.format !== 'pretty')
    throw new CliError(exitCodes.usage, `--format ${flags.format} goes with a rule or a finding, not with a service`);
  if (id === undefined)
    throw new CliError(exitCodes.usage, 'explain service takes the id of a service', [
      'firebreak explain service <id> [paths...]',
    ]);
  if (flags.ifLost === undefined) refuseEnding(flags);
  else {
    const { explainIfLost } = await import('../explain/if-lost.js');
    return explainIfLost(id, flags.ifLost, operands, flags);
  }
  const { explainService } = await import('../explain/explain-service.js');
  return explainService(id, operands, flags);
}
