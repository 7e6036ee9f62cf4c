import { shellWord } from '../../reporters/shell-word.js';
import type { CommandWords, OptionWords } from './command-words.js';

/** A command and all commands in it. */
export function allCommands(command: CommandWords): readonly CommandWords[] {
  return [command, ...command.commands.flatMap(allCommands)];
}

/** How a command is told from others in the scripts: its path, `.` in front of each word. */
export function keyOf({ path }: CommandWords): string {
  return path.map((word) => `.${word}`).join('');
}

/** Branches of a `case` of bash or zsh. */
export function branches(rows: readonly (readonly [patterns: readonly string[], body: string])[]): string {
  return rows
    .filter(([patterns, body]) => patterns.length > 0 && body !== '')
    .map(([patterns, body]) => `    ${patterns.map((pattern) => quoted(pattern)).join('|')}) ${body} ;;\n`)
    .join('');
}

/** From a command and a word behind it to the command in it. */
export function stepBranches(root: CommandWords): string {
  return branches(
    allCommands(root).flatMap((command) =>
      command.commands.map(
        (inside) => [inside.names.map((name) => `${keyOf(command)} ${name}`), `at=${keyOf(inside)}`] as const,
      ),
    ),
  );
}

/** Options behind which a word of its own follows. */
export function valueBranches(root: CommandWords): string {
  return branches(
    allCommands(root).map((command) => [
      command.options.filter(({ value }) => value !== undefined).flatMap((option) => patternsOf(command, option)),
      'option=$word',
    ]),
  );
}

export function patternsOf(command: CommandWords, { names }: OptionWords): readonly string[] {
  return names.map((name) => `${keyOf(command)} ${name}`);
}

/** A word in single quotes, whatever it is. */
export function quoted(text: string): string {
  const word = shellWord(text);
  return word.startsWith("'") ? word : `'${word}'`;
}
