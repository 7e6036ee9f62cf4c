import type { CommandWords, OptionWords, ValueWords } from './command-words.js';
import { allCommands, keyOf, patternsOf } from './shell-cases.js';

/** A script for fish. It runs nothing but itself. */
export function fishCompletion(root: CommandWords, version: string): string {
  const commands = allCommands(root);
  const valued = commands.flatMap((command) =>
    command.options.filter(({ value }) => value !== undefined).flatMap((option) => patternsOf(command, option)),
  );
  const steps = commands.flatMap((command) =>
    command.commands.map((inside) => {
      const patterns = inside.names.map((name) => quoted(`${keyOf(command)} ${name}`)).join(' ');
      return `        case ${patterns}\n          set at ${keyOf(inside)}\n`;
    }),
  );
  return `# Completes firebreak ${version} in fish. Made by: firebreak completion fish
function __firebreak_at --description 'the command that is being typed, and how many operands it has'
  set -l at ''
  set -l operands 0
  set -l value 0
  for word in (commandline -opc)[2..-1]
    if test $value = 1
      set value 0
    else if string match -q -- '-*' $word
      if contains -- "$at $word" ${valued.map(quoted).join(' ')}
        set value 1
      end
    else if test $operands -gt 0
      set operands (math $operands + 1)
    else
      switch "$at $word"
${steps.join('')}        case '*'
          set operands 1
      end
    end
  end
  echo "$at"
  echo $operands
end
function __firebreak_is
  test (__firebreak_at)[1] = "$argv[1]"
end
function __firebreak_first
  set -l at (__firebreak_at)
  test "$at[1]" = "$argv[1]"; and test $at[2] = 0
end
complete -c firebreak -f
${commands.map(linesOf).join('')}`;
}

function linesOf(command: CommandWords): string {
  const is = quoted(`__firebreak_is '${keyOf(command)}'`);
  const first = quoted(`__firebreak_first '${keyOf(command)}'`);
  const { words, files } = command.operands;
  return [
    ...command.commands.flatMap(({ names, description }) =>
      names.map((name) => `-n ${first} -a ${quoted(name)} -d ${quoted(description)}`),
    ),
    ...(words.length === 0 ? [] : [`-n ${first} -a ${quoted(words.join(' '))}`]),
    ...(files ? [`-n ${is} -F`] : []),
    ...command.options.map((option) => `-n ${is} ${optionText(option)}`),
  ]
    .map((line) => `complete -c firebreak ${line}\n`)
    .join('');
}

function optionText({ names, description, value }: OptionWords): string {
  const named = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  return [...named, ...valueText(value), `-d ${quoted(description)}`].join(' ');
}

function valueText(value: ValueWords | undefined): readonly string[] {
  if (value === undefined) return [];
  const words = value.words.length === 0 ? [] : [`-a ${quoted(value.words.join(' '))}`];
  return [value.files || value.pathBehind ? '-rF' : '-x', ...words];
}

/** In single quotes, where fish knows two escapes. */
function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`;
}
