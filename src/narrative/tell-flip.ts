import type { Flip } from '../analysis/flip-point.js';
import type { LossFlip } from '../analysis/loss-flip.js';
import type { Derivation, Obstacle } from '../analysis/outcome.js';
import type { PlannedPhase } from '../analysis/with-step.js';
import type { Model, Seconds, ServiceIndex } from '../model/model.js';
import { formatDuration } from '../units/duration.js';
import { tellCycle, tellTerm, tellTime } from './tell-derivation.js';

/** Up to which time of one step a target is met. `met`: it is already, so this is what is to spare. */
export function tellFlip({ phase, limit, surely }: Flip, target: number, met: boolean): string {
  const rto = `the RTO of ${formatDuration(target)}`;
  if (met) return `${rto} holds as long as ${phase} takes no more than ${formatDuration(limit)}`;
  const verb = surely ? 'would hold' : 'could hold, if what is not stated turns out well';
  return `with ${phase} up to ${formatDuration(limit)} ${rto} ${verb}`;
}

/** Up to which lag, or time between backups, an RPO is met. `met`: it is already, so this is what is to spare. */
export function tellLossFlip({ field, limit }: LossFlip, target: number, met: boolean): string {
  const rpo = `the RPO of ${formatDuration(target)}`;
  const far = formatDuration(limit);
  if (field === 'every')
    return met
      ? `${rpo} holds as long as a backup is made at least every ${far}`
      : `with a backup every ${far} ${rpo} would hold`;
  return met
    ? `${rpo} holds as long as copies lag no more than ${far}`
    : `with a lag of up to ${far} ${rpo} would hold`;
}

/**
 * That no time of one step meets a target. `without`: how the recovery would come about if that step took no time, late
 * all the same; its terms add up to `own`.
 */
export function tellTooLong(model: Model, phase: PlannedPhase, { terms, own }: Derivation, target: number): string {
  const parts = terms.map((term) => (term.phase === 'wait-for' ? tellTerm(model, term) : term.phase)).join(' + ');
  const verb = terms.length === 1 ? 'takes' : 'take';
  return `${parts} already ${verb} ${formatDuration(own)} of ${formatDuration(target)}: no ${phaseNouns[phase]} would meet it`;
}

/** That a hard dependency alone comes too late. */
export function tellLateDependency(model: Model, service: ServiceIndex, ready: Seconds, target: Seconds): string {
  const id = model.services[service]?.id ?? '';
  return `waits for ${id}, ready after ${tellTime(ready)} of ${formatDuration(target)}: no time of its own would meet it`;
}

/** That nothing brings the service back before the loss itself is over. */
export function tellOutage(lasts: Seconds, target: Seconds): string {
  return `nothing brings it back before the loss is over, ${formatDuration(lasts)} of ${formatDuration(target)}: no time of its own would meet it`;
}

const phaseNouns = {
  detect: 'detection time',
  decide: 'decision time',
  execute: 'execution time',
  startup: 'startup time',
  rebuild: 'rebuild time',
  prepare: 'preparation time',
  transfer: 'transfer time',
  restart: 'restart time',
  redirect: 'redirect time',
  verify: 'verification time',
} as const;

/** Why a service never comes back whatever its own steps take. `lost`: what is lost, by name. */
export function tellNoTimeHelps(model: Model, derivation: Derivation, lost: readonly string[]): string {
  const { cycle, waitsFor, obstacles } = derivation;
  if (cycle !== undefined) return `waits in a circle, ${tellCycle(model, cycle)}: no time would help`;
  if (waitsFor !== undefined)
    return `waits for ${model.services[waitsFor.service]?.id ?? ''}, which never comes back: no time of its own would help`;
  return `fails for want of ${wantOf(model, obstacles, lost)}: no time would help`;
}

function wantOf({ domains }: Model, obstacles: readonly Obstacle[], lost: readonly string[]): string {
  const { reason, domain } = obstacles.find(({ option }) => option === 'failover') ?? {};
  const outside = lost.length === 0 ? '' : ` outside ${lost.join(', ')}`;
  if (reason === 'no-data') return `a copy with data${outside}`;
  if (reason === 'no-votes') return `a majority${outside}`;
  if (reason === 'no-capacity') return `capacity${outside}`;
  if (reason === 'corrupted') return 'a clean copy';
  if (reason === 'site-full') return `room at ${domain === undefined ? 'its place' : (domains[domain]?.id ?? '')}`;
  return `a copy${outside}`;
}
