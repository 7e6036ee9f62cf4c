import { resolve } from 'node:path';
import { reporters, type ReporterEntry } from '../reporters/index.js';
import { CliError } from './cli-error.js';
import { closest } from './closest.js';
import { exitCodes } from './exit-code.js';

/** One `--format name[=path]`. */
export interface FormatRequest {
  readonly name: string;
  readonly entry: ReporterEntry;
  /** Absolute path of the file to write; undefined: stdout. */
  readonly path: string | undefined;
}

/** Reads all `--format` values; at most one report may go to stdout, and no two to one file. */
export function formatRequests(values: readonly string[], cwd: string): readonly FormatRequest[] {
  const requests = values.map((value) => parseRequest(value, cwd));
  const targets = requests.map(({ path }) => path);
  const twice = targets.find((path, index) => targets.indexOf(path) !== index);
  if (targets.filter((path) => path === undefined).length > 1)
    throw new CliError(exitCodes.usage, 'only one format can go to stdout', [
      `give the others a file: --format ${values.at(-1) ?? ''}=<path>`,
    ]);
  if (twice !== undefined) throw new CliError(exitCodes.usage, `two formats would be written to ${twice}`);
  return requests;
}

function parseRequest(value: string, cwd: string): FormatRequest {
  const [name = '', ...rest] = value.split('=');
  const path = rest.join('=');
  const entry = reporters.get(name);
  if (entry === undefined) {
    const names = [...reporters.keys()];
    const meant = closest(name, names);
    throw new CliError(exitCodes.usage, `there is no format "${name}"`, [
      ...(meant === undefined ? [] : [`did you mean "${meant}"?`]),
      `formats: ${names.join(', ')}`,
    ]);
  }
  if (rest.length > 0 && path === '')
    throw new CliError(exitCodes.usage, `--format ${value} names no file behind the =`);
  return { name, entry, path: path === '' ? undefined : resolve(cwd, path) };
}
