import { allPacks, findPack } from '../packs/find-pack.js';
import type { Pack } from '../packs/pack.js';
import { CliError } from './cli-error.js';
import { closest } from './closest.js';
import { exitCodes } from './exit-code.js';

/** The packs of these names, each once. A name that stands for none is a mistake. */
export function packsNamed(names: readonly string[]): readonly Pack[] {
  return [...new Set(names)].map(packNamed);
}

export function packNamed(name: string): Pack {
  const pack = findPack(name);
  if (pack !== undefined) return pack;
  const meant = closest(
    name,
    allPacks().map((one) => one.name),
  );
  throw new CliError(exitCodes.usage, `there is no pack "${name}"`, [
    meant === undefined ? 'firebreak rules --pack lists them' : `did you mean "${meant}"?`,
  ]);
}
