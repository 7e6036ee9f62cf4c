import type { Severity } from '../finding.js';
import type { Drill, FailureDomain, Model, Service } from '../model/model.js';
import type { Facts } from './facts.js';
import type { Judgement } from './judgement.js';

/** The groups of the catalogue, in the order in which it is printed. Each is a folder beside this file. */
export const groups = ['placement', 'objectives', 'data', 'dependencies', 'evidence', 'governance'] as const;

export type Group = (typeof groups)[number];

export interface Reference {
  readonly title: string;
  readonly url?: string;
}

/** What every rule says about itself; `RULES.md`, `explain` and the JSON catalogue are made from it. */
export interface RuleText {
  /** Kebab-case, names the bad state, never reused. */
  readonly id: string;
  readonly group: Group;
  readonly severity: Severity;
  /** The bad state in one line, without a full stop. */
  readonly summary: string;
  /** What happens in the outage. */
  readonly why: string;
  readonly fix: string;
  readonly references: readonly Reference[];
  /** Identifiers of controls a finding is a gap against, such as `NIST SP 800-53 CP-7`. */
  readonly controls: readonly string[];
  /** Rules that see less of the same cause: their findings on the same subject are folded into this one's. */
  readonly supersedes: readonly string[];
}

/**
 * Looks at one subject. Yields nothing when all is well. `applies` says beforehand whether the question
 * makes sense for it at all; subjects to which it does not are not counted as checked.
 */
interface Check<Kind extends string, Subject> {
  readonly on: Kind;
  readonly applies?: (subject: Subject, facts: Facts) => boolean;
  readonly check: (subject: Subject, facts: Facts) => Iterable<Judgement>;
}

export type Rule = RuleText &
  (
    | Check<'service', Service>
    | Check<'failure-domain', FailureDomain>
    | Check<'drill', Drill>
    | Check<'inventory', Model>
  );

/** A rule as its file declares it: `supersedes` may be left out. */
type Declared<R> = R extends Rule ? Omit<R, 'supersedes'> & { readonly supersedes?: readonly string[] } : never;

/** Declares a rule; the only way in which a rule file makes one. */
export function defineRule(rule: Declared<Rule>): Rule {
  return { supersedes: [], ...rule };
}
