import type { Severity } from '../finding.js';
import type { PromiseCount, Verdict } from './promise-count.js';
import type { ReportDetail } from './report-detail.js';
import type { ReportChange, ReportCommit } from './report-change.js';
import type { Acceptance, Lapse, ReportBaseline, ReportWaiver } from './report-policy.js';
import type { ReportLocation } from './report-location.js';

export type * from './promise-count.js';
export type * from './report-change.js';
export type * from './report-detail.js';
export type * from './report-location.js';
export type * from './report-policy.js';

/**
 * What an audit says, complete in itself: ids instead of indices, lines instead of key paths, plain data
 * that survives JSON. Published as `schemas/report.v1.schema.json`; within version 1 only additions.
 * Durations are seconds; `null` is never (a recovery) or everything (a loss).
 */
export interface Report {
  readonly schemaVersion: '1.0';
  readonly tool: { readonly name: 'firebreak'; readonly version: string };
  readonly run: Run;
  readonly gate: Gate;
  readonly summary: Summary;
  /** Worst first: severity, then how many services are hurt, then place. */
  readonly findings: readonly ReportFinding[];
  /** By service, then kind, then objective. */
  readonly promises: readonly ReportPromise[];
  /** Fields that would settle what is unknown, the one that settles most first. */
  readonly gaps: readonly Gap[];
  /** What the inventory itself says it cannot say, by id. No result takes it into account. */
  readonly limitations: readonly ReportLimitation[];
  /** What kept the input from being audited; not empty exactly when the gate says `unaudited`. */
  readonly diagnostics: readonly Diagnostic[];
  /** The rules that ran, in the order of the catalogue. */
  readonly rules: readonly RuleRun[];
  /** With packs: what the audit says about the controls of each, in the order in which they were asked for. */
  readonly packs?: readonly ReportPack[];
  /** Every waiver that was given, in the order of the files; absent without waivers. */
  readonly waivers?: readonly ReportWaiver[];
  /** How the findings compare to the baseline; absent without one. */
  readonly baseline?: ReportBaseline;
  /** What is different from a former state; absent where none was asked for. */
  readonly change?: ReportChange;
  /** Every service that says whose it is, of which tier or of which system, by id; absent where none does. */
  readonly roster?: readonly RosterEntry[];
  /** What a document shows beyond that; absent where nobody asked for it, and without an audit. */
  readonly detail?: ReportDetail;
}

export interface RosterEntry {
  readonly service: string;
  readonly owner?: string;
  readonly tier?: string;
  readonly system?: string;
}

export interface Run {
  /** ISO date that ages and expiries were judged by. */
  readonly now: string;
  readonly inputs: readonly { readonly path: string; readonly sha256: string }[];
  /** The waivers and the baseline that were in force. */
  readonly policy?: readonly { readonly path: string; readonly sha256: string }[];
  /** The commit that settings, waivers and baseline were taken from; absent: from the files as they lie there. */
  readonly policyFrom?: ReportCommit;
  /** Findings and promises are only those that concern these services: `tier=gold owner=talk-*`. */
  readonly select?: string;
  /** How many services that are. */
  readonly selected?: number;
  /** What of the selection fits no service: `tier=golf`. Absent where there is nothing. */
  readonly selectsNobody?: readonly string[];
  /** What of the overrides fits no service of what was audited. Absent where there is nothing. */
  readonly idleOverrides?: readonly IdleOverride[];
}

export interface IdleOverride {
  /** Its place in the list of overrides; the first is 0. */
  readonly position: number;
  /** What fits no service: `tier=golf`. */
  readonly select: readonly string[];
}

export interface Gate {
  readonly failOn: Severity | 'never';
  /** With a ratchet: how many findings at or above `failOn` still pass. */
  readonly maxFindings?: number;
  /** With a ratchet: how many there are, without those that are waived or in the baseline. */
  readonly counted?: number;
  /** Expired, unused and too broad waivers and stale entries of the baseline fail as well. */
  readonly strict?: boolean;
  /** What asks for less than in the state that is compared with fails as well. */
  readonly failOnWeakened?: boolean;
  readonly result: 'pass' | 'fail' | 'unaudited';
}

export interface Summary {
  readonly services: number;
  readonly locations: number;
  readonly domains: number;
  /** All of them, also those that are waived or in the baseline. */
  readonly findings: Readonly<Record<Severity, number>>;
  readonly promises: PromiseCount;
  /** Of the findings: those that a waiver in force accepts. Absent where there are none. */
  readonly waived?: number;
  /** Of the findings: those that are in the baseline, not worsened and not waived. Absent where there are none. */
  readonly baselined?: number;
  /** Of the findings: those that were there before the change, no worse, and neither waived nor in the baseline. Absent where there are none. */
  readonly known?: number;
}

