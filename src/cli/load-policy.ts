import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readBaseline } from '../baseline/read-baseline.js';
import type { Baseline } from '../baseline/baseline.js';
import type { KeyPath } from '../place.js';
import { rules } from '../rules/index.js';
import { readWaivers } from '../waivers/read-waivers.js';
import type { DigestedFile } from '../source/source-file.js';
import type { WaiverTerms } from '../waivers/waiver-terms.js';
import type { Waivers } from '../waivers/waiver.js';
import { CliError } from './cli-error.js';
import { filesOfSettings, isYamlOrJson } from './discover-inputs.js';
import { exitCodes } from './exit-code.js';
import type { AuditFlags } from './flags.js';
import { problemLines } from './problem-lines.js';
import { gitRoot } from './project-root.js';
import { readInputs } from './read-inputs.js';
import type { Settings } from './settings.js';
import { isInside, pathFrom } from './shown-path.js';

/** What decides which waivers and which baseline count. */
export interface PolicyQuery {
  readonly settings: Settings;
  readonly flags: Pick<AuditFlags, 'waivers' | 'baseline' | 'missingWaivers'>;
  readonly cwd: string;
  /** What printed paths are relative to. */
  readonly root: string;
}

/** The waivers and the baseline in force. Anything wrong with them is a mistake of whoever calls. */
export interface LoadedPolicy {
  readonly waivers: Waivers | undefined;
  readonly baseline: Baseline | undefined;
  /** Absolute paths of their files: they are no part of an inventory. */
  readonly files: readonly string[];
  /** The waivers as read, to show where findings about them are. */
  readonly texts: readonly DigestedFile[];
}

export function loadPolicy({ settings, flags, cwd, root }: PolicyQuery): LoadedPolicy {
  const waiverFiles = waiverFilesOf(settings, flags.missingWaivers);
  const baselineFile = baselineFileOf(settings, flags.baseline, cwd);
  // One that is not asked today is still no inventory, and no place for a report.
  const keptBaseline = baselineFile ?? baselineFileOf(settings, undefined, cwd);
  const texts = flags.waivers === false ? [] : readPolicyFiles(waiverFiles, root);
  return {
    waivers:
      flags.waivers === false || settings.waivers.files.length === 0
        ? undefined
        : loadWaivers(texts, termsOf(settings)),
    baseline: baselineFile === undefined ? undefined : loadBaseline(baselineFile, root),
    texts,
    files: [...waiverFiles, ...(keptBaseline === undefined ? [] : [keptBaseline])],
  };
}

/** What the settings and the catalogue ask of waivers. */
export function termsOf({ waivers, ownRules }: Settings): WaiverTerms {
  return { rules: [...rules, ...ownRules.rules].map(({ id, waivable }) => ({ id, waivable })), ...waivers };
}

/** Absolute paths of the files of waivers. A path in the settings that leads nowhere is a mistake: globs may match nothing. */
export function waiverFilesOf(settings: Settings, mayBeMissing = false): readonly string[] {
  const { file, waivers } = settings;
  if (file === undefined) return [];
  const home = dirname(file);
  const isRead = (path: string): boolean => isYamlOrJson(path) && isFile(resolve(home, path));
  const missing = waivers.files.findIndex((path) => isPlain(path) && !isRead(path));
  if (missing >= 0 && !mayBeMissing) throw missingFile(settings, missing);
  return filesOfSettings(waivers.files, { cwd: home, root: gitRoot(home) ?? home });
}

/** A folder of that name holds no waivers, and to pass it over would look as if there were none. */
function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

export function isPlain(path: string): boolean {
  return !/[*?{}[\]!]/.test(path);
}

function missingFile({ source, waivers }: Settings, index: number): CliError {
  const name = waivers.files[index] ?? '';
  const message = isYamlOrJson(name) ? `there is no file ${name}` : `${name} is not read: it is neither YAML nor JSON`;
  if (source === undefined) return new CliError(exitCodes.usage, message);
  const terms = source.document.value;
  const listed = typeof terms === 'object' && terms !== null && 'waivers' in terms ? terms['waivers'] : undefined;
  const path: KeyPath = Array.isArray(listed) ? ['waivers', index] : ['waivers', 'files', index];
  const at = { file: source.document.file, document: source.document.index, path, on: 'value' } as const;
  const help = '`firebreak waivers add` begins one; or take the line out';
  return new CliError(
    exitCodes.usage,
    'the settings name waivers that are not there',
    problemLines([{ code: 'reference', message, at, help }], source.sources),
  );
}

export function loadWaivers(files: readonly DigestedFile[], terms: WaiverTerms): Waivers {
  const read = readWaivers(files, terms);
  if (read.ok) return read.waivers;
  throw new CliError(exitCodes.usage, 'the waivers cannot be used', problemLines(read.problems, read.sources));
}

/** Reads files that decide what counts; one that cannot be read is a mistake in how the audit is set up. */
export function readPolicyFiles(files: readonly string[], root: string): readonly DigestedFile[] {
  try {
    return readInputs(files, root);
  } catch (error) {
    throw error instanceof CliError ? new CliError(exitCodes.usage, error.message, error.help) : error;
  }
}

/** The baseline that counts: that of the command line, else that of the settings. */
export function baselineFileOf(
  { file, baseline }: Settings,
  asked: string | false | undefined,
  cwd: string,
): string | undefined {
  if (asked === false) return undefined;
  if (asked !== undefined) return resolve(cwd, asked);
  if (baseline === undefined || file === undefined) return undefined;
  // Of a former state nothing else is written out, so it would look as if there had been none.
  if (!isYamlOrJson(baseline))
    throw new CliError(exitCodes.usage, `the baseline ${baseline} is not read: it is neither YAML nor JSON`, [
      `name it with an ending that says so, such as ${baseline.replace(/\.[^./]*$/, '')}.json`,
    ]);
  const path = resolve(dirname(file), baseline);
  const root = gitRoot(dirname(file)) ?? dirname(file);
  // Settings may come from a change that nobody has reviewed: an error must not print what lies elsewhere.
  const inside = existsSync(path) ? isInside(realpathSync(root), realpathSync(path)) : isInside(root, path);
  if (inside) return path;
  throw new CliError(exitCodes.usage, `the baseline ${baseline} leads out of the repository`);
}

export function loadBaseline(file: string, root: string): Baseline {
  const path = pathFrom(root, file);
  if (!existsSync(file))
    throw new CliError(exitCodes.usage, `there is no baseline ${path}`, [
      'firebreak baseline create writes one; --no-baseline does without',
    ]);
  const [source] = readPolicyFiles([file], root);
  if (source === undefined) throw new CliError(exitCodes.usage, `the baseline ${path} cannot be read`);
  const read = readBaseline(source);
  if (read.ok) return read.baseline;
  throw new CliError(exitCodes.usage, `the baseline ${path} cannot be used`, problemLines(read.problems, read.sources));
}
