import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '../../../src/source/json-value.js';
import { arbitraryCase } from '../../support/arbitrary/arbitrary-case.js';
import { gapsOf } from '../../support/arbitrary/fill-unknown.js';
import { isOpen, listOf, mapOf, serviceIds, serviceIn, textsOf } from '../../support/arbitrary/inventory-edits.js';
import {
  withoutBackups,
  withoutPlans,
  withoutLayers,
  withoutSiteLimits,
  withService,
} from '../../support/arbitrary/inventory-edits.js';
import { chosen, pick } from '../../support/arbitrary/raw-parts.js';
import { relabelled } from '../../support/arbitrary/relabelled.js';
import type { OracleEvent } from '../../support/oracle/facts.js';
import { engine } from '../../support/oracle/engine.js';
import { oracle } from '../../support/oracle/oracle.js';
import type { OracleOutcome } from '../../support/oracle/oracle-simulate.js';
import { runs } from '../../support/runs.js';

/** Runs per law; FIREBREAK_FUZZ_RUNS for more. */
const solvers = [
  { solver: engine, usual: 1500 },
  { solver: oracle, usual: 300 },
];

const RANK = { up: 0, degraded: 1, down: 2 };
const size = (value: keyof typeof RANK | number | null | undefined): number =>
  typeof value === 'string' ? RANK[value] : (value ?? Infinity);
const amount = (value: number | null): number => value ?? Infinity;

/** Nothing is slower, and nothing is down that was not, in either solution. */
function expectNoWorse(after: OracleOutcome, before: OracleOutcome): void {
  for (const [index, { id, recovery, state }] of before.services.entries()) {
    const now = after.services[index];
    expect(now?.id).toBe(id);
    if (now === undefined) continue;
    for (const bound of ['best', 'worst'] as const) {
      expect(amount(now.recovery[bound]), `${id} ${bound} time`).toBeLessThanOrEqual(amount(recovery[bound]));
      expect(RANK[now.state[bound]], `${id} ${bound} state`).toBeLessThanOrEqual(RANK[state[bound]]);
    }
  }
}

/**
 * Two things in the semantics are not monotone, and are kept out of the laws about times, each by name:
 *
 * - *displacement*: a failover or rebuild that surely finishes closes the restore, which may have been faster. So
 *   whatever makes a failover sure (a standby, one tool less, a field filled in) may lengthen a time, and whatever takes
 *   it away (a further loss) may shorten one. These laws run without backups.
 * - *room*: what is lost no longer runs where it ran, and a further standby is one more that may come. So losing more
 *   may make room, and adding a standby may take it. These laws run without limits of places.
 */
const plain = (inventory: JsonObject): JsonObject => withoutPlans(withoutSiteLimits(withoutBackups(inventory)));

const picks = fc.record({ service: pick, a: pick, b: pick, c: pick });

