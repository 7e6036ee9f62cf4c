import type { Severity } from '../finding.js';
import type { ThresholdSource, WrittenOption } from '../rules/rule-option.js';

/** A rule's option, or an age under `maxAge` of the settings, that a pack sets. */
export interface Threshold {
  /** The id of the rule whose option it is; `maxAge` for an age. */
  readonly of: string;
  readonly option: string;
  /** As the settings would say it. */
  readonly value: WrittenOption;
  /** Which of two values is the stricter one, where two packs set the same: for words, the one later in this list. */
  readonly stricter: 'least' | 'most' | readonly string[];
  readonly source: ThresholdSource;
  /** What the number rests on, in our own words and without a full stop. */
  readonly basis: string;
  /** Known from a secondary source or from memory: to be read at the official source before anybody relies on it. */
  readonly verify?: true;
}

/** A requirement of a framework, and the rules that look at it. */
export interface Control {
  readonly id: string;
  /** What it asks, in our own words and without a full stop. */
  readonly asks: string;
  /** A finding of one of these is a gap against the control. */
  readonly rules: readonly string[];
  /** A finding of one of these means that something is not known without which the control cannot be judged. */
  readonly needs: readonly string[];
  /** Its rules can find a gap, and look at too little of it for finding none to say anything. */
  readonly onlyGaps?: true;
  /** Known from a secondary source or from memory, as with thresholds. */
  readonly verify?: true;
}

/**
 * A framework as the rules see it: what they count here, how strict they are, and for which of its controls their
 * findings are evidence. A reading aid, not a legal opinion: a pack never says that a framework is met.
 */
export interface Pack {
  /** Kebab-case; what `--pack` takes. */
  readonly name: string;
  /** The framework, as it calls itself. */
  readonly title: string;
  /** Whom it concerns and what to know before using it; whole sentences. */
  readonly about: string;
  /** What findings of a rule count at least. */
  readonly severities: Readonly<Record<string, Severity>>;
  readonly thresholds: readonly Threshold[];
  readonly controls: readonly Control[];
}

/** What a control in a pack says besides its id, text and rules. */
export interface ControlMarks {
  readonly needs?: readonly string[];
  readonly onlyGaps?: true;
  readonly verify?: true;
}

/** A control as a line of a pack. */
export function control(id: string, asks: string, rules: readonly string[], marks: ControlMarks = {}): Control {
  return { id, asks, rules, needs: [], ...marks };
}
