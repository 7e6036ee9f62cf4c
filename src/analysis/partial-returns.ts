import type { Model, Seconds, Service, ServiceIndex } from '../model/model.js';
import type { EventEnds, LossEvent } from './loss-event.js';
import { lossOfGoingOn } from './going-on.js';
import type { Range } from './outcome.js';
import { ownState, up } from './own-state.js';
import { best, worst, type Side } from './side.js';
import type { Survival } from './survival.js';

/** What waiting brings, where parts of what is lost return at different times. */
export interface Return {
  /** Seconds until enough has returned, at best and at worst; `undefined`: it never has. */
  readonly after: readonly [Seconds | undefined, Seconds | undefined];
  /** Data that the copies which do not return take with them. */
  readonly loss: Range;
}

/**
 * When each of these services is fine again by nothing but what returns. The loss is looked at again after each
 * return, with what is then still lost. Sets the event of `survives`: prepare the whole one again afterwards.
 */
export function partialReturns(
  { services }: Model,
  survives: Survival,
  event: LossEvent,
  impaired: readonly ServiceIndex[],
): ReadonlyMap<ServiceIndex, Return> {
  const found = new Map<ServiceIndex, Return>();
  const { ends } = event;
  if (ends === undefined) return found;
  for (const time of returnTimes(ends)) {
    survives.prepare(stillLost(event, ends, time));
    for (const index of impaired) {
      const service = services[index];
      if (service === undefined) continue;
      const before = found.get(index);
      const [soonest, latest] = before?.after ?? [];
      const isFirst =
        (soonest === undefined && isFine(survives, service, best)) ||
        (latest === undefined && isFine(survives, service, worst));
      if (!isFirst) continue;
      found.set(index, {
        // What is fine at worst is fine at best, and stays so.
        after: [soonest ?? time, latest ?? (isFine(survives, service, worst) ? time : undefined)],
        loss: wider(
          before?.loss,
          lossOfGoingOn(service, (at, side) => survives.replicaLost(index, at, side)),
        ),
      });
    }
  }
  return found;
}

function returnTimes({ domains, services }: EventEnds): readonly Seconds[] {
  const all = new Set([...domains.values(), ...services.values()]);
  return [...all].filter((time) => time < Infinity).sort((a, b) => a - b);
}

function stillLost(event: LossEvent, { domains, services }: EventEnds, time: Seconds): LossEvent {
  return {
    ...event,
    domains: event.domains.filter((domain) => (domains.get(domain) ?? Infinity) > time),
    services: event.services.filter((service) => (services.get(service) ?? Infinity) > time),
  };
}

function isFine(survives: Survival, service: Service, side: Side): boolean {
  const lost = (at: number): boolean => survives.replicaLost(service.index, at, side);
  return ownState(service, lost, survives.serviceLost(service.index, side), side).state === up;
}

function wider(before: Range | undefined, now: Range): Range {
  if (before === undefined) return now;
  return { best: Math.min(before.best, now.best), worst: Math.max(before.worst, now.worst) };
}