describe.each(solvers)('laws of the $solver.name', ({ solver, usual }) => {
  const law = (
    name: string,
    check: (
      inventory: JsonObject,
      event: OracleEvent,
      choice: { readonly service: number; readonly a: number; readonly b: number; readonly c: number },
    ) => void,
  ): void =>
    test(name, () => {
      fc.assert(
        fc.property(arbitraryCase, picks, ({ inventory, event }, choice) => check(inventory, event, choice)),
        { seed: 20260, numRuns: runs(usual) },
      );
    });

  /** Compares times and states before and after an edit; `undefined`: the law has nothing to say here. */
  const expectImprovement = (before: JsonObject, after: JsonObject | undefined, event: OracleEvent): void => {
    if (after !== undefined) expectNoWorse(solver.simulate(after, event), solver.simulate(before, event));
  };

  law('the best answer is never worse than the worst', (inventory, event) => {
    for (const { id, state, recovery, loss } of solver.simulate(inventory, event).services) {
      expect(RANK[state.best], id).toBeLessThanOrEqual(RANK[state.worst]);
      expect(amount(recovery.best), id).toBeLessThanOrEqual(amount(recovery.worst));
      expect(amount(loss.best), id).toBeLessThanOrEqual(amount(loss.worst));
    }
  });

  /** An event that names no domain and says no `lasts` has no end to wait for; naming a domain may give it one. */
  law('losing more never shortens a time or improves a state', (written, event, { a, b }) => {
    const inventory = plain(written);
    const known = [...Object.keys(mapOf(inventory['locations'])), ...Object.keys(mapOf(inventory['domains']))];
    const names = !isOpen(event.lasts) || event.lose.some((id) => known.includes(id));
    const more = chosen(names ? [...known, ...serviceIds(inventory)] : serviceIds(inventory), a);
    if (more === undefined) return;
    const worse = { ...event, lose: [...new Set([...event.lose, more])] };
    const damaged = chosen(serviceIds(inventory), b);
    expectNoWorse(solver.simulate(inventory, event), solver.simulate(inventory, worse));
    const corrupt = [...new Set([...(event.corrupt ?? []), ...(damaged === undefined ? [] : [damaged])])];
    expectNoWorse(solver.simulate(inventory, event), solver.simulate(inventory, { ...event, corrupt }));
    expectNoWorse(solver.simulate(inventory, event), solver.simulate(inventory, { ...event, destroys: true }));
  });

  /**
   * Of a service that has replicas, and without a capacity of its own: the first declaration of a capacity turns "there
   * is one" into "there is enough".
   */
  law('adding a standby without a vote never lengthens a time', (written, event, { service, a, b, c }) => {
    const inventory = plain(written);
    const id = chosen(serviceIds(inventory), service) ?? '';
    const replicas = listOf(serviceIn(inventory, id)['replicas']);
    const place = chosen(Object.keys(mapOf(inventory['locations'])), a);
    if (replicas.length === 0 || place === undefined) return;
    const standby = {
      at: place,
      role: 'standby',
      votes: 0,
      startup: chosen(['0s', '5m', '1h', 'unknown'], b) ?? '0s',
      lag: chosen(['0s', '5m', 'unknown'], c) ?? '0s',
    };
    const before = withService(inventory, id, (own) => own);
    expectImprovement(
      before,
      withService(inventory, id, (own) => ({ ...own, replicas: [...replicas, standby] })),
      event,
    );
  });

  law('adding a rebuild, or a place to rebuild at, never lengthens a time', (written, event, { service, a, b }) => {
    const inventory = plain(written);
    const id = chosen(serviceIds(inventory), service) ?? '';
    const recovery = mapOf(serviceIn(inventory, id)['recovery']);
    const place = chosen(Object.keys(mapOf(inventory['locations'])), a);
    if (place === undefined) return;
    const { to, takes } = mapOf(recovery['rebuild']);
    const added =
      recovery['rebuild'] === undefined
        ? { to: place, takes: chosen(['1m', '1h', 'unknown'], b) ?? '1m' }
        : { ...(takes === undefined ? {} : { takes }), to: [...new Set([...textsOf(to), place])] };
    // An unknown place may be any, so naming one is filling in, not adding.
    if (recovery['rebuild'] !== undefined && isOpen(to)) return;
    expectImprovement(
      inventory,
      withService(inventory, id, (own) => ({ ...own, recovery: { ...recovery, rebuild: added } })),
      event,
    );
  });

  /** Raising what is declared; the first declaration is another matter, see the standbys. */
  law('raising a capacity never lengthens a time', (written, event, { service, a }) => {
    const inventory = plain(written);
    const id = chosen(serviceIds(inventory), service) ?? '';
    const raised = listOf(serviceIn(inventory, id)['replicas']).map((replica, position) => {
      const { capacity } = mapOf(replica);
      if (position % 2 !== a % 2 || typeof capacity !== 'string' || capacity === 'unknown') return replica;
      return { ...mapOf(replica), capacity: `${Number.parseInt(capacity, 10) + 30}%` };
    });
    if (raised.length === 0) return;
    expectImprovement(
      inventory,
      withService(inventory, id, (own) => ({ ...own, replicas: raised })),
      event,
    );
  });

  /**
   * To a choice that is one already. Making a choice of a plain dependency may turn services that start together into
   * a circle that waits for itself.
   */
  law('adding a member to a choice never lengthens a time', (written, event, { service, a }) => {
    const inventory = plain(written);
    const id = chosen(serviceIds(inventory), service) ?? '';
    const more = chosen(serviceIds(inventory), a) ?? id;
    if (more === id) return;
    const dependsOn = mapOf(serviceIn(inventory, id)['dependsOn']);
    const widened = Object.entries(dependsOn).map(([name, entry]): readonly [string, JsonValue] => {
      const members = textsOf(mapOf(entry)['anyOf']);
      if (members.length < 2) return [name, entry];
      return [name, { ...mapOf(entry), anyOf: [...new Set([...members, more])] }];
    });
    expectImprovement(
      inventory,
      withService(inventory, id, (own) => ({ ...own, dependsOn: Object.fromEntries(widened) })),
      event,
    );
  });

  /**
   * To a service that is known to hold data: a first backup says that it does. And where no other service has
   * backups, as one more service that can be restored may make the failover of another sure (displacement).
   */
  law('adding a backup never lengthens a time', (written, event, { service, a, b, c }) => {
    const id = chosen(serviceIds(written), service) ?? '';
    const inventory = withService(withoutBackups(written, id), id, (own) => ({ ...own, data: { size: '600MB' } }));
    const place = chosen(Object.keys(mapOf(inventory['locations'])), a);
    const to = chosen(Object.keys(mapOf(inventory['locations'])), b);
    if (place === undefined || to === undefined) return;
    const backup = { at: place, every: '1h', restore: { to, time: chosen(['0s', '5m', '1h'], c) ?? '0s' } };
    expectImprovement(
      inventory,
      withService(inventory, id, (own) => ({ ...own, backups: { ...mapOf(own['backups']), added: backup } })),
      event,
    );
  });

  law('a recovery that needs one tool less is never slower', (written, event, { service, a }) => {
    const inventory = plain(written);
    const id = chosen(serviceIds(inventory), service) ?? '';
    const recovery = mapOf(serviceIn(inventory, id)['recovery']);
    const uses = textsOf(recovery['uses']);
    const without = chosen(uses, a);
    if (without === undefined) return;
    const fewer = uses.filter((tool) => tool !== without);
    expectImprovement(
      inventory,
      withService(inventory, id, (own) => ({ ...own, recovery: { ...recovery, uses: fewer } })),
      event,
    );
  });

  type Asked = 'recovery' | 'loss' | 'state';

  const expectInside = (
    inventory: JsonObject,
    event: OracleEvent,
    { a, b }: { readonly a: number; readonly b: number },
    asked: { readonly best: readonly Asked[]; readonly worst: readonly Asked[] },
  ): void => {
    const gap = chosen(gapsOf(inventory), a);
    if (gap === undefined) return;
    const before = solver.simulate(inventory, event);
    const after = solver.simulate(gap.fill(b), event);
    for (const [index, { id, ...outer }] of before.services.entries()) {
      const inner = after.services[index];
      for (const what of asked.best) {
        const message = `${gap.label}: best ${what} of ${id}`;
        expect(size(inner?.[what].best), message).toBeGreaterThanOrEqual(size(outer[what].best));
      }
      for (const what of asked.worst) {
        const message = `${gap.label}: worst ${what} of ${id}`;
        expect(size(inner?.[what].worst), message).toBeLessThanOrEqual(size(outer[what].worst));
      }
    }
  };

  /** Backups and limits of places too: what they displace, and crowd out, is in the range. A `demand` is not among the gaps, as only known demand counts. */
  law('filling in an unknown gives answers inside the old ranges', (written, event, choice) => {
    const all = ['recovery', 'loss', 'state'] as const;
    expectInside(withoutLayers(withoutPlans(written)), event, choice, { best: all, worst: all });
  });

  law('other names and another order change nothing', (inventory, event, { a }) => {
    const other = relabelled(inventory, event, a);
    const before = solver.simulate(inventory, event).services;
    const after = new Map(solver.simulate(other.inventory, other.event).services.map((one) => [one.id, one]));
    for (const { id, state, recovery, loss } of before) {
      const now = after.get(other.name(id));
      expect({ id, state: now?.state, recovery: now?.recovery, loss: now?.loss }).toEqual({
        id,
        state,
        recovery,
        loss,
      });
    }
  });

  law('a stricter objective never turns a broken promise into a kept one', (written, _event, { service, a }) => {
    const id = chosen(serviceIds(written), service) ?? '';
    const kinds = ['building', 'power', 'account', 'region'];
    const promising = (rto: string, rpo: string): JsonObject =>
      withService(written, id, (own) => ({ ...own, objectives: { rto, rpo, survive: kinds } }));
    const steps = ['2d', '1h30m', '10m', '1m', '0s'];
    const from = a % (steps.length - 1);
    const verdicts = (step: number): readonly string[] =>
      solver
        .promises(promising(steps[step] ?? '0s', steps[step] ?? '0s'))
        .filter((promise) => promise.service === id)
        .map(({ verdict }) => verdict);
    const order = ['kept', 'unknown', 'broken'];
    const looser = verdicts(from);
    for (const [index, strict] of verdicts(from + 1).entries()) {
      const loose = looser[index] ?? '';
      if (strict === 'not-applicable' || loose === 'not-applicable') expect(strict).toBe(loose);
      else expect(order.indexOf(strict)).toBeGreaterThanOrEqual(order.indexOf(loose));
    }
  });
});
