/** What the catalogue says about a rule, for formats that carry a description with each rule. Nothing in it comes from an inventory. */
export interface RuleText {
  readonly group: string;
  /** What happens in the outage. */
  readonly why: string;
  readonly fix: string;
  readonly references: readonly { readonly title: string; readonly url?: string }[];
  /** Identifiers of controls that a finding is a gap against. */
  readonly controls: readonly string[];
}
