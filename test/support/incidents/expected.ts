/** What became public of an incident, and what the model is known to get wrong: the content of an `expected.yaml`. */
export interface Expected {
  readonly version: 1;
  readonly title: string;
  readonly events: Readonly<Record<Variant, IncidentEvent>>;
  /** The kinds of loss in `survive` that the event put to the test. */
  readonly kinds: readonly string[];
  readonly services: Readonly<Record<string, PublicOutcome>>;
  /** Groups in the order in which they came back. */
  readonly order?: readonly (readonly string[])[];
  readonly misses: readonly ListedMiss[];
  readonly notAssessable: readonly { readonly about: string; readonly why: string }[];
  readonly repairs: readonly Repair[];
}

export const variants = ['declared', 'revealed'] as const;
/** What was said beforehand, and what the post-mortem showed. */
export type Variant = (typeof variants)[number];

/** Options of `simulate`. */
export interface IncidentEvent {
  readonly lose?: readonly string[];
  readonly corrupt?: readonly string[];
  readonly scenario?: string;
  /** A duration. */
  readonly lasts?: string;
  readonly destroys?: boolean;
}

export const states = ['up', 'degraded', 'down'] as const;
export type PublicState = (typeof states)[number];

export const losses = ['none', 'some', 'all'] as const;
export type PublicLoss = (typeof losses)[number];

/** What is known of one service; what is left out is not. */
export interface PublicOutcome {
  /** Several: the record does not say which. */
  readonly atOnce?: PublicState | readonly PublicState[];
  /** A duration or `never`. */
  readonly back?: string;
  readonly loss?: PublicLoss;
  /** A duration. */
  readonly lossTime?: string;
  readonly source: string;
  /** Its id in `declared`, or `absent`. */
  readonly declaredAs?: string;
}

export const questions = ['atOnce', 'back', 'loss', 'rto', 'rpo', 'order'] as const;
export type Question = (typeof questions)[number];

export interface ListedMiss {
  readonly service: string;
  readonly what: Question;
  readonly why: string;
}

/** A change to `revealed`, and what must come of it. */
export interface Repair {
  readonly name: string;
  /** Whether it repairs what was to blame. */
  readonly guilty: boolean;
  readonly edits: readonly Edit[];
  /** Left out: that of `revealed`. */
  readonly event?: IncidentEvent;
  readonly then?: Readonly<Record<string, Consequence>>;
  /** Services whose outcome stays exactly as it was. */
  readonly unchanged?: readonly string[];
}

export interface Edit {
  readonly file: string;
  readonly path: readonly (string | number)[];
  /** Left out: what is there is deleted. */
  readonly value?: unknown;
}

export interface Consequence {
  readonly atOnce?: PublicState | readonly PublicState[];
  /** `finite` and `atMost` are asked of the worst answer, `never`, `atLeast` and `bestAtMost` of the best. */
  readonly back?:
    'never' | 'finite' | { readonly atMost: string } | { readonly atLeast: string } | { readonly bestAtMost: string };
  /** `none` is asked of the worst answer, `all` of the best, `some` of both. */
  readonly loss?: PublicLoss;
}
