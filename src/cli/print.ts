import { clean } from '../reporters/clean.js';

/**
 * Writes to stdout and waits until all of it has left, so that a large report arrives whole in a pipe. Errors are
 * not for the caller: the launcher listens to the stream, where a reader that went away is none.
 */
export function print(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text, () => resolve());
  });
}

/** Everything that is not the report: one message with its advice, to stderr. */
export function tell(message: string, help: readonly string[] = []): void {
  process.stderr.write([`firebreak: ${clean(message)}`, ...help.map((line) => `  ${clean(line)}`), ''].join('\n'));
}
