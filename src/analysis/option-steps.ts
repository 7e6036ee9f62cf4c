import type { Backup, Model, Seconds, Service, ServiceIndex } from '../model/model.js';
import type { Phase } from './outcome.js';
import { atSide, type Side } from './side.js';
import { transferTime } from './transfer-time.js';

/** One step of a recovery. */
export interface Step {
  readonly phase: Phase;
  readonly seconds: Seconds;
  /** The inventory does not say: 0 at best, Infinity at worst. */
  readonly unknown: boolean;
}

export type Way = 'failover' | 'rebuild' | 'wait' | 'restore';

/** A way back with its steps, as far as these depend on the loss. */
interface Walk {
  readonly via: Way;
  readonly before: Seconds;
  readonly startup: Seconds;
  readonly unknownStartup: boolean;
  readonly backup: Backup | undefined;
}

/** The steps of an open option in the order they are done; they add up to its `before` and `after`. */
export function stepsOf(
  { services }: Model,
  index: ServiceIndex,
  walk: Walk,
  side: Side,
): { readonly before: readonly Step[]; readonly after: readonly Step[] } {
  const service = services[index];
  if (service === undefined) return { before: [], after: [] };
  return {
    before: stepsBefore(service, walk.via, side, walk.before),
    after: stepsAfter(service, walk.via, side, walk),
  };
}

/** What runs beside the waits: the gate of its own, or the loss itself, which lasts `outage` seconds. */
export function stepsBefore({ recovery }: Service, via: Way, side: Side, outage: Seconds): readonly Step[] {
  if (via === 'wait') return [{ phase: 'outage', seconds: outage, unknown: false }];
  const decide = recovery.decide ?? (recovery.mode === 'automatic' ? 0 : undefined);
  return [step('detect', recovery.detect, side), step('decide', decide, side)];
}

/** What follows the waits, one after the other. `startup` counts in a failover, `backup` in a restore. */
export function stepsAfter(
  service: Service,
  via: Way,
  side: Side,
  parts: Omit<Walk, 'via' | 'before'>,
): readonly Step[] {
  const { execute, rebuild, restart, redirect = 0, verify = 0 } = service.recovery;
  if (via === 'wait') return restart === undefined ? [] : [step('restart', restart.takes, side)];
  const finish = [step('redirect', redirect, side), step('verify', verify, side)];
  if (via === 'rebuild') return [step('rebuild', rebuild?.takes, side), ...finish];
  if (via === 'restore')
    return [
      step('prepare', parts.backup?.restore.prepare ?? 0, side),
      step('transfer', parts.backup && transferTime(service, parts.backup), side),
      ...finish,
    ];
  const startup: Step = { phase: 'startup', seconds: parts.startup, unknown: parts.unknownStartup };
  return [step('execute', execute, side), startup, ...finish];
}

/** What `stepsBefore` adds up to, without the steps: an inventory has millions of options, and few are told. */
export function secondsBefore({ recovery }: Service, via: Way, side: Side, outage: Seconds): Seconds {
  if (via === 'wait') return outage;
  const decide = recovery.decide ?? (recovery.mode === 'automatic' ? 0 : undefined);
  return atSide(recovery.detect, side) + atSide(decide, side);
}

/** What `stepsAfter` adds up to, in the same order, so that fractions round the same way. */
export function secondsAfter(
  service: Service,
  via: Way,
  side: Side,
  { startup, backup }: Pick<Walk, 'startup' | 'backup'>,
): Seconds {
  const { execute, rebuild, restart, redirect = 0, verify = 0 } = service.recovery;
  if (via === 'wait') return restart === undefined ? 0 : atSide(restart.takes, side);
  if (via === 'rebuild') return atSide(rebuild?.takes, side) + redirect + verify;
  if (via === 'failover') return atSide(execute, side) + startup + redirect + verify;
  return (backup?.restore.prepare ?? 0) + atSide(backup && transferTime(service, backup), side) + redirect + verify;
}

function step(phase: Phase, seconds: Seconds | undefined, side: Side): Step {
  return { phase, seconds: atSide(seconds, side), unknown: seconds === undefined };
}
