import type { Severity } from '../finding.js';
import type { Position } from '../place.js';

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
}

export interface Run {
  /** ISO date that ages and expiries were judged by. */
  readonly now: string;
  readonly inputs: readonly { readonly path: string; readonly sha256: string }[];
}

export interface Gate {
  readonly failOn: Severity | 'never';
  /** With a ratchet: how many findings at or above `failOn` still pass. */
  readonly maxFindings?: number;
  readonly result: 'pass' | 'fail' | 'unaudited';
}

export interface Summary {
  readonly services: number;
  readonly locations: number;
  readonly domains: number;
  readonly findings: Readonly<Record<Severity, number>>;
  readonly promises: PromiseCount;
}

export interface PromiseCount {
  readonly total: number;
  readonly kept: number;
  readonly broken: number;
  readonly unknown: number;
  /** Of the kept: those that a recent drill or incident has measured. */
  readonly proven: number;
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
}

export interface ReportSubject {
  readonly type: 'service' | 'location' | 'domain' | 'drill' | 'inventory';
  readonly id: string;
  readonly owner?: string;
  readonly tier?: string;
}

export interface ReportLocation {
  readonly path: string;
  readonly start: Position;
  /** Exclusive. */
  readonly end: Position;
  readonly label: string;
  /** JSON pointer inside the document. */
  readonly pointer: string;
  /** The text of the start line, without its line end. */
  readonly excerpt: string;
}

export type Verdict = 'kept' | 'broken' | 'unknown' | 'not-applicable';

export interface ReportPromise {
  readonly service: string;
  /** The kind of loss that is to be survived. */
  readonly kind: string;
  readonly objective: 'rto' | 'rpo';
  readonly target: number;
  readonly modelled: { readonly best: number | null; readonly worst: number | null };
  readonly proven: { readonly value: number; readonly date: string } | null;
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
}
