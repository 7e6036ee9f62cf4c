import type { Command } from 'commander';
import { closest } from './closest.js';
import { noCommand } from './mistyped-command.js';

/** Refuses what stands behind a command that takes nothing but commands of its own: commander would only count it. */
export function refuseUnder(command: Command): void {
  const [first] = command.args;
  if (first === undefined) return;
  const names = command.commands.map((one) => one.name());
  const name = command.name();
  throw noCommand(`there is no command "${name} ${first}"`, closest(first, names), name);
}
