import type { CommandWords, ValueWords } from './command-words.js';
import { allCommands, branches, keyOf, patternsOf, quoted, stepBranches, valueBranches } from './shell-cases.js';

/** A script for bash, back to the 3.2 of macOS. It runs nothing but itself. */
export function bashCompletion(root: CommandWords, version: string): string {
  const commands = allCommands(root);
  return `# Completes firebreak ${version} in bash. Made by: firebreak completion bash
_firebreak() {
  local at='' option='' word='' typed='' words=() join='' operands=0 candidates='' files='' i
  COMPREPLY=()
  # bash takes = for a word of its own.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if [[ $word == '=' && \${#words[@]} -gt 0 ]]; then
      words[\${#words[@]}-1]+='='
      join=1
    elif [[ -n $join ]]; then
      words[\${#words[@]}-1]+=$word
      join=''
    else
      words+=("$word")
    fi
  done
  typed=\${words[\${#words[@]}-1]}
  for ((i = 0; i < \${#words[@]} - 1; i++)); do
    word=\${words[i]}
    if [[ -n $option ]]; then
      option=''
      continue
    fi
    case $word in
      -*) case "$at $word" in
${valueBranches(root)}        esac ;;
      *) if [[ $operands -gt 0 ]]; then operands=$((operands + 1)); else case "$at $word" in
${stepBranches(root)}        *) operands=1 ;;
        esac; fi ;;
    esac
  done

  if [[ -z $option && $typed == --*=* ]]; then
    option=\${typed%%=*}
    typed=\${typed#*=}
  fi
  if [[ -n $option ]]; then
    case "$at $option" in
${branches(commands.flatMap((command) => command.options.map((option) => [patternsOf(command, option), takes(option.value)] as const)))}    esac
    if [[ $typed == *=* ]]; then
      candidates=''
      typed=\${typed#*=}
    fi
  elif [[ $typed == -* ]]; then
    case $at in
${branches(commands.map((command) => [[keyOf(command)], `candidates=${quoted(command.options.flatMap(({ names }) => names).join(' '))}`]))}    esac
  else
    case $at in
${branches(commands.map((command) => [[keyOf(command)], operandsOf(command)]))}    esac
  fi

  while IFS= read -r word; do
    if [[ -n $word ]]; then COMPREPLY+=("$word"); fi
  done < <(
    compgen -W "$candidates" -- "$typed"
    if [[ -n $files ]]; then compgen -f -- "$typed"; fi
  )
  if [[ -n $files && -z $candidates ]]; then compopt -o filenames 2> /dev/null; fi
  if [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == *= ]]; then compopt -o nospace 2> /dev/null; fi
  return 0
}
complete -F _firebreak firebreak
`;
}

function takes(value: ValueWords | undefined): string {
  if (value === undefined) return '';
  const files = value.files ? ['files=1'] : value.pathBehind ? ['if [[ $typed == *=* ]]; then files=1; fi'] : [];
  return [...(value.words.length === 0 ? [] : [`candidates=${quoted(value.words.join(' '))}`]), ...files].join('; ');
}

/** Words of the command's own stand first and once; paths may stand anywhere. */
function operandsOf({ commands, operands }: CommandWords): string {
  const words = [...commands.flatMap(({ names }) => names), ...operands.words];
  return [
    ...(words.length === 0 ? [] : [`if [[ $operands -eq 0 ]]; then candidates=${quoted(words.join(' '))}; fi`]),
    ...(operands.files ? ['files=1'] : []),
  ].join('; ');
}
