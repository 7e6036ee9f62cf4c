import { CliError } from './cli-error.js';
import { closest } from './closest.js';
import { commandNames } from './command-names.js';
import { exitCodes } from './exit-code.js';
import { shellWord } from '../reporters/shell-word.js';

/**
 * `firebreak exlain x` reads `exlain` as a path of the default command. Where it is no path but close to a
 * command, that is what was meant.
 */
export function mistypedCommand(operand: string, operands: readonly string[]): CliError | undefined {
  if (operand !== operands[0] || /[/\\.*]/.test(operand)) return undefined;
  const meant = closest(operand, commandNames);
  if (meant === undefined) return undefined;
  const line = ['firebreak', meant, ...operands.slice(1)].map(shellWord).join(' ');
  return new CliError(exitCodes.usage, `"${operand}" is neither a command nor a file. Did you mean "${line}"?`);
}

/** `firebreak help exlain`; help for nothing in particular, and for what there is, goes its way. */
export function mistypedHelp([first, wanted]: readonly string[]): CliError | undefined {
  if (first !== 'help' || wanted === undefined || wanted.startsWith('-')) return undefined;
  if (commandNames.some((name) => name === wanted)) return undefined;
  return noCommand(`there is no command "${wanted}"`, closest(wanted, commandNames), 'help');
}

/** An error that names what was probably meant, or where the commands are listed. */
export function noCommand(message: string, meant: string | undefined, around: string): CliError {
  return new CliError(exitCodes.usage, message, [
    meant === undefined
      ? around === 'help'
        ? 'firebreak --help lists the commands'
        : `firebreak ${around} --help lists what there is`
      : `did you mean "firebreak ${around} ${meant}"?`,
  ]);
}
