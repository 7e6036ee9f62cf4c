import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CliError } from './cli-error.js';
import { closest } from './closest.js';
import { exitCodes } from './exit-code.js';
import { namesListed } from './names-listed.js';

/** What has to be known of a format to tell where its output may go. */
export interface OutputFormat {
  readonly audience: 'people' | 'programs';
  /** May follow a format for people on stdout. */
  readonly commands?: true;
}

/** One `--format name[=path]`. */
export interface FormatRequest<Format extends OutputFormat> {
  readonly name: string;
  readonly format: Format;
  /** Absolute path of the file to write; undefined: stdout. */
  readonly path: string | undefined;
}

/** Reads all `--format` values; at most one document may go to stdout, and no two to one file. */
export function formatRequests<Format extends OutputFormat>(
  values: readonly string[],
  formats: ReadonlyMap<string, Format>,
  cwd: string,
): readonly FormatRequest<Format>[] {
  const requests = values.map((value) => parseRequest(value, formats, cwd));
  refuseCrowdedStdout(requests);
  const targets = requests.flatMap(({ path }) => (path === undefined ? [] : [path]));
  const twice = targets.find((path, index) => targets.indexOf(path) !== index);
  if (twice !== undefined) throw new CliError(exitCodes.usage, `two formats would be written to ${twice}`);
  // Commands follow what they go along with.
  return requests.toSorted((a, b) => Number(a.format.commands ?? false) - Number(b.format.commands ?? false));
}

function refuseCrowdedStdout(requests: readonly FormatRequest<OutputFormat>[]): void {
  const onStdout = requests.filter(({ path }) => path === undefined);
  const documents = onStdout.filter(({ format }) => format.commands === undefined);
  const [first] = documents;
  const together = onStdout.length - documents.length < 2 && first?.format.audience === 'people';
  if (onStdout.length < 2 || (documents.length === 1 && together)) return;
  const names = onStdout.map(({ name }) => name);
  throw new CliError(exitCodes.usage, `only one format can go to stdout, not ${names.join(' and ')}`, [
    `give the others a file: --format ${names.at(-1) ?? ''}=<path>`,
  ]);
}

function parseRequest<Format extends OutputFormat>(
  value: string,
  formats: ReadonlyMap<string, Format>,
  cwd: string,
): FormatRequest<Format> {
  const [name = '', ...rest] = value.split('=');
  const path = rest.join('=');
  const format = formats.get(name);
  if (format === undefined) {
    const names = [...formats.keys()];
    const meant = closest(name, names);
    throw new CliError(exitCodes.usage, `there is no format "${name}"`, [
      ...(meant === undefined ? [] : [`did you mean "${meant}"?`]),
      ...namesListed('formats', names),
    ]);
  }
  if (rest.length > 0 && path === '')
    throw new CliError(exitCodes.usage, `--format ${value} names no file behind the =`);
  if (/[/\\]$/.test(path))
    throw new CliError(exitCodes.usage, `--format ${value} names a folder, not a file`, [
      `name the file in it: --format ${name}=${path.replace(/[/\\]+$/, '')}/<file>`,
    ]);
  return { name, format, path: path === '' ? undefined : canonical(resolve(cwd, path)) };
}

/** The one path of a file that may not be there yet, however its folder was reached. */
function canonical(path: string): string {
  const folder = dirname(path);
  return existsSync(folder) ? join(realpathSync(folder), basename(path)) : path;
}
