import type { CommandWords, ValueWords } from './command-words.js';
import { allCommands, branches, keyOf, patternsOf, quoted, stepBranches, valueBranches } from './shell-cases.js';

/** A script for zsh, for a folder of `fpath` or to be sourced. It runs nothing but itself. */
export function zshCompletion(root: CommandWords, version: string): string {
  const commands = allCommands(root);
  return `#compdef firebreak
# Completes firebreak ${version} in zsh. Made by: firebreak completion zsh
_firebreak() {
  local at='' option='' word='' typed=$words[CURRENT] operands=0
  local -a described=()
  for word in "\${(@)words[2,CURRENT-1]}"; do
    if [[ -n $option ]]; then
      option=''
      continue
    fi
    case $word in
      -*) case "$at $word" in
${valueBranches(root)}        esac ;;
      *) if (( operands > 0 )); then (( operands++ )); else case "$at $word" in
${stepBranches(root)}        *) operands=1 ;;
        esac; fi ;;
    esac
  done

  if [[ -z $option && $typed == --*=* ]]; then
    option=\${typed%%=*}
    typed=\${typed#*=}
    compset -P 1 '*='
  fi
  if [[ -n $option ]]; then
    case "$at $option" in
${branches(commands.flatMap((command) => command.options.map((option) => [patternsOf(command, option), takes(option.value)] as const)))}    esac
  elif [[ $typed == -* ]]; then
    case $at in
${branches(commands.map((command) => [[keyOf(command)], described(optionRows(command))]))}    esac
    _describe -o option described
  else
    case $at in
${branches(commands.map((command) => [[keyOf(command)], operandsOf(command)]))}    esac
  fi
}
if [[ $funcstack[1] == _firebreak ]]; then _firebreak "$@"; else compdef _firebreak firebreak; fi
`;
}

function takes(value: ValueWords | undefined): string {
  if (value === undefined) return '';
  const words = value.words.length === 0 ? [] : [added(value.words)];
  if (value.pathBehind) return `if compset -P 1 '*='; then _files; else ${[...words, ':'].join('; ')}; fi`;
  return [...words, ...(value.files ? ['_files'] : [])].join('; ');
}

/** Words that a value follows get no blank behind them. */
function added(words: readonly string[]): string {
  const open = words.every((word) => word.endsWith('='));
  return `compadd ${open ? "-S '' " : ''}-- ${words.map(quoted).join(' ')}`;
}

function operandsOf({ commands, operands }: CommandWords): string {
  const rows = commands.flatMap(({ names, description }) => names.map((name) => [name, description] as const));
  const first = [
    ...(rows.length === 0 ? [] : [described(rows), '_describe command described']),
    ...(operands.words.length === 0 ? [] : [added(operands.words)]),
  ];
  return [
    ...(first.length === 0 ? [] : [`if (( operands == 0 )); then ${first.join('; ')}; fi`]),
    ...(operands.files ? ['_files'] : []),
  ].join('; ');
}

function optionRows({ options }: CommandWords): readonly (readonly [string, string])[] {
  return options.flatMap(({ names, description }) => names.map((name) => [name, description] as const));
}

/** The colon is what stands between a word and what it means. */
function described(rows: readonly (readonly [string, string])[]): string {
  return `described=(${rows.map(([word, text]) => quoted(`${word}:${text.replaceAll(':', String.raw`\:`)}`)).join(' ')})`;
}
