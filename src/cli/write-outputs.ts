import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { unpainted, type Paint } from '../reporters/paint.js';
import { CliError } from './cli-error.js';
import { exitCodes, type ExitCode } from './exit-code.js';
import type { CommonFlags } from './flags.js';
import type { FormatRequest, OutputFormat } from './format-request.js';
import { printAll, tell } from './print.js';
import { stdoutTerminal } from './stdout-terminal.js';

/** What a text is laid out for: the terminal, or a file that anybody may open. */
export interface Sheet {
  readonly width: number;
  readonly paint: Paint;
  readonly unicode: boolean;
  /** Bytes that are in the file already and stay there. */
  readonly taken: number;
}

const onFile = { width: 100, paint: unpainted, unicode: true } as const;

/** Renders and writes every format asked for. One that cannot be written does not keep the others back. */
export async function writeOutputs<Format extends OutputFormat>(
  requests: readonly FormatRequest<Format>[],
  flags: CommonFlags,
  render: (format: Format, sheet: Sheet) => Promise<string | Iterable<string>>,
): Promise<readonly ExitCode[]> {
  const codes: ExitCode[] = [];
  for (const { format, path } of requests) {
    try {
      const file = path === undefined ? undefined : await openFile(path);
      const taken = file?.taken ?? 0;
      const rendered = await render(format, { ...(file === undefined ? stdoutTerminal(flags) : onFile), taken });
      // A string would be written letter by letter.
      const pieces = typeof rendered === 'string' ? [rendered] : rendered;
      await (file?.write ?? printAll)(pieces);
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      tell(error.message, error.help);
      codes.push(error.exitCode);
    }
  }
  return codes;
}

/** What stays in a file, in bytes, and how the rest is written. Loaded only where something goes into a file. */
async function openFile(
  path: string,
): Promise<{ readonly taken: number; readonly write: (pieces: Iterable<string>) => Promise<void> }> {
  const { appendWhole, sizeOf, writeFileWhole } = await import('./write-file-whole.js');
  return isStepSummary(path)
    ? { taken: sizeOf(path), write: (pieces) => appendWhole(path, pieces) }
    : { taken: 0, write: (pieces) => writeFileWhole(path, pieces) };
}

/** The summary of a step on GitHub belongs to all that runs in the step. */
function isStepSummary(path: string): boolean {
  const summary = process.env['GITHUB_STEP_SUMMARY'] ?? '';
  if (summary === '') return false;
  const known = resolve(summary);
  return known === path || (existsSync(known) && existsSync(path) && realpathSync(known) === realpathSync(path));
}

/** Refuses to write over what the output is made from. */
export function refuseOverwriting(requests: readonly FormatRequest<OutputFormat>[], inputs: readonly string[]): void {
  const taken = new Set(inputs.filter((path) => existsSync(path)).map((path) => realpathSync(path)));
  const clash = requests.find(({ path }) => path !== undefined && existsSync(path) && taken.has(realpathSync(path)));
  if (clash?.path !== undefined)
    throw new CliError(exitCodes.usage, `--format ${clash.name} would overwrite ${clash.path}, which is an input`);
}
