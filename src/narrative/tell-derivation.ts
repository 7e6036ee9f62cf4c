import type { Derivation, Obstacle, Term } from '../analysis/outcome.js';
import type { Model, ServiceIndex } from '../model/model.js';
import { formatDuration } from '../units/duration.js';

/** Seconds for people; Infinity is `never`. */
export function tellTime(seconds: number): string {
  return seconds === Infinity ? 'never' : formatDuration(seconds);
}

/**
 * How one bound of a recovery time came about, in one line: a sum whose terms add up to the time, whom the
 * service waits for, or why it never comes back. `seconds` is the bound itself, dependencies included.
 */
export function tellDerivation(model: Model, service: ServiceIndex, seconds: number, derivation: Derivation): string {
  const name = idOf(model, service);
  if (derivation.cycle) return `${name} never: waits in a circle, ${tellCycle(model, derivation.cycle)}`;
  const { waitsFor } = derivation;
  if (seconds === Infinity) {
    if (waitsFor)
      return `${name} never: waits for ${idOf(model, waitsFor.service)} (${waitWords[waitsFor.by]}), which never comes back`;
    if (derivation.openNeeds && derivation.own < Infinity)
      return `${name} never: waits for something unknown, since nobody says what it depends on`;
    return `${name} never: ${tellObstacles(model, derivation)}`;
  }
  if (waitsFor?.by === 'hard' && waitsFor.seconds > derivation.own)
    return `${name} ${tellTime(seconds)}: waits for ${idOf(model, waitsFor.service)} (${waitWords.hard}), ready after ${tellTime(waitsFor.seconds)}`;
  if (derivation.terms.length === 0) return `${name} stays up`;
  return `${name} ${tellTime(seconds)} = ${derivation.terms.map((term) => tellTerm(model, term)).join(' + ')}`;
}

/** Why one service waits for another. */
export const waitWords = {
  hard: 'hard dependency',
  startup: 'needed to start',
  uses: 'needed to recover it',
  key: 'holds the key of its backup',
} as const;

/** A circle of services, each waiting for the next, the first one named again at the end. */
export function tellCycle(model: Model, cycle: readonly ServiceIndex[]): string {
  return [...cycle, ...cycle.slice(0, 1)].map((service) => idOf(model, service)).join(' → ');
}

/** One summand. */
export function tellTerm(model: Model, term: Term): string {
  const phase = term.phase === 'wait-for' ? `wait for ${idOf(model, term.service)}` : term.phase;
  return `${phase} ${term.unknown ? 'unknown' : tellTime(term.seconds)}`;
}

function tellObstacles(model: Model, { obstacles }: Derivation): string {
  if (obstacles.length === 0) return 'nothing is declared that would bring it back';
  return obstacles.map((obstacle) => `${optionWords[obstacle.option]}: ${tellObstacle(model, obstacle)}`).join('; ');
}

/** Recovery options by name. */
export const optionWords = { failover: 'fail over', restore: 'restore', rebuild: 'rebuild', wait: 'wait' } as const;

/** Why one option is closed. */
export function tellObstacle(model: Model, { reason, service, domain }: Obstacle): string {
  switch (reason) {
    case 'none-declared':
      return 'none declared';
    case 'lost-too':
      return domain === undefined ? 'lost too' : `lost with ${model.domains[domain]?.id ?? ''}`;
    case 'no-data':
      return 'the survivors hold no data';
    case 'no-votes':
      return 'the survivors have no majority';
    case 'no-capacity':
      return 'the survivors lack capacity';
    case 'site-full':
      return `${domain === undefined ? 'the place' : (model.domains[domain]?.id ?? '')} has no room for all that would move there`;
    case 'never-enough':
      return 'even with everything back it lacks votes or capacity';
    case 'destroyed':
      return 'what is lost does not come back';
    case 'corrupted':
      return 'the copy is damaged too';
    case 'may-be-displaced':
      return 'a failover or rebuild may come first, and nobody knows when';
    case 'waits-in-vain':
      return `waits for ${idOf(model, service)}, which never comes back`;
    case 'unknown':
      return 'not stated';
  }
}

function idOf(model: Model, service: ServiceIndex | undefined): string {
  return service === undefined ? 'something unknown' : (model.services[service]?.id ?? 'something unknown');
}
