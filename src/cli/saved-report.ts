import { existsSync, readFileSync } from 'node:fs';
import type { Report } from '../report/report.js';
import { isReport, reportFaults } from '../schema/check-report.js';
import { CliError } from './cli-error.js';
import { unreadable } from './unreadable.js';
import { exitCodes } from './exit-code.js';

const stdin = 0;

/** A report that `--format json` has written, from a file or, with `-`, from stdin. */
export function readSavedReport(path: string): Report {
  const value = parsed(path, read(path));
  if (isReport(value)) return value;
  throw new CliError(exitCodes.input, `${path} is not a report that this version can read`, [
    ...reportFaults(value),
    ...laterVersion(value),
    'firebreak audit --format json=<path> writes one',
  ]);
}

function read(path: string): string {
  if (path !== '-' && !existsSync(path)) throw new CliError(exitCodes.usage, `there is no file ${path}`);
  try {
    return readFileSync(path === '-' ? stdin : path, 'utf8');
  } catch (error) {
    throw unreadable(path, error);
  }
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new CliError(exitCodes.input, `${path} is not JSON`, [
      error instanceof Error ? error.message : String(error),
    ]);
  }
}

function laterVersion(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null || !('schemaVersion' in value)) return [];
  const { schemaVersion } = value;
  return typeof schemaVersion === 'string' && schemaVersion !== '1.0'
    ? [`it says that it is of version ${schemaVersion}; this version of firebreak reads 1.0`]
    : [];
}
