import { rules } from '../rules/index.js';
import type { AuditFlags } from './flags.js';
import { loadPolicy, type LoadedPolicy } from './load-policy.js';
import { loadSettings } from './load-settings.js';
import { gitRoot } from './project-root.js';
import type { Settings } from './settings.js';

export const ruleIds: readonly string[] = rules.map(({ id }) => id);

/** What the files of a repository ask of an audit: settings, with waivers and baseline. */
export interface ReadPolicy {
  readonly settings: Settings;
  readonly policy: LoadedPolicy;
  /** Absolute paths of all of them: they are no part of an inventory. */
  readonly files: readonly string[];
}

export interface PolicyPlace {
  readonly operands: readonly string[];
  readonly flags: Pick<AuditFlags, 'config' | 'waivers' | 'baseline' | 'missingWaivers'>;
  readonly cwd: string;
}

/** Reads what is asked where somebody stands. Anything wrong with it is a mistake of whoever calls. */
export function readPolicy({ operands, flags, cwd }: PolicyPlace): ReadPolicy {
  const settings = loadSettings({ config: flags.config, operands, cwd, ruleIds });
  const policy = loadPolicy({ settings, flags, cwd, root: gitRoot(cwd) ?? cwd });
  const { paths, fixtures } = settings.ownRules;
  const own = settings.file === undefined ? [] : [settings.file];
  return { settings, policy, files: [...policy.files, ...paths, ...fixtures, ...own] };
}
