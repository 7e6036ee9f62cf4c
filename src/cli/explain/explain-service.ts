import type { Model } from '../../model/model.js';
import { rules } from '../../rules/index.js';
import { loadInventory } from '../../load-inventory.js';
import { locate } from '../../source/locate.js';
import type { SourceFile } from '../../source/source-file.js';
import type { Sources } from '../../source/sources.js';
import { noInventory } from '../choose-inputs.js';
import { CliError } from '../cli-error.js';
import { closest } from '../closest.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import type { InventoryFlags } from '../flags.js';
import { inventoryInputs } from '../inventory-inputs.js';
import { namesListed } from '../names-listed.js';
import { loadSettings } from '../load-settings.js';
import { print } from '../print.js';
import { problemLines } from '../problem-lines.js';
import { pathsAsSeenFrom } from '../shown-path.js';
import { stdoutTerminal } from '../stdout-terminal.js';
import { servicePage } from './service-page.js';

/** Prints every value in force for one service. */
export async function explainService(
  id: string,
  operands: readonly string[],
  flags: InventoryFlags,
): Promise<ExitCode> {
  const cwd = process.cwd();
  const settings = loadSettings({ config: flags.config, operands, cwd, ruleIds: rules.map((rule) => rule.id) });
  const inputs = inventoryInputs({ operands, settings, cwd, stdinFilename: undefined, quiet: true });
  if (inputs.lookedInVain !== undefined) throw noInventory(inputs.lookedInVain);
  const { model, sources } = linked(inputs.sources);
  const service = model.services.find((one) => one.id === id);
  if (service === undefined) throw unknownService(id, model);
  const showPath = pathsAsSeenFrom(cwd, inputs.root);
  await print(
    servicePage(service, model, {
      ...stdoutTerminal(flags),
      show: (place) => {
        const { file, start } = locate(sources, place);
        return `${showPath(file)}:${start.line}`;
      },
    }),
  );
  return exitCodes.clean;
}

function linked(files: readonly SourceFile[]): { readonly model: Model; readonly sources: Sources } {
  const loaded = loadInventory(files);
  if (loaded.ok) return loaded;
  throw new CliError(exitCodes.input, 'the inventory has problems', problemLines(loaded.problems, loaded.sources));
}

function unknownService(id: string, model: Model): CliError {
  const ids = model.services.map((service) => service.id);
  const meant = closest(id, ids);
  return new CliError(exitCodes.usage, `there is no service "${id}"`, [
    ...(meant === undefined ? namesListed('services', ids) : [`did you mean "${meant}"?`]),
  ]);
}
