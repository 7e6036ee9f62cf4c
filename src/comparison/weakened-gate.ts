import { severities, type Severity } from '../finding.js';
import type { KeyPath } from '../place.js';
import { formatInterval, type Interval } from '../units/interval.js';
import { usualMaxAge } from '../rules/usual-max-age.js';
import type { PolicyTerms } from './policy-terms.js';
import { inWords } from './in-words.js';
import type { Weakness } from './weakness.js';

/** What the gate asks less of: severity, ratchet, strictness, day, ages of evidence, packs, and where it looks. */
export function weakenedGate(before: PolicyTerms, now: PolicyTerms): readonly Weakness[] {
  const weak = (message: string, path: KeyPath): Weakness => ({
    area: 'policy',
    message,
    subjects: [],
    at: now.placeOf(path),
  });
  const packNames = new Set(now.packs.map(({ name }) => name));
  const missing = before.packs.map(({ name }) => name).filter((name) => !packNames.has(name));
  return [
    ...(rank(now.failOn) < rank(before.failOn)
      ? [weak(`the gate fails at ${now.failOn}, no longer at ${before.failOn}`, ['failOn'])]
      : []),
    ...(now.maxFindings > before.maxFindings
      ? [weak(`${now.maxFindings} findings may be left, no longer ${before.maxFindings}`, ['maxFindings'])]
      : []),
    ...(before.strict && !now.strict ? [weak('the gate is no longer strict', ['strict'])] : []),
    ...(before.failOnWeakened && !now.failOnWeakened
      ? [weak('a weakened policy no longer fails the gate', ['failOnWeakened'])]
      : []),
    ...(isSetBack(before.now, now.now)
      ? [
          weak(
            `waivers and evidence are judged as of ${now.now}, no longer as of ${before.now ?? 'the day of the audit'}`,
            ['now'],
          ),
        ]
      : []),
    ...ages(before, now).map(({ kind, was, is }) =>
      weak(`${evidence[kind]} ${formatInterval(is)} old, no longer ${formatInterval(was)}`, ['maxAge', kind]),
    ),
    ...missing.map((name) => weak(`the pack ${name} is no longer audited against`, ['packs'])),
    ...(isNarrower(before.inventory, now.inventory)
      ? [
          weak(
            `the inventory is looked for in ${inWords(now.inventory ?? usual)}, no longer in ${inWords(before.inventory ?? usual)}`,
            ['inventory'],
          ),
        ]
      : []),
  ];
}

const usual = ['the usual places'];

const evidence = {
  drill: 'a drill may be',
  restoreTest: 'the test of a restore may be',
  review: 'a review may be',
  grace: 'overdue evidence counts until it is another',
} as const;

/** The milder the finding at which the gate fails, the higher. */
function rank(failOn: Severity | 'never'): number {
  return failOn === 'never' ? -1 : severities.indexOf(failOn);
}

/** On an earlier day waivers have not expired and drills are not old. Which day an audit runs on nobody knows here. */
function isSetBack(before: string | undefined, now: string | undefined): now is string {
  return now !== undefined && (before === undefined || now < before);
}

function ages(
  { maxAge: before }: PolicyTerms,
  { maxAge: now }: PolicyTerms,
): readonly { readonly kind: keyof typeof evidence; readonly was: Interval; readonly is: Interval }[] {
  return (['drill', 'restoreTest', 'review', 'grace'] as const).flatMap((kind) => {
    const [was, is] = [before[kind] ?? usualMaxAge[kind], now[kind] ?? usualMaxAge[kind]];
    return days(is) > days(was) + 1 ? [{ kind, was, is }] : [];
  });
}

/** On average. A day more or less is how the same interval falls in another year. */
function days({ months, seconds }: Interval): number {
  return (months * 365.25) / 12 + seconds / 86_400;
}

/** Something that was looked at is not any more, or something is left out that was not. */
function isNarrower(before: readonly string[] | undefined, now: readonly string[] | undefined): boolean {
  if (before === undefined) return now !== undefined;
  if (now === undefined) return true;
  const isExclusion = (glob: string): boolean => glob.startsWith('!');
  return (
    before.some((glob) => !isExclusion(glob) && !now.includes(glob)) ||
    now.some((glob) => isExclusion(glob) && !before.includes(glob))
  );
}
