import { CliError } from '../cli-error.js';
import { exitCodes } from '../exit-code.js';
import { refused, runGit } from './run-git.js';

/** The contents of objects, in the order in which they were asked for. */
export function readObjects(root: string, objects: readonly string[]): readonly Uint8Array[] {
  if (objects.length === 0) return [];
  const { ok, stdout, stderr } = runGit(root, ['cat-file', '--batch'], { input: `${objects.join('\n')}\n` });
  if (!ok) throw refused('read a former state', stderr);
  let at = 0;
  return objects.map((object) => {
    const end = stdout.indexOf(0x0a, at);
    const [, type, size = ''] = stdout.toString('latin1', at, end).split(' ');
    if (end < 0 || type !== 'blob') throw absent(object);
    const content = stdout.subarray(end + 1, end + 1 + Number(size));
    // The content is followed by a line feed of its own.
    at = end + 1 + Number(size) + 1;
    return content;
  });
}

function absent(object: string): CliError {
  return new CliError(exitCodes.usage, `the content of a former state is not in this clone (${object})`, [
    'this clone is partial: fetch the files too (git clone without --filter)',
  ]);
}
