import { rules } from '../../rules/index.js';
import type { DigestedFile } from '../../source/source-file.js';
import type { Waivers } from '../../waivers/waiver.js';
import type { WaiverFlags } from './waiver-flags.js';
import { loadWaivers, readPolicyFiles, termsOf, waiverFilesOf } from '../load-policy.js';
import { loadSettings } from '../load-settings.js';
import { dayOf } from '../prepare-audit.js';
import { gitRoot } from '../project-root.js';
import type { Settings } from '../settings.js';

/** The waivers as they are written, without an audit. */
export interface LoadedWaivers {
  readonly settings: Settings;
  readonly waivers: Waivers;
  /** Absolute paths. */
  readonly files: readonly string[];
  readonly texts: readonly DigestedFile[];
  /** What the paths in `waivers` are relative to. */
  readonly root: string;
  /** ISO date. */
  readonly now: string;
}

export function loadAllWaivers({ config, now }: WaiverFlags): LoadedWaivers {
  const cwd = process.cwd();
  const root = gitRoot(cwd) ?? cwd;
  const settings = loadSettings({ config, operands: [], cwd, ruleIds: rules.map(({ id }) => id) });
  const files = waiverFilesOf(settings);
  const texts = readPolicyFiles(files, root);
  const waivers = loadWaivers(texts, termsOf(settings));
  return { settings, waivers, files, texts, root, now: dayOf(settings, now === undefined ? {} : { now }) };
}
