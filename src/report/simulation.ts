/**
 * What one loss does, complete in itself: ids instead of indices, plain data that survives JSON. Published as
 * `schemas/simulation.v1.schema.json`; within version 1 only additions. Durations are seconds; `null` is never (a
 * recovery) or everything (a loss).
 */
export interface Simulation {
  readonly schemaVersion: '1.0';
  readonly tool: { readonly name: 'firebreak'; readonly version: string };
  readonly run: SimulationRun;
  readonly event: SimulatedEvent;
  /** Every failure domain that is lost, by consequence too, and every service lost by name. Sorted. */
  readonly lost: readonly string[];
  /** All services, by id. */
  readonly services: readonly SimulatedService[];
  /** The objectives in force of the services, held against this loss, by service, then rto before rpo. */
  readonly objectives: readonly SimulatedObjective[];
  /** Why services never come back even at best: each root once, the one that holds up most first. */
  readonly causes: readonly SimulatedCause[];
  /** Data lost, by the service whose own data it is. */
  readonly dataLosses: readonly SimulatedDataLoss[];
  /** Fields left out on which the worst answers rest, the one that most services rest on first. */
  readonly gaps: readonly SimulatedGap[];
  /** In which order to recover. */
  readonly plan: RecoveryPlan;
}

/** What went into it: paths and digests, as in a report. */
export interface SimulationRun {
  readonly inputs: readonly { readonly path: string; readonly sha256: string }[];
}

/** What is lost at time 0, as asked for. */
export interface SimulatedEvent {
  /** Ids of failure domains and services, sorted, those of the scenarios included. */
  readonly lose: readonly string[];
  /** Ids of places that were named and are only planned, so that nothing is lost with them. Sorted. */
  readonly planned: readonly string[];
  /** Ids of services whose data is damaged, sorted. */
  readonly corrupt: readonly string[];
  readonly scenarios: readonly string[];
  /** How long the loss lasts; null: it does not come back. */
  readonly lasts: number | null;
  /** Where a scenario tells them apart: how long each stays lost, in seconds, by id; null: it does not come back. */
  readonly ends: readonly { readonly id: string; readonly lasts: number | null }[];
  /** Nothing lost ever comes back. */
  readonly destroys: boolean;
}

export interface SimulatedRange {
  readonly best: number | null;
  readonly worst: number | null;
}

export type SimulatedState = 'up' | 'degraded' | 'down';

export type RecoveryVia = 'none' | 'failover' | 'restore' | 'rebuild' | 'wait' | 'never';

export interface SimulatedService {
  readonly id: string;
  /** At once, before anybody does anything. */
  readonly state: { readonly best: SimulatedState; readonly worst: SimulatedState };
  /** Until it is back, hard dependencies included; 0 where it never stopped. */
  readonly recovery: SimulatedRange;
  /** Data lost, hard dependencies included. */
  readonly loss: SimulatedRange;
  /** The service's own way back at best; `none`: it has nothing to recover, though it may wait for a dependency. */
  readonly via: RecoveryVia;
  /** How the answers came about, a sentence or sum each; empty where nothing happens to the service. */
  readonly because: readonly string[];
}

export interface SimulatedObjective {
  readonly service: string;
  readonly objective: 'rto' | 'rpo';
  readonly target: number;
  /** The kind of loss for which it is promised; null: the general objective, not promised for this loss. */
  readonly promisedFor: string | null;
  /** kept: even at worst; broken: even at best; unknown: neither is sure. */
  readonly verdict: 'kept' | 'broken' | 'unknown';
}

export interface SimulatedCause {
  /** One service without a way back, or the members of a circle, each waiting for the next. */
  readonly services: readonly string[];
  readonly circular: boolean;
  /** Why they never come back, to be read after their names and `never:`. */
  readonly because: string;
  /** Ids of the services that wait for it, directly or through others. */
  readonly holdsUp: readonly string[];
}

export interface SimulatedDataLoss {
  /** Whose own data is lost. */
  readonly service: string;
  readonly loss: SimulatedRange;
  readonly because: string;
  /** Ids of the services that stand on it and lose as much with it. */
  readonly inheritedBy: readonly string[];
}

export interface SimulatedGap {
  readonly field: string;
  /** Ids of those that leave it out. */
  readonly subjects: readonly string[];
  /** How many services' worst answers rest on it. */
  readonly services: number;
}

/** The order of a restart, as it goes at best. */
export interface RecoveryPlan {
  /** Services that wait for each other and so never start: to be broken before anything else. */
  readonly circles: readonly PlannedBreak[];
  readonly waves: readonly (readonly PlannedStart[])[];
  /**
   * Services that never come back as things stand, in the order in which they could be started once the circles are
   * broken and every cause has a way back.
   */
  readonly blocked: readonly (readonly BlockedStart[])[];
}

export interface BlockedStart {
  readonly service: string;
  /** What it waits for among the services that never come back. */
  readonly waitsFor: readonly PlannedWait[];
}

export interface PlannedBreak {
  /** All services that wait for each other. */
  readonly services: readonly string[];
  /** One circle among them, each waiting for the next. */
  readonly circle: readonly string[];
  readonly breakBy: readonly PlannedWait[];
  /** No smaller set of waits breaks it; false: the set was found step by step. */
  readonly smallest: boolean;
}

export interface PlannedWait {
  readonly service: string;
  /** Any one of these ends the wait. */
  readonly waitsFor: readonly string[];
  readonly by: 'hard' | 'startup' | 'uses' | 'key';
}

export interface PlannedStart {
  readonly service: string;
  readonly via: RecoveryVia;
  /** Earliest time at which its own work can begin. */
  readonly startsAt: number;
  readonly readyAt: SimulatedRange;
  readonly waitsFor: readonly PlannedWait[];
  /** What is done, in order, detecting and deciding beside the waits; null: nobody wrote down how long it takes. */
  readonly steps: readonly PlannedStep[];
  /** Address of the runbook, where one is named. */
  readonly runbook: string | null;
  /** Who owns the service, where somebody does. */
  readonly owner: string | null;
}

export interface PlannedStep {
  readonly phase: string;
  /** null: nobody wrote down how long it takes. */
  readonly seconds: number | null;
}

/** Single losses by how much they hurt. */
export interface LossRanking {
  readonly schemaVersion: '1.0';
  readonly tool: { readonly name: 'firebreak'; readonly version: string };
  readonly run: SimulationRun;
  /** The kind of failure domain ranked; null: all. */
  readonly kind: string | null;
  /** The worst first. */
  readonly losses: readonly RankedLoss[];
}

/** How much the loss of one failure domain hurts, in services: surely (best), and with every unknown at its worst. */
export interface RankedLoss {
  readonly domain: string;
  readonly kind: string;
  readonly beyondRto: CountRange;
  readonly beyondRpo: CountRange;
  /** Services that miss an RTO or RPO which they promise for a loss of this kind. */
  readonly breakingPromises: CountRange;
  readonly down: CountRange;
  readonly losingData: CountRange;
}

export interface CountRange {
  readonly best: number;
  readonly worst: number;
}
