import type { Severity } from '../finding.js';
import type { Drill, FailureDomain, Model, Service } from '../model/model.js';
import type { Plan } from '../model/plan.js';
import type { Supplier } from '../model/supplier.js';
import type { JudgedWaiver } from '../waivers/judge-waivers.js';
import type { Facts } from './facts.js';
import type { Judgement } from './judgement.js';
import type { OptionValues, RuleOption } from './rule-option.js';

/** The groups of the catalogue, in the order in which it is printed. Each is a folder beside this file, but `own`: those of a team. */
export const groups = [
  'placement',
  'objectives',
  'data',
  'dependencies',
  'evidence',
  'operations',
  'facility',
  'governance',
  'own',
] as const;

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
  /** Whether its findings can be accepted for a time, by a waiver or a baseline. */
  readonly waivable: boolean;
  /**
   * Whether the tier of a service moves the severity: rank 1 a step up, rank 3 and more a step down. Only for rules
   * about services; low and info stay, and so does what the settings say.
   */
  readonly byTier: boolean;
  /** What a team or a pack may set. */
  readonly options: readonly RuleOption<unknown>[];
  /** A complete inventory (of a rule about waivers: a file of them) with the bad state. Options without a default are set to their examples. */
  readonly avoid: string;
  /** The same without it. */
  readonly prefer: string;
}

/**
 * Looks at one subject. Yields nothing when all is well. `applies` says beforehand whether the question
 * makes sense for it at all; subjects to which it does not are not counted as checked.
 */
export interface Check<Kind extends string, Subject> {
  readonly on: Kind;
  readonly applies?: (subject: Subject, facts: Facts, options: OptionValues) => boolean;
  readonly check: (subject: Subject, facts: Facts, options: OptionValues) => Iterable<Judgement>;
}

export type Rule = RuleText &
  (
    | Check<'service', Service>
    | Check<'failure-domain', FailureDomain>
    | Check<'drill', Drill>
    | Check<'plan', Plan>
    | Check<'supplier', Supplier>
    | Check<'waiver', JudgedWaiver>
    | Check<'inventory', Model>
  );

/** What a rule file may leave out: it supersedes none, has no options, and its findings can be waived. */
type WithDefault = 'supersedes' | 'options' | 'waivable';

/** A rule as its file declares it. */
type Declared<R> = R extends Rule ? Omit<R, WithDefault> & Partial<Pick<R, WithDefault>> : never;

/** Declares a rule; the only way in which a rule file makes one. */
export function defineRule(rule: Declared<Rule>): Rule {
  return { supersedes: [], options: [], waivable: true, ...rule };
}
