import { existsSync, realpathSync } from 'node:fs';
import type { Report } from '../report/report.js';
import { unpainted } from '../reporters/paint.js';
import type { ReporterOptions } from '../reporters/reporter.js';
import { CliError } from './cli-error.js';
import { exitCodes, type ExitCode } from './exit-code.js';
import type { AuditFlags } from './flags.js';
import type { FormatRequest } from './format-request.js';
import { print, tell } from './print.js';
import { pathsAsSeenFrom } from './shown-path.js';
import { stdoutTerminal } from './stdout-terminal.js';
import { writeFileWhole } from './write-file-whole.js';

/** The folders that paths are seen from: that of the report's own paths, and that of the reader. */
export interface Standpoint {
  readonly root: string;
  readonly cwd: string;
}

const fileWidth = 100;

/** Renders and writes every format asked for. One that cannot be written does not keep the others back. */
export async function writeReports(
  report: Report,
  requests: readonly FormatRequest[],
  flags: AuditFlags,
  standpoint: Standpoint,
): Promise<readonly ExitCode[]> {
  const codes: ExitCode[] = [];
  for (const { entry, path } of requests) {
    const render = await entry.load();
    const showPath = entry.audience === 'people' ? pathsAsSeenFrom(standpoint.cwd, standpoint.root) : same;
    try {
      const text = render(report, {
        ...(path === undefined ? stdoutTerminal(flags) : onFile),
        ...choicesOf(flags),
        showPath,
      });
      if (path === undefined) await print(text);
      else writeFileWhole(path, text);
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      tell(error.message, error.help);
      codes.push(error.exitCode);
    }
  }
  return codes;
}

/** Refuses to write a report over what it is made from. */
export function refuseOverwriting(requests: readonly FormatRequest[], inputs: readonly string[]): void {
  const taken = new Set(inputs.map((path) => realpathSync(path)));
  const clash = requests.find(({ path }) => path !== undefined && existsSync(path) && taken.has(realpathSync(path)));
  if (clash?.path !== undefined)
    throw new CliError(exitCodes.usage, `--format ${clash.name} would overwrite ${clash.path}, which is an input`);
}

const onFile = { width: fileWidth, paint: unpainted, unicode: true } as const;

function choicesOf(flags: AuditFlags): Pick<ReporterOptions, 'minSeverity' | 'quiet' | 'verbose'> {
  const { minSeverity = 'info', quiet = false, verbose = false } = flags;
  return { minSeverity, quiet, verbose };
}

function same(path: string): string {
  return path;
}
