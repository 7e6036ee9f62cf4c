import type { Report, ReportFinding } from '../../report/report.js';
import { rules } from '../../rules/index.js';
import { CliError } from '../cli-error.js';
import { closest } from '../closest.js';
import { exitCodes } from '../exit-code.js';
import { unknownRule } from '../rule-selection.js';

/** Subjects that a waiver can name by a field of the same name. */
const byName: ReadonlySet<string> = new Set(['service', 'location', 'domain', 'plan', 'supplier']);

/** The findings to accept, worst first: one by its fingerprint, or all of a rule on a subject. */
export function findingsNamed(
  { findings }: Report,
  what: string,
  subject: string | undefined,
  own: readonly string[] = [],
): readonly [ReportFinding, ...ReportFinding[]] {
  const [first, ...rest] = what.startsWith('v1:')
    ? findings.filter(({ fingerprint }) => fingerprint === what)
    : findings.filter(({ rule, subject: { id } }) => rule === what && id === subject);
  if (first === undefined) throw noSuchFinding(findings, what, subject, own);
  const held = first.waiver;
  if (held === undefined) return [first, ...rest];
  throw new CliError(exitCodes.usage, `${held.id} accepts that until ${held.expires} already`, [
    `firebreak waivers renew ${held.id} --until <date> puts off its end`,
  ]);
}

function noSuchFinding(
  findings: readonly ReportFinding[],
  what: string,
  subject: string | undefined,
  own: readonly string[],
): CliError {
  const ids = [...rules.map(({ id }) => id), ...own];
  if (what.startsWith('v1:')) return new CliError(exitCodes.usage, `there is no finding ${what}`);
  if (!ids.includes(what)) return unknownRule(what, ids);
  const subjects = [...new Set(findings.filter(({ rule }) => rule === what).map(({ subject: { id } }) => id))];
  if (subjects.length === 0)
    return new CliError(exitCodes.usage, `there is no finding of ${what}`, ['nothing to accept']);
  const meant = subject === undefined ? undefined : closest(subject, subjects);
  const message = subject === undefined ? `which finding of ${what}?` : `there is no finding of ${what} on ${subject}`;
  const listed = `there are findings on ${subjects.slice(0, 10).join(', ')}${subjects.length > 10 ? ' and more' : ''}`;
  return new CliError(exitCodes.usage, message, [...(meant === undefined ? [] : [`did you mean "${meant}"?`]), listed]);
}

/** What a waiver for this finding names. */
export function onOf(
  { fingerprint, subject: { type, id } }: ReportFinding,
  what: string,
): Readonly<Record<string, string>> {
  const exactly = what.startsWith('v1:') ? { fingerprint } : {};
  if (byName.has(type)) return { [type]: id, ...exactly };
  if (type === 'drill') return { drill: id.replace(/^drill /, ''), ...exactly };
  return { fingerprint };
}
