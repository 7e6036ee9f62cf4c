import { createSolver } from '../../analysis/solver.js';
import { NameSuggester } from '../../model/suggest-name.js';
import { resolveEvent } from '../../report/simulation-event.js';
import { rules } from '../../rules/index.js';
import { withModel } from '../../simulate.js';
import { resultOf } from '../answer-result.js';
import { noInventory } from '../choose-inputs.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import type { ExplainFlags } from '../flags.js';
import { inventoryInputs } from '../inventory-inputs.js';
import { loadSettings } from '../load-settings.js';
import { print } from '../print.js';
import { stdoutTerminal } from '../stdout-terminal.js';
import { ifLostPage } from './if-lost-page.js';

/** Prints what losing something does to one service, and how that comes about. */
export async function explainIfLost(
  id: string,
  lose: readonly string[],
  operands: readonly string[],
  flags: ExplainFlags,
): Promise<ExitCode> {
  const cwd = process.cwd();
  const { config, lasts, destroys = false, quiet = false } = flags;
  const settings = loadSettings({ config, operands, cwd, ruleIds: rules.map((rule) => rule.id) });
  const { sources, lookedInVain } = inventoryInputs({ operands, settings, cwd, stdinFilename: undefined, quiet });
  if (lookedInVain !== undefined) throw noInventory(lookedInVain);
  const page = withModel<string>(sources, (model, isPlanned) => {
    const service = model.services[model.serviceById.get(id) ?? -1];
    const resolved = resolveEvent(model, { lose, lasts, destroys }, isPlanned);
    if (service === undefined) {
      const meant = new NameSuggester().nearest(id, [...model.serviceById.keys()]);
      return { outcome: 'unknown-name', unknown: [{ id, wanted: 'service', meant }] };
    }
    if (!resolved.ok) return { outcome: 'unknown-name', unknown: resolved.unknown };
    const solver = createSolver(model);
    const solution = solver.solve(resolved.event);
    return { outcome: 'done', result: ifLostPage(solver, solution, service, resolved.asked, stdoutTerminal(flags)) };
  });
  await print(resultOf(page));
  return exitCodes.clean;
}
