import type { ExitCode } from './exit-code.js';

/** What the commands need from whoever starts them. */
export interface Host {
  /** The folder of the installed package, with `schemas` and `examples` in it. */
  readonly packageRoot: URL;
  /** Takes the exit code of the command that ran. */
  readonly finish: (code: ExitCode) => void;
}
