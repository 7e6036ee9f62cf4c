import { CommanderError, type Command } from 'commander';
import { CliError } from './cli-error.js';
import { forgetUnsetVariables } from './environment.js';
import { exitCodes, type ExitCode } from './exit-code.js';
import { misspeltVariable } from './misspelt-variable.js';
import { mistypedHelp } from './mistyped-command.js';
import { loadOwnRulesReader, OwnRulesNeeded } from './own-rules/reader.js';
import { tell } from './print.js';
import { startProgram, switches } from './program.js';

export interface Launch {
  /** Without the interpreter and the script. */
  readonly argv: readonly string[];
  /** The folder of the installed package. */
  readonly packageRoot: URL;
}

/**
 * Runs one command and sets the exit code of the process. Does not exit: output may still be on its way. What
 * it does not know how to report it throws, for the launcher to turn into exit code 4.
 */
export async function main({ argv, packageRoot }: Launch): Promise<void> {
  forgetUnsetVariables(process.env, switches);
  process.exitCode = await run({ argv, packageRoot });
}

async function run({ argv, packageRoot }: Launch): Promise<ExitCode> {
  let code: ExitCode = exitCodes.clean;
  const { program, flags } = startProgram({ packageRoot, finish: (finished) => (code = finished) });
  const withAllFlags = (): Command => {
    flags.addAll();
    return program;
  };
  const misspelt = misspeltVariable(process.env, withAllFlags) ?? mistypedHelp(argv);
  if (misspelt !== undefined) return codeOfError(misspelt);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof OwnRulesNeeded)) return codeOfError(error);
  }
  await loadOwnRulesReader();
  return run({ argv, packageRoot });
}

function codeOfError(error: unknown): ExitCode {
  // Commander has already printed its message.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
  if (!(error instanceof CliError)) throw error;
  tell(error.message, error.help);
  return error.exitCode;
}
