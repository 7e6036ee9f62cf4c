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

/** Writes one piece after the other, and works out no more of them once the reader has gone away. */
export async function printAll(pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) {
    await print(piece);
    if (process.stdout.errored) return;
  }
}

/** Everything that is not the report: one message with its advice, to stderr. */
export function tell(message: string, help: readonly string[] = []): void {
  process.stderr.write([`firebreak: ${clean(message)}`, ...help.map((line) => `  ${clean(line)}`), ''].join('\n'));
}
