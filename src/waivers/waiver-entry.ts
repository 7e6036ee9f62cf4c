import type { Severity } from '../finding.js';

/** A waiver to be written down. Fields that are undefined are left out. */
export interface WaiverEntry {
  readonly id: string | undefined;
  readonly rule: string;
  /** One field that says what it is about, such as `service`, with an id. */
  readonly on: Readonly<Record<string, string>>;
  readonly severity: Severity;
  readonly reason: string;
  readonly owner: string;
  readonly approvedBy: string | undefined;
  readonly ticket: string | undefined;
  /** ISO dates. */
  readonly created: string;
  readonly expires: string;
  /** Ids of the services that it is accepted for, besides the one it is about; left out: whomever it hurts. */
  readonly hurts: readonly string[] | undefined;
  /** Left out for one. */
  readonly expect: number | undefined;
}

/** The entry as plain data, with its fields in the order of the format. */
export function entryData(entry: WaiverEntry): Readonly<Record<string, unknown>> {
  const { id, rule, on, severity, reason, owner, approvedBy, ticket, created, expires, hurts, expect } = entry;
  const fields = { id, rule, on, severity, reason, owner, approvedBy, ticket, created, expires, hurts, expect };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
