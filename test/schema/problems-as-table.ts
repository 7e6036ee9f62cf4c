import type { Problem } from '../../src/problem.js';

/** Problems in the short form of the tables. */
export function problemsAsTable(problems: readonly Problem[]): readonly unknown[] {
  return problems.map(({ code, at, message, help }) => ({
    code,
    at: 'path' in at ? `${at.on === 'key' ? 'key ' : ''}${at.path.join(' / ')}` : 'no place',
    message,
    ...(help === undefined ? {} : { help }),
  }));
}
