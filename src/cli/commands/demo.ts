import { cpSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { audit } from '../../audit.js';
import { shellWord } from '../../reporters/shell-word.js';
import { rules } from '../../rules/index.js';
import { simulate } from '../../simulate.js';
import type { SourceFile } from '../../source/source-file.js';
import { alignedTable } from '../aligned-table.js';
import { resultOf } from '../answer-result.js';
import { auditDay } from '../audit-day.js';
import { CliError } from '../cli-error.js';
import { closest } from '../closest.js';
import { incidentNames, readIncident, type Incident } from '../demo/incident.js';
import { story } from '../demo/story.js';
import { filesBehind, settingsFileName } from '../discover-inputs.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import type { CommonFlags } from '../flags.js';
import { loadSettings } from '../load-settings.js';
import { print, tell } from '../print.js';
import { readInputs } from '../read-inputs.js';
import { pathFrom } from '../shown-path.js';
import { stdoutTerminal } from '../stdout-terminal.js';

export interface DemoFlags extends CommonFlags {
  readonly list?: boolean;
  /** Where to copy the incident's folder. */
  readonly copy?: string;
}

const first = 'kakao-2022';

/** Tells a real incident from the inventories that come with the package. A demonstration is no gate: it ends clean. */
export async function demo(named: string | undefined, packageRoot: URL, flags: DemoFlags): Promise<ExitCode> {
  const { list = false, copy } = flags;
  if (list && (named !== undefined || copy !== undefined))
    throw new CliError(exitCodes.usage, '--list lists all incidents, so it goes without a name and without --copy');
  if (list) await print(listing(packageRoot, flags));
  else {
    const incident = readIncident(known(named ?? first, packageRoot), packageRoot);
    if (copy === undefined) await print(told(incident, flags));
    else await copyTo(copy, incident, flags);
  }
  return exitCodes.clean;
}

function known(name: string, packageRoot: URL): string {
  const names = incidentNames(packageRoot);
  if (names.includes(name)) return name;
  const meant = closest(name, names);
  throw new CliError(exitCodes.usage, `there is no incident "${name}"`, [
    meant === undefined ? 'firebreak demo --list lists them all' : `did you mean "${meant}"?`,
  ]);
}

function listing(packageRoot: URL, flags: DemoFlags): string {
  const { width, paint } = stdoutTerminal(flags);
  return alignedTable(
    incidentNames(packageRoot).map((name) => [name, readIncident(name, packageRoot).title]),
    { columns: [{ style: 'rule' }, { style: 'plain', flexible: true }], width, indent: 0, paint },
  );
}

function told(incident: Incident, flags: DemoFlags): string {
  const { width, paint, unicode } = stdoutTerminal(flags);
  const declared = variant(incident, 'declared');
  const revealed = variant(incident, 'revealed');
  const parts = {
    declared: audit(declared.files, { now: declared.now }),
    revealed: audit(revealed.files, { now: revealed.now }),
    simulation: resultOf(simulate(revealed.files, incident.event)),
  };
  const { quiet = false, verbose = false } = flags;
  return story(incident, parts, {
    width,
    paint,
    unicode,
    quiet,
    verbose,
    minSeverity: 'info',
    showPath: (path) => path,
  });
}

/** One inventory of an incident, with paths as they will be in a copy, and the day that its settings state. */
function variant(
  { name, folder }: Incident,
  which: string,
): { readonly files: readonly SourceFile[]; readonly now: string } {
  const cwd = join(folder, which);
  const settings = loadSettings({
    config: join(cwd, settingsFileName),
    operands: [],
    cwd,
    ruleIds: rules.map(({ id }) => id),
  });
  const files = readInputs(filesBehind(cwd, { cwd, root: cwd }) ?? [], folder);
  const now = auditDay({ stated: undefined, sourceDateEpoch: undefined, settings: settings.now, clock: new Date() });
  return { files: files.map((file) => ({ ...file, path: `${name}/${file.path}` })), now };
}

async function copyTo(dir: string, { folder }: Incident, { quiet = false }: DemoFlags): Promise<void> {
  const target = resolve(process.cwd(), dir);
  if (existsSync(target)) throw new CliError(exitCodes.usage, `${dir} exists already; nothing was written`);
  try {
    cpSync(folder, target, { recursive: true, errorOnExist: true, force: false });
  } catch (error) {
    throw new CliError(
      exitCodes.fault,
      `cannot write ${dir}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  await print(`${pathFrom(process.cwd(), target)}\n`);
  if (!quiet) tell('copied; next:', [`firebreak audit ${shellWord(`${dir}/revealed`)}`]);
}
