/** What waivers must keep to: the catalogue, and what the settings ask for. */
export interface WaiverTerms {
  readonly rules: readonly { readonly id: string; readonly waivable: boolean }[];
  /** Rules that the settings do not let be waived, besides those that never can be. */
  readonly never?: readonly string[] | undefined;
  /** How many days a waiver may last, counted from `renewed`, else `created`. */
  readonly maxDays?: number | undefined;
  /** Fields that every waiver must have. */
  readonly require?: readonly RequirableField[] | undefined;
  /** Default 14. */
  readonly warnDays?: number | undefined;
}

export type RequirableField = 'id' | 'approvedBy' | 'ticket' | 'created' | 'severity';

export const defaultWarnDays = 14;
