import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { clean } from '../../reporters/clean.js';
import { renewWaiver } from '../../waivers/renew-waiver.js';
import type { Waiver } from '../../waivers/waiver.js';
import { CliError } from '../cli-error.js';
import { closest } from '../closest.js';
import type { WaiverFlags } from './waiver-flags.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import { loadWaivers, termsOf } from '../load-policy.js';
import { print, tell } from '../print.js';
import { pathFrom } from '../shown-path.js';
import { writeFileWhole } from '../write-file-whole.js';
import { loadAllWaivers, type LoadedWaivers } from './load-all.js';
import { untilDay } from './until-day.js';

/** Puts off the end of waivers. Writes nothing unless all of them can be renewed and are in order then. */
export async function renew(ids: readonly string[], flags: WaiverFlags): Promise<ExitCode> {
  const cwd = process.cwd();
  const loaded = loadAllWaivers(flags);
  const expires = untilDay(flags.until ?? '', loaded.now);
  const renewal = { expires, renewed: loaded.now, reason: flags.reason };
  const edited = new Map<string, string>();
  for (const waiver of ids.map((id) => waiverNamed(id, loaded))) {
    const { file, path } = waiver.place;
    const before = edited.get(file) ?? readFileSync(resolve(loaded.root, file), 'utf8');
    const index = path.at(-1);
    const text = typeof index === 'number' ? renewWaiver(before, index, renewal) : undefined;
    if (text === undefined)
      throw new CliError(exitCodes.usage, `${file} cannot be edited`, [
        'it must be one YAML document; edit it by hand',
      ]);
    edited.set(file, text);
  }
  checkAsWhole(loaded, edited);
  for (const [file, text] of edited) await writeFileWhole(resolve(loaded.root, file), text);
  await print([...edited.keys()].map((file) => `${clean(pathFrom(cwd, resolve(loaded.root, file)))}\n`).join(''));
  if (flags.quiet !== true) tell(`${ids.join(', ')} until ${expires}`);
  return exitCodes.clean;
}

function waiverNamed(id: string, { waivers: { all } }: LoadedWaivers): Waiver {
  const waiver = all.find(({ name }) => name === id);
  if (waiver !== undefined) return waiver;
  const meant = closest(
    id,
    all.map(({ name }) => name),
  );
  throw new CliError(exitCodes.usage, `there is no waiver "${id}"`, [
    meant === undefined ? 'firebreak waivers list shows them all' : `did you mean "${meant}"?`,
  ]);
}

function checkAsWhole({ texts, settings }: LoadedWaivers, edited: ReadonlyMap<string, string>): void {
  const after = texts.map((text) => ({ ...text, content: edited.get(text.path) ?? text.content }));
  loadWaivers(after, termsOf(settings));
}
