import { atLeast } from '../finding.js';
import { daysBetween } from '../units/date.js';
import { names } from './names.js';
import type { Waivable } from './waivable.js';
import type { Waiver, Waivers } from './waiver.js';

/** One waiver and how it stands today. */
export interface JudgedWaiver {
  readonly waiver: Waiver;
  readonly state: 'in-force' | 'expiring' | 'expired' | 'not-yet';
  /** Days after today on which it still holds; negative: it ended so many days ago. */
  readonly daysLeft: number;
  /** Whether its rule ran, so that it can be said which findings there are. */
  readonly ruleRan: boolean;
  /** The findings that it names, whether it holds for them or not. */
  readonly named: readonly Waivable[];
  /** Findings on what it names into which its rule was folded, so that they would have to be waived instead. */
  readonly foldedInto: readonly Waivable[];
}

/** What waivers make of one finding. `why` is absent where one of them holds. */
export interface WaiverVerdict {
  readonly by: JudgedWaiver;
  readonly why: 'expired' | 'not-yet' | 'worsened' | undefined;
}

export interface JudgedWaivers {
  /** In the order of the files. */
  readonly waivers: readonly JudgedWaiver[];
  /** Only for findings that some waiver names. */
  readonly verdicts: ReadonlyMap<Waivable, WaiverVerdict>;
}

export interface JudgingDay {
  /** ISO date. */
  readonly now: string;
  /** Ids of the rules that ran. */
  readonly ran: ReadonlySet<string>;
}

/** Holds waivers against the findings that there are. Neither is changed. */
export function judgeWaivers(
  { all, warnDays }: Pick<Waivers, 'all' | 'warnDays'>,
  findings: readonly Waivable[],
  { now, ran }: JudgingDay,
): JudgedWaivers {
  const byRule = new Map<string, Waivable[]>();
  const byFolded = new Map<string, Waivable[]>();
  for (const finding of findings) {
    push(byRule, finding.rule, finding);
    for (const rule of finding.also) push(byFolded, rule, finding);
  }
  const waivers = all.map((waiver): JudgedWaiver => {
    const daysLeft = daysBetween(now, waiver.expires);
    return {
      waiver,
      state: stateOf(waiver, daysLeft, now, warnDays),
      daysLeft,
      ruleRan: ran.has(waiver.rule),
      named: (byRule.get(waiver.rule) ?? []).filter((finding) => names(waiver.on, finding)),
      foldedInto: (byFolded.get(waiver.rule) ?? []).filter((finding) => names(waiver.on, finding)),
    };
  });
  return { waivers, verdicts: verdictsOf(waivers) };
}

function stateOf({ created, renewed }: Waiver, daysLeft: number, now: string, warnDays: number): JudgedWaiver['state'] {
  if (daysLeft < 0) return 'expired';
  // A beginning still to come must not stretch how long the settings let a waiver last.
  const begins = renewed ?? created;
  if (begins !== undefined && begins > now) return 'not-yet';
  return daysLeft <= warnDays ? 'expiring' : 'in-force';
}

function verdictsOf(waivers: readonly JudgedWaiver[]): ReadonlyMap<Waivable, WaiverVerdict> {
  const verdicts = new Map<Waivable, WaiverVerdict>();
  for (const by of waivers) {
    for (const finding of by.named) {
      const verdict = { by, why: whyNot(by, finding) };
      const other = verdicts.get(finding);
      if (other === undefined || outranks(verdict, other)) verdicts.set(finding, verdict);
    }
  }
  return verdicts;
}

function whyNot({ state, waiver }: JudgedWaiver, finding: Waivable): WaiverVerdict['why'] {
  if (state === 'expired' || state === 'not-yet') return state;
  const { severity, usual } = finding;
  return atLeast(waiver.severity ?? usual, severity) && newlyHurt(waiver, finding).length === 0
    ? undefined
    : 'worsened';
}

/** The ids of those whom a finding hurts and for whom nobody has accepted it. */
export function newlyHurt({ hurts }: Waiver, { subject, concerned }: Waivable): readonly string[] {
  if (hurts === undefined) return [];
  const accepted = new Set(hurts);
  return concerned().flatMap(({ id }) =>
    accepted.has(id) || (subject.type === 'service' && subject.id === id) ? [] : [id],
  );
}

/** One that holds before one that does not; then the one that ends last. */
function outranks(a: WaiverVerdict, b: WaiverVerdict): boolean {
  if ((a.why === undefined) !== (b.why === undefined)) return a.why === undefined;
  return a.by.daysLeft > b.by.daysLeft;
}

function push(lists: Map<string, Waivable[]>, key: string, finding: Waivable): void {
  const list = lists.get(key);
  if (list) list.push(finding);
  else lists.set(key, [finding]);
}
