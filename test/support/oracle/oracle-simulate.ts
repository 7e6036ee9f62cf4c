import type { JsonObject } from '../../../src/source/json-value.js';
import type { State } from '../../../src/analysis/outcome.js';
import { needsInVain, ofKind, statesAtOnce } from './at-once.js';
import { lossOfBestCopy, lossOfGoingOn } from './data-loss.js';
import type { Bound, Facts, OracleEvent, ServiceFacts } from './facts.js';
import { Loss } from './loss.js';
import { ownState } from './own-state.js';
import { readInventory } from './read-inventory.js';
import { type Options, readyTimes } from './ready-times.js';
import { type RecoveryOption, recoveryOptions, type Via } from './recovery-options.js';
import { SiteLimits } from './site-limits.js';

interface Bounds<T> {
  readonly best: T;
  readonly worst: T;
}

export interface OracleService {
  readonly id: string;
  readonly state: Bounds<State>;
  /** Seconds; null: never. */
  readonly recovery: Bounds<number | null>;
  /** Seconds; null: everything. */
  readonly loss: Bounds<number | null>;
  /** The option of the best solution. */
  readonly via: Via;
  /** All options that are equally fast in the best solution. */
  readonly ties: readonly Via[];
}

export interface OracleOutcome {
  readonly lost: readonly string[];
  readonly services: readonly OracleService[];
}

type TimeById = ReadonlyMap<string, number>;

type Times = Bounds<TimeById>;

const timeOf = (option: RecoveryOption, bound: Bound, times: Times): number =>
  option.time(bound, (id) => times[bound].get(id) ?? Infinity);

/** The services of which a failover or a rebuild finishes in the pessimistic solution, restores of `noRestore` closed. */
function surelyFinishing(loss: Loss, options: Options, noRestore: ReadonlySet<string>): ReadonlySet<string> {
  const worst = readyTimes(loss, options, noRestore, 'worst');
  const finishing = new Set<string>();
  for (const [id, own] of options) {
    for (const option of own) {
      const direct = option.via === 'failover' || option.via === 'rebuild';
      if (direct && option.time('worst', (other) => worst.get(other) ?? Infinity) < Infinity) finishing.add(id);
    }
  }
  return finishing;
}

/**
 * "[restore] Counts only where no failover or rebuild surely finishes (in the pessimistic solution)". Whether a
 * failover finishes may depend on the restores of others, and the more restores count, the more failovers finish; so
 * the two are narrowed from both sides: those that finish even when every restore in doubt is closed finish surely.
 */
function withoutRestore(loss: Loss, options: Options): ReadonlySet<string> {
  let surely: ReadonlySet<string> = new Set();
  for (;;) {
    const maybe = surelyFinishing(loss, options, surely);
    const next = surelyFinishing(loss, options, maybe);
    if (next.size === surely.size) return surely;
    surely = next;
  }
}

const isDirect = ({ via }: RecoveryOption): boolean => via === 'failover' || via === 'rebuild';

/**
 * "Its loss is the range over every option that may turn out the fastest: those whose optimistic time is not above
 * the least pessimistic time." Of what counts in the same case: a restore counts where no failover or rebuild finishes, so
 * it is never compared with one. Going on as before is such an option where only the pessimistic solution has a
 * recovery; never recovering is one where nothing surely finishes.
 */
function ownLoss(
  service: ServiceFacts,
  loss: Loss,
  open: readonly RecoveryOption[],
  times: Times,
  inTheEnd: TimeById,
): Bounds<number> {
  if (!service.stateful) return { best: 0, worst: 0 };
  if (ownState(service, loss, 'worst') === 'fine') return lossOfGoingOn(service, loss);
  const losses: number[] = [];
  if (ownState(service, loss, 'best') === 'fine') {
    const { best, worst } = lossOfGoingOn(service, loss);
    losses.push(best, worst);
  }
  const least = (some: readonly RecoveryOption[]): number =>
    Math.min(Infinity, ...some.map((option) => timeOf(option, 'worst', times)));
  const without = open.filter((option) => !isDirect(option));
  const perhapsDirect = open.some((option) => isDirect(option) && timeOf(option, 'best', times) < Infinity);
  for (const option of open) {
    const others =
      option.via === 'restore' ? without : perhapsDirect ? open.filter(({ via }) => via !== 'restore') : open;
    const best = timeOf(option, 'best', times);
    if (best < Infinity && best <= least(others)) losses.push(...option.losses('best'), ...option.losses('worst'));
  }
  const best = lossOfBestCopy(service, loss, 'best', (id) => times.best.get(id) ?? Infinity);
  if (losses.length === 0) losses.push(best);
  const ever = (id: string): number => inTheEnd.get(id) ?? Infinity;
  if (!open.some((option) => option.time('worst', ever) < Infinity))
    losses.push(best, lossOfBestCopy(service, loss, 'worst', ever));
  return { best: Math.min(...losses), worst: Math.max(...losses) };
}

