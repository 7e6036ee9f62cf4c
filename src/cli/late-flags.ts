import type { Command, Option } from 'commander';

/**
 * Flags that a command gets when it runs or tells its help, by its name or without. Making those of every command takes
 * as long as all else before one begins.
 */
export class LateFlags {
  readonly #waiting = new Map<Command, () => readonly Option[]>();

  constructor(program: Command) {
    program.hook('preSubcommand', (_program, command) => this.#add(command));
  }

  /** The flags of one command, in the order of its help. */
  of(command: Command, flags: () => readonly Option[]): void {
    this.#waiting.set(command, flags);
    command.addHelpText('before', () => {
      this.#add(command);
      return '';
    });
  }

  /** For whoever wants to know them all. */
  addAll(): void {
    for (const command of this.#waiting.keys()) this.#add(command);
  }

  #add(command: Command): void {
    for (const option of this.#waiting.get(command)?.() ?? []) command.addOption(option);
    this.#waiting.delete(command);
  }
}
