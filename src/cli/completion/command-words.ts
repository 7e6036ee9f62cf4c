import type { Command, Option } from 'commander';

/** What may stand behind an option or as an operand. */
export interface ValueWords {
  readonly words: readonly string[];
  /** Paths, too. */
  readonly files: boolean;
  /** A word may go on with `=` and a path. */
  readonly pathBehind: boolean;
}

export interface OptionWords {
  /** `-f` and `--format`. */
  readonly names: readonly string[];
  readonly description: string;
  /** Undefined: a switch. */
  readonly value: ValueWords | undefined;
}

/** One command as a shell has to know it. */
export interface CommandWords {
  /** The words that lead to it, without `firebreak`; empty for what stands behind the name of the program. */
  readonly path: readonly string[];
  /** By which it can be called, its own name first. */
  readonly names: readonly string[];
  readonly description: string;
  readonly commands: readonly CommandWords[];
  readonly options: readonly OptionWords[];
  readonly operands: ValueWords;
}

/** Words that the parser does not know of, by command path and option (`audit --format`), option alone, or command path. */
export type Vocabulary = ReadonlyMap<string, readonly string[]>;

/** Everything that can be typed, taken from the program itself. */
export function commandWords(program: Command, vocabulary: Vocabulary): CommandWords {
  const audit = program.commands.find((command) => command.name() === 'audit');
  const root = wordsOf(program, [], vocabulary);
  const operands = root.commands.find(({ names }) => names.includes('audit'))?.operands ?? root.operands;
  // What is no command is handed to the default one, with its flags.
  const options = audit === undefined ? [] : optionsOf(audit, ['audit'], vocabulary);
  const known = new Set(options.flatMap(({ names }) => names));
  return {
    ...root,
    operands,
    options: [...options, ...root.options.filter(({ names }) => !known.has(names[0] ?? ''))],
  };
}

function wordsOf(command: Command, path: readonly string[], vocabulary: Vocabulary): CommandWords {
  const inside = command.createHelp().visibleCommands(command);
  return {
    path,
    names: [command.name(), ...command.aliases()],
    description: command.description(),
    commands: inside.map((own) => wordsOf(own, [...path, own.name()], vocabulary)),
    options: optionsOf(command, path, vocabulary),
    operands: operandsOf(command, path, vocabulary),
  };
}

function optionsOf(command: Command, path: readonly string[], vocabulary: Vocabulary): readonly OptionWords[] {
  const help = command.createHelp();
  return [...help.visibleOptions(command), ...globalOptions(command)].map((option) => ({
    names: [option.short, option.long].filter((name) => typeof name === 'string'),
    description: option.description,
    value: valueOf(option, path, vocabulary),
  }));
}

/** Those of the commands around it. */
function globalOptions(command: Command): readonly Option[] {
  const own = new Set(command.options.map(({ long }) => long));
  const around = command.parent;
  if (around === null) return [];
  return [...around.options.filter(({ long }) => !own.has(long)), ...globalOptions(around)];
}

function valueOf(option: Option, path: readonly string[], vocabulary: Vocabulary): ValueWords | undefined {
  if (!option.required && !option.optional) return undefined;
  const long = option.long ?? '';
  const words = option.argChoices ?? vocabulary.get([...path, long].join(' ')) ?? vocabulary.get(long) ?? noWords;
  return { words, files: /[<[](?:path|dir)[>\]]/.test(option.flags), pathBehind: option.flags.includes('[=path]') };
}

const noWords: readonly string[] = [];

function operandsOf(command: Command, path: readonly string[], vocabulary: Vocabulary): ValueWords {
  const names = command.registeredArguments.map((argument) => argument.name());
  return {
    words: vocabulary.get(path.join(' ')) ?? noWords,
    files: names.some((name) => ['paths', 'rest', 'dir'].includes(name)),
    pathBehind: false,
  };
}
