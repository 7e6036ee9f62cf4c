import { allPacks } from '../../packs/find-pack.js';
import type { Pack } from '../../packs/pack.js';
import { jsonText } from '../../reporters/json-text.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import type { RulesFlags } from '../flags.js';
import { packNamed } from '../pack-selection.js';
import { markdownPackPage, markdownPacksPage } from '../packs/pack-markdown.js';
import { packList, packPage } from '../packs/pack-pages.js';
import { print } from '../print.js';
import { stdoutTerminal } from '../stdout-terminal.js';

/** Prints a pack, or with no name all of them. */
export async function listPacks(name: string | undefined, flags: RulesFlags): Promise<ExitCode> {
  await print(name === undefined ? everyPack(flags) : onePack(packNamed(name), flags));
  return exitCodes.clean;
}

function everyPack(flags: RulesFlags): string {
  const all = allPacks();
  if (flags.format === 'json') return jsonText(all);
  return flags.format === 'markdown' ? markdownPacksPage(all) : packList(all, stdoutTerminal(flags));
}

function onePack(pack: Pack, flags: RulesFlags): string {
  if (flags.format === 'json') return jsonText(pack);
  return flags.format === 'markdown' ? markdownPackPage(pack) : packPage(pack, stdoutTerminal(flags));
}
