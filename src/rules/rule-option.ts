import type { OptionSchema } from './option-schema.js';
import type { Parsed } from '../units/parsed.js';
import type { OptionKind } from './option-kinds.js';

/** Where a number comes from. A statute's number binds; the others are somebody's choice, and are printed as that. */
export const thresholdSources = ['statute', 'profile', 'guidance', 'tool default'] as const;

export type ThresholdSource = (typeof thresholdSources)[number];

/** The value of an option as the settings write it. */
export type WrittenOption = string | number | boolean | readonly string[];

/** The options of one rule, as written. Those left out have their defaults. */
export type OptionValues = Readonly<Record<string, unknown>>;

/** What an option says about itself. */
export interface OptionText {
  readonly name: string;
  /** What it sets, in one line without a full stop. */
  readonly summary: string;
  /** What somebody might set it to. The rule's examples rest on it where there is no default. */
  readonly example: WrittenOption;
  readonly source: ThresholdSource;
  /** What the default, or having none, rests on, in one line without a full stop. */
  readonly basis: string;
}

/** Something about a rule that a team or a pack may set. */
export interface RuleOption<Value> extends OptionText {
  readonly default: WrittenOption | undefined;
  /** A JSON Schema of what may be written. */
  readonly schema: OptionSchema;
  readonly parse: (written: unknown) => Parsed<Value>;
  /** The value in force. What cannot be read counts as left out; settings with that are refused before. */
  readonly of: (options: OptionValues) => Value;
}

/** Declares an option. Without a default its value is `undefined` until somebody sets it. */
export function defineOption<Value>(
  kind: OptionKind<Value>,
  text: OptionText & { readonly default: WrittenOption },
): RuleOption<Value>;
export function defineOption<Value>(kind: OptionKind<Value>, text: OptionText): RuleOption<Value | undefined>;
export function defineOption<Value>(
  { schema, parse }: OptionKind<Value>,
  text: OptionText & { readonly default?: WrittenOption },
): RuleOption<Value | undefined> {
  const read = (written: unknown): Value | undefined => {
    const result = parse(written);
    return result.ok ? result.value : undefined;
  };
  return {
    ...text,
    default: text.default,
    schema,
    parse,
    of: (options) => read(options[text.name]) ?? read(text.default),
  };
}
