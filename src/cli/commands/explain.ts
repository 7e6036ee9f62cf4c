import { rules } from '../../rules/index.js';
import { CliError } from '../cli-error.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import { rulePage } from '../explain/rule-page.js';
import type { ExplainFlags } from '../flags.js';
import { print } from '../print.js';
import { unknownRule } from '../rule-selection.js';
import { stdoutTerminal } from '../stdout-terminal.js';

/** `explain <rule>` or `explain service <id> [paths...]`, with `--if-lost` what a loss does to that service. */
export async function explain(what: string, rest: readonly string[], flags: ExplainFlags): Promise<ExitCode> {
  if (what === 'service') return explainNamedService(rest, flags);
  if (flags.ifLost !== undefined)
    throw new CliError(exitCodes.usage, '--if-lost goes with a service', [
      'firebreak explain service <id> --if-lost <id> [paths...]',
    ]);
  const rule = rules.find(({ id }) => id === what);
  if (rule === undefined)
    throw unknownRule(
      what,
      rules.map(({ id }) => id),
    );
  if (rest.length > 0) throw new CliError(exitCodes.usage, `explain takes one rule, not also ${rest.join(' ')}`);
  await print(rulePage(rule, stdoutTerminal(flags)));
  return exitCodes.clean;
}

async function explainNamedService([id, ...operands]: readonly string[], flags: ExplainFlags): Promise<ExitCode> {
  if (id === undefined)
    throw new CliError(exitCodes.usage, 'explain service takes the id of a service', [
      'firebreak explain service <id> [paths...]',
    ]);
  if (flags.ifLost !== undefined) {
    const { explainIfLost } = await import('../explain/if-lost.js');
    return explainIfLost(id, flags.ifLost, operands, flags);
  }
  const { explainService } = await import('../explain/explain-service.js');
  return explainService(id, operands, flags);
}