/** "Loss of S = max(own loss, loss of its hard dependencies; of an `anyOf` the least)." */
function withDependencies(facts: Facts, own: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const total = new Map(own);
  for (let changed = true; changed;) {
    changed = false;
    for (const service of facts.services.values()) {
      for (const { members } of ofKind(service, 'hard')) {
        const inherited = Math.min(...members.map((member) => total.get(member) ?? 0));
        if (inherited <= (total.get(service.id) ?? 0)) continue;
        total.set(service.id, inherited);
        changed = true;
      }
    }
  }
  return total;
}

/** "Among those that count the fastest is taken": in the best solution, all that are equally fast. */
function fastest(service: ServiceFacts, loss: Loss, open: readonly RecoveryOption[], times: Times): readonly Via[] {
  if (ownState(service, loss, 'best') === 'fine') return ['none'];
  const ways = open.map((option) => ({ via: option.via, time: timeOf(option, 'best', times) }));
  const least = Math.min(Infinity, ...ways.map(({ time }) => time));
  return least === Infinity ? ['never'] : ways.filter(({ time }) => time === least).map(({ via }) => via);
}

/** What an event does to every service, from facts read once. */
export function oracleSolve(facts: Facts, event: OracleEvent): OracleOutcome {
  const loss = new Loss(facts, event);
  const limits = new SiteLimits(loss);
  const options = new Map<string, readonly RecoveryOption[]>();
  for (const service of facts.services.values()) options.set(service.id, recoveryOptions(service, loss, limits));
  const noRestore = withoutRestore(loss, options);
  const best = readyTimes(loss, options, noRestore, 'best');
  // Who surely comes back in the end, however late.
  const inTheEnd = readyTimes(loss, options, noRestore, 'worst');
  // What never finishes even at best displaces nothing, whatever turns out.
  const mayFinish = (option: RecoveryOption): boolean =>
    isDirect(option) && option.open('best') && option.time('best', (id) => best.get(id) ?? Infinity) < Infinity;
  const contested = [...facts.services.values()].filter((service) => {
    const all = options.get(service.id) ?? [];
    return (
      ownState(service, loss, 'worst') !== 'fine' &&
      all.some((option) => option.via === 'restore' && option.open('worst')) &&
      all.some(mayFinish)
    );
  });
  // When at the latest: nobody relies on a restore that a failover or rebuild may displace.
  const worst = readyTimes(loss, options, new Set([...noRestore, ...contested.map(({ id }) => id)]), 'worst');
  const times = { best, worst };
  const own = { best: new Map<string, number>(), worst: new Map<string, number>() };
  const vias = new Map<string, readonly Via[]>();
  for (const service of facts.services.values()) {
    const { id } = service;
    const open = options.get(id)?.filter(({ via }) => via !== 'restore' || !noRestore.has(id)) ?? [];
    const lost = ownLoss(service, loss, open, times, inTheEnd);
    own.best.set(id, lost.best);
    own.worst.set(id, needsInVain(service, 'worst') ? Infinity : lost.worst);
    vias.set(id, fastest(service, loss, open, times));
  }
  const states = { best: statesAtOnce(loss, 'best'), worst: statesAtOnce(loss, 'worst') };
  const losses = { best: withDependencies(facts, own.best), worst: withDependencies(facts, own.worst) };
  const finite = (value: number | undefined): number | null =>
    value === undefined || value === Infinity ? null : value;
  return {
    lost: [...loss.domains, ...loss.services].sort(),
    services: [...facts.services.keys()].sort().map((id) => ({
      id,
      state: { best: states.best.get(id) ?? 'up', worst: states.worst.get(id) ?? 'up' },
      recovery: { best: finite(times.best.get(id)), worst: finite(times.worst.get(id)) },
      loss: { best: finite(losses.best.get(id)), worst: finite(losses.worst.get(id)) },
      via: vias.get(id)?.[0] ?? 'never',
      ties: vias.get(id) ?? [],
    })),
  };
}

/** What an event does to every service of a valid inventory. */
export function oracleSimulate(inventory: JsonObject, event: OracleEvent): OracleOutcome {
  return oracleSolve(readInventory(inventory), event);
}