export interface ReportFinding {
  /** `v1:` and 16 hex digits over rule, subject and detail; never a line number. */
  readonly fingerprint: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly subject: ReportSubject;
  readonly message: string;
  /** The first is the line to change; the rest are labelled witnesses. */
  readonly locations: readonly ReportLocation[];
  /** Ids of the services that are hurt, worst first. */
  readonly hurts: readonly string[];
  /** Lines of arithmetic or reasoning, each complete in itself. */
  readonly derivation: readonly string[];
  readonly fix: string;
  /** Other rules that saw the same cause and were folded into this finding. */
  readonly also: readonly string[];
  /** How far it misses, in the unit of its rule, such as seconds beyond the target; `null` is without limit. */
  readonly magnitude?: number | null;
  /** Somebody has accepted it until a day: it stays in the report and the gate does not count it. */
  readonly waiver?: Acceptance;
  /** A waiver names it and does not hold, so the gate counts it. */
  readonly lapsed?: Lapse;
  /**
   * With a baseline: `known` was there when the baseline was made and has not worsened, so the gate does not count it;
   * `worsened` was there, but milder, smaller or hurting fewer; `new` was not there.
   */
  readonly baseline?: 'known' | 'worsened' | 'new';
  /** The same, held against the former state of a change. */
  readonly since?: 'known' | 'worsened' | 'new';
}

export interface ReportSubject {
  readonly type: 'service' | 'location' | 'domain' | 'drill' | 'plan' | 'supplier' | 'inventory' | 'waiver';
  readonly id: string;
  readonly owner?: string;
  readonly tier?: string;
  readonly system?: string;
}

export interface ReportPromise {
  readonly service: string;
  /** The kind of loss that is to be survived. */
  readonly kind: string;
  readonly objective: 'rto' | 'rpo';
  readonly target: number;
  readonly modelled: { readonly best: number | null; readonly worst: number | null };
  readonly proven: { readonly value: number; readonly date: string } | null;
  /** What was measured on what is not there any more: something that decides the recovery has changed since. Proves nothing. */
  readonly outdated?: { readonly value: number; readonly date: string };
  readonly verdict: Verdict;
  /** Id of the failure domain that is worst; absent where the inventory has none of this kind. */
  readonly worst?: string;
  /** How the deciding bound came about, one sentence or sum. */
  readonly derivation: string;
  /** For `unknown`: the fields that would decide it. */
  readonly missing: readonly ReportField[];
}

/** A field of the inventory that nobody filled in. */
export interface ReportField {
  /** Id of the service or place it belongs to, or `inventory`. */
  readonly subject: string;
  /** Path below it, such as `recovery.uses` or `replicas[].lag`. */
  readonly field: string;
}

/** One field left out, of one or many, and what it keeps unknown. */
export interface Gap {
  readonly field: string;
  /** Ids of those that leave it out. */
  readonly subjects: readonly string[];
  /** How many promises it keeps unknown. */
  readonly promises: number;
  /** How many checks of rules it keeps unknown. */
  readonly checks: number;
}

/** Something known of the real system that the format cannot express, in the words of the inventory. */
export interface ReportLimitation {
  readonly id: string;
  /** Ids of the places, domains and services that it concerns. */
  readonly about: readonly string[];
  readonly note: string;
}

export interface Diagnostic {
  readonly code: string;
  readonly message: string;
  readonly locations: readonly ReportLocation[];
  readonly help?: string;
}

export interface RuleRun {
  readonly id: string;
  readonly summary: string;
  readonly severity: Severity;
  /** Subjects looked at. */
  readonly checked: number;
  readonly failed: number;
  /** Subjects that could not be judged for lack of data. */
  readonly unknown: number;
  /** Judgements left out because the settings switch the rule off for those concerned; absent where there are none. */
  readonly off?: number;
}

/**
 * A framework, and what the audit says about its controls: of the whole inventory, whichever services the report is
 * narrowed to, and whether findings are accepted or not. A reading aid, not a legal opinion.
 */
export interface ReportPack {
  readonly name: string;
  readonly title: string;
  /** How many controls came out how. */
  readonly counts: Readonly<Record<ControlStatus, number>>;
  /** What findings of a rule count at least, with what counts in its place where somebody else has the last word. */
  readonly severities: readonly PackSetting[];
  readonly thresholds: readonly PackThreshold[];
  readonly controls: readonly ReportControl[];
}

/**
 * `gap`: rules for it have findings. `supports`: they looked at something and found nothing, and nothing kept them from
 * looking. `not-assessable`: everything else. None of them says that a control is met.
 */
export type ControlStatus = 'gap' | 'supports' | 'not-assessable';

export interface PackSetting {
  /** A rule, or `maxAge`. */
  readonly of: string;
  /** What the pack sets. */
  readonly value: string | number | boolean;
  /** What counts. */
  readonly inForce: string | number | boolean;
  /** Who says so: the name of a pack, or `settings` for the team's own settings and command line. */
  readonly from: string;
}

export interface PackThreshold {
  /** A rule, or `maxAge`. */
  readonly of: string;
  readonly option: string;
  /** What the pack sets. */
  readonly value: string | number | boolean;
  /** What counts. */
  readonly inForce: string | number | boolean;
  /** As with `PackSetting`. */
  readonly from: string;
  readonly source: 'statute' | 'profile' | 'guidance' | 'tool default';
  /** What the number rests on. */
  readonly basis: string;
  /** To be read at the official source before anybody relies on it. */
  readonly verify: boolean;
}

export interface ReportControl {
  readonly id: string;
  /** What it asks, in words of our own. */
  readonly asks: string;
  readonly status: ControlStatus;
  /** Why it is not assessable. */
  readonly because?: 'no-rule' | 'switched-off' | 'nothing-checked' | 'partly-checked' | 'data-missing';
  /** The rules that look at it. */
  readonly rules: readonly string[];
  /** Fingerprints of the findings that are the gap, or that keep it from being assessable. */
  readonly findings: readonly string[];
  /** To be read at the official source before anybody relies on it. */
  readonly verify: boolean;
}
