import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { OwnRules } from '../../own-rules/read-own-rules.js';
import { CliError } from '../cli-error.js';
import { filesOfSettings } from '../discover-inputs.js';
import { exitCodes } from '../exit-code.js';
import { problemLines } from '../problem-lines.js';
import { gitRoot } from '../project-root.js';
import { readInputs } from '../read-inputs.js';
import { ownRulesReader } from './reader.js';

/** The rules of a team that settings name. */
export interface LoadedOwnRules extends OwnRules {
  /** Absolute paths of their files. */
  readonly paths: readonly string[];
  /** Absolute paths of the fixtures beside them. */
  readonly fixtures: readonly string[];
}

export const noOwnRules: LoadedOwnRules = { rules: [], files: [], paths: [], fixtures: [] };

/** Files of this ending are fixtures for rules: neither rules nor inventory. */
export function isFixture(path: string): boolean {
  return /\.fixture\.(?:ya?ml|json)$/i.test(path);
}

/** Reads the rules behind the globs of a settings file. Anything wrong with them is a mistake in how the audit is set up. */
export function loadOwnRules(globs: readonly string[] | undefined, settingsFile: string): LoadedOwnRules {
  if (globs === undefined) return noOwnRules;
  const read = ownRulesReader();
  const home = dirname(settingsFile);
  const missing = globs.find((glob) => !/[*?{}[\]!]/.test(glob) && !existsSync(resolve(home, glob)));
  if (missing !== undefined)
    throw new CliError(exitCodes.usage, `there is no file ${missing}, which \`ownRules\` names`, [
      '`firebreak rules new <id>` writes one; or take the line out',
    ]);
  const root = gitRoot(home) ?? home;
  const paths = filesOfSettings(globs, { cwd: home, root }).filter((path) => !isFixture(path));
  // A rule that silently is not there would look like one that finds nothing.
  if (paths.length === 0)
    throw new CliError(exitCodes.usage, `\`ownRules\` matches no file: ${globs.join(', ')}`, [
      '`firebreak rules new <id>` writes one; or take the setting out',
    ]);
  const result = read(readRuleFiles(paths, root));
  if (!result.ok)
    throw new CliError(exitCodes.usage, 'your own rules cannot be used', problemLines(result.problems, result.sources));
  return { ...result.rules, paths, fixtures: fixturesBeside(paths) };
}

function readRuleFiles(paths: readonly string[], root: string): ReturnType<typeof readInputs> {
  try {
    return readInputs(paths, root);
  } catch (error) {
    throw error instanceof CliError ? new CliError(exitCodes.usage, error.message, error.help) : error;
  }
}

function fixturesBeside(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.map((path) => dirname(path)))].flatMap((folder) =>
    readdirSync(folder)
      .filter(isFixture)
      .sort()
      .map((name) => join(folder, name)),
  );
}
