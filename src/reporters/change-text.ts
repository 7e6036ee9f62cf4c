import type { FixedInChange, Report, ReportChange, Weakening } from '../report/report.js';
import { openFindings } from './acceptance.js';
import { plural } from './plural.js';

/** One thing that a change does, in several lines of text. */
export interface ChangePart {
  readonly label: 'change' | 'impact' | 'verdict' | 'fixed' | 'weaker';
  /** For documents. */
  readonly title: string;
  readonly texts: readonly string[];
}

/** How much of a change is told; the rest is counted. */
export interface ChangeLimits {
  readonly lines: number;
  readonly names: number;
  readonly showPath: (path: string) => string;
}

/** What a change does: to findings, to the blast radius of each loss, to promises, and to what is asked. Empty parts are left out. */
export function changeParts(report: Report, limits: ChangeLimits): readonly ChangePart[] {
  const { change } = report;
  if (change === undefined) return [];
  const part = (label: ChangePart['label'], title: string, texts: readonly string[]): readonly ChangePart[] => {
    const more = texts.length - limits.lines;
    const told = more <= 0 ? texts : [...texts.slice(0, limits.lines), `and ${more} more`];
    return texts.length === 0 ? [] : [{ label, title, texts: told }];
  };
  return [
    ...part('change', 'Change', comparedTexts(report, change)),
    ...part('impact', 'Blast radius', blastTexts(change, limits)),
    ...part('verdict', 'Changed promises', promiseTexts(change, limits)),
    ...part('fixed', 'Fixed', change.fixed.map(fixedText)),
    ...part('weaker', 'Asks for less, or says less', [
      ...unreadable(change),
      ...change.weakened.map((one) => weakenedText(one, limits)),
    ]),
  ];
}

function comparedTexts(
  report: Report,
  { base, head, known, worsened, new: fresh, fixed }: ReportChange,
): readonly string[] {
  const [was, is] = [`${base.ref} (${shortHash(base.commit)})`, head === undefined ? 'what is here' : head.ref];
  const open = openFindings(report).filter(({ since }) => since === 'new').length;
  const accepted = open === fresh ? '' : ` (${fresh - open} of them waived or in the baseline)`;
  const counts = [
    `${fresh} new${accepted}`,
    ...(worsened === 0 ? [] : [`${worsened} worse`]),
    `${fixed.length} fixed`,
    `${known} as before`,
  ].join(', ');
  if (base.state === 'audited') return [`findings from ${was} to ${is}: ${counts}`];
  const why = base.state === 'absent' ? 'there is no inventory' : 'the inventory cannot be audited';
  return [`in ${was} ${why}, so every finding counts as new: ${fresh} of them${accepted}`];
}

/** What several losses do alike is told once. */
function blastTexts({ blastRadius }: ReportChange, { names }: ChangeLimits): readonly string[] {
  const told = new Map<string, string[]>();
  for (const { domain, kind, added, removed, unsure } of blastRadius) {
    const texts = [
      ...effect(added, (services) => `now takes ${services.replace(' ', ' more ')} beyond their RTO`),
      ...effect(unsure, (services) => `may now take ${services} beyond their RTO, nobody can know`),
      ...effect(removed, (services) => `no longer takes ${services} beyond their RTO`),
    ];
    for (const text of texts)
      told.set(text, [...(told.get(text) ?? []), kind === 'unknown' ? domain : `${kind} ${domain}`]);
  }
  return [...told].map(([text, losses]) => `losing ${named(losses, names, ' or ')} ${text}`);

  function effect(ids: readonly string[], tell: (services: string) => string): readonly string[] {
    return ids.length === 0 ? [] : [`${tell(plural(ids.length, 'service'))}: ${named(ids, names)}`];
  }
}

/** Promises by what became of them, the bad first. */
function promiseTexts({ promises }: ReportChange, { names }: ChangeLimits): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const { service, kind, objective, before, after } of promises) {
    const key = `${before ?? ''} ${after ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), `${service} ${objective} ${kind}`]);
  }
  const order = (key: string): number => gravity.indexOf(key.split(' ')[1] ?? '');
  return [...groups]
    .toSorted(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1))
    .map(([key, changed]) => {
      const [before = '', after = ''] = key.split(' ');
      return `${plural(changed.length, 'promise')} ${became(before, after)}: ${named(changed, names)}`;
    });
}

/** Verdicts from bad to good; last those that are gone. */
const gravity: readonly string[] = ['broken', 'unknown', '', 'not-applicable', 'kept'];

function became(before: string, after: string): string {
  if (before === '') return `new, ${after}`;
  return after === '' ? `gone, ${before} before` : `${after}, ${before} before`;
}

function fixedText({ rule, subject, message }: FixedInChange): string {
  return `${rule} ${subject}: ${message}`;
}

function weakenedText({ message, subjects, location }: Weakening, { names, showPath }: ChangeLimits): string {
  const whom = subjects.length === 0 ? '' : `: ${named(subjects, names)}`;
  const where = location === undefined ? '' : ` (${showPath(location.path)}:${location.start.line})`;
  return `${message}${whom}${where}`;
}

function unreadable({ base }: ReportChange): readonly string[] {
  if (base.policy === 'compared') return [];
  return [`settings, waivers or baseline of ${base.ref} cannot be used, so nobody can say what of them asks for less`];
}

/** As git shortens it, and long enough for any repository. */
function shortHash(commit: string): string {
  return commit.slice(0, 12);
}

function named(ids: readonly string[], most: number, between = ', '): string {
  const more = ids.length - most;
  return more <= 0 ? ids.join(between) : `${ids.slice(0, most).join(between)} +${more} more`;
}
