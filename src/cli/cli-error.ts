import type { ExitCode } from './exit-code.js';

/** Ends a command with a message for people and an exit code for scripts. Thrown only inside `cli`. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly exitCode: ExitCode;
  /** What to do about it, a line each. */
  readonly help: readonly string[];

  constructor(exitCode: ExitCode, message: string, help: readonly string[] = []) {
    super(message);
    this.exitCode = exitCode;
    this.help = help;
  }
}
