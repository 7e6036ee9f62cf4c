import { simulationFormats } from '../../reporters/simulation/index.js';
import type { SimulationOptions, SimulationReporter } from '../../reporters/simulation/simulation-reporter.js';
import { rules } from '../../rules/index.js';
import { rankLosses, simulate as simulateFiles } from '../../simulate.js';
import type { SourceFile } from '../../source/source-file.js';
import { formatDuration } from '../../units/duration.js';
import { resultOf } from '../answer-result.js';
import { noInventory } from '../choose-inputs.js';
import { CliError } from '../cli-error.js';
import { exitCodes, gravest, type ExitCode } from '../exit-code.js';
import type { InventoryFlags } from '../flags.js';
import { formatRequests } from '../format-request.js';
import { inventoryInputs } from '../inventory-inputs.js';
import { loadSettings } from '../load-settings.js';
import { sameInventory } from '../same-inventory.js';
import { refuseOverwriting, writeOutputs } from '../write-outputs.js';

export interface SimulateFlags extends InventoryFlags {
  readonly format?: readonly string[];
  readonly lose?: readonly string[];
  readonly corrupt?: readonly string[];
  readonly scenario?: readonly string[];
  /** Seconds. */
  readonly lasts?: number;
  readonly destroys?: boolean;
  /** true: of every kind. */
  readonly worst?: string | true;
  readonly plan?: boolean;
  readonly stdinFilename?: string;
}

/** Works out what a loss does, or ranks all single ones. Ends clean whatever the answer: a simulation is no gate. */
export async function simulate(paths: readonly string[], given: SimulateFlags): Promise<ExitCode> {
  const { operands, flags } = withPathBehindWorst(paths, given);
  refuseNonsense(flags);
  const cwd = process.cwd();
  const { config, stdinFilename, quiet = false } = flags;
  const requests = formatRequests(flags.format ?? ['pretty'], simulationFormats, cwd);
  const settings = loadSettings({ config, operands, cwd, ruleIds: rules.map(({ id }) => id) });
  const { sources, files, lookedInVain } = inventoryInputs({ operands, settings, cwd, stdinFilename, quiet });
  if (lookedInVain !== undefined) throw noInventory(lookedInVain);
  refuseOverwriting(requests, settings.file === undefined ? files : [...files, settings.file]);
  const same = sameInventory(operands, flags, settings, cwd);
  const show = rendering(sources, flags);
  const codes = await writeOutputs(requests, flags, async ({ load }, { width, paint, unicode }) =>
    show(await load(), {
      width,
      paint,
      unicode,
      quiet,
      verbose: flags.verbose ?? false,
      same,
      ending: endingOf(flags),
    }),
  );
  return gravest(codes);
}

function endingOf({ lasts, destroys = false }: SimulateFlags): readonly string[] {
  return [...(lasts === undefined ? [] : ['--lasts', formatDuration(lasts)]), ...(destroys ? ['--destroys'] : [])];
}

/** Works out the answer once, for whatever formats there are. */
function rendering(
  sources: readonly SourceFile[],
  flags: SimulateFlags,
): (reporter: SimulationReporter, options: SimulationOptions) => string {
  const { lose = [], corrupt = [], scenario: scenarios = [], lasts, destroys = false, worst, plan = false } = flags;
  if (worst !== undefined) {
    const ranking = resultOf(rankLosses(sources, { kind: worst === true ? undefined : worst, lasts, destroys }));
    return (reporter, options) => reporter.ranking(ranking, options);
  }
  const simulation = resultOf(simulateFiles(sources, { lose, corrupt, scenarios, lasts, destroys }));
  return (reporter, options) => reporter[plan ? 'plan' : 'simulation'](simulation, options);
}

/** `--worst dr/all.yaml` reads the path as the kind. No kind has a slash in it, or such an ending. */
function withPathBehindWorst(
  operands: readonly string[],
  flags: SimulateFlags,
): { readonly operands: readonly string[]; readonly flags: SimulateFlags } {
  const { worst } = flags;
  if (typeof worst !== 'string' || !/\/|^\.+$|\.(?:ya?ml|json)$/.test(worst)) return { operands, flags };
  return { operands: [worst, ...operands], flags: { ...flags, worst: true } };
}

function refuseNonsense({ lose = [], corrupt = [], scenario = [], worst, plan = false }: SimulateFlags): void {
  const named = lose.length + corrupt.length + scenario.length;
  if (worst === undefined && named === 0)
    throw new CliError(exitCodes.usage, 'simulate takes something to lose', [
      'firebreak simulate --lose <id>, --corrupt <service>, --scenario <id>, or --worst [kind] for every single loss',
    ]);
  if (worst !== undefined && (named > 0 || plan))
    throw new CliError(
      exitCodes.usage,
      `--worst tries every single loss, so it goes without ${named > 0 ? '--lose, --corrupt and --scenario' : '--plan'}`,
    );
}
