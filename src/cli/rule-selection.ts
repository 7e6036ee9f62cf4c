import { CliError } from './cli-error.js';
import { closest } from './closest.js';
import { exitCodes } from './exit-code.js';

/** The rules that `--rule` and `--skip-rule` leave: all of them, or those named, without those skipped. */
export function selectRules(
  ids: readonly string[],
  only: readonly string[],
  skip: readonly string[],
): ReadonlySet<string> {
  const chosen = only.length === 0 ? ids : only.flatMap((pattern) => matching(pattern, ids));
  const skipped = new Set(skip.flatMap((pattern) => matching(pattern, ids)));
  return new Set(chosen.filter((id) => !skipped.has(id)));
}

/** Ids that a name or glob (`backup-*`) stands for. A pattern that stands for none is a mistake. */
function matching(pattern: string, ids: readonly string[]): readonly string[] {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const expression = new RegExp(`^${source}$`);
  const found = ids.filter((id) => expression.test(id));
  if (found.length === 0) throw unknownRule(pattern, ids);
  return found;
}

export function unknownRule(name: string, ids: readonly string[]): CliError {
  const meant = closest(name, ids);
  return new CliError(exitCodes.usage, `there is no rule "${name}"`, [
    meant === undefined ? 'firebreak rules lists them all' : `did you mean "${meant}"?`,
  ]);
}
