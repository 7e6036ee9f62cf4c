import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MissingField, Range } from '../../../src/analysis/outcome.js';
import { serviceOutcome } from '../../../src/analysis/service-outcome.js';
import { createSolver } from '../../../src/analysis/solver.js';
import type { Model } from '../../../src/model/model.js';
import type { JsonObject } from '../../../src/source/json-value.js';
import { arbitraryCase, type ArbitraryEvent } from '../../support/arbitrary/arbitrary-case.js';
import { serviceIds, withoutPlans, withoutSiteLimits } from '../../support/arbitrary/inventory-edits.js';
import { linked } from './linked.js';
import { fillField, withHaven } from './fill-field.js';
import { runs } from '../../support/runs.js';

const settings = { seed: 1, numRuns: runs(1500) };
const objectives = ['time', 'loss'] as const;

interface Answer {
  readonly model: Model;
  readonly range: Range;
  readonly missing: readonly MissingField[];
  /** The time is known, and the service does come back. */
  readonly timed: boolean;
}

function answer(inventory: JsonObject, event: ArbitraryEvent, id: string, about: 'time' | 'loss'): Answer {
  const { model, loss } = linked(inventory, event);
  const solver = createSolver(model);
  const outcome = serviceOutcome(solver, solver.solve(loss), model.serviceById.get(id) ?? -1);
  const { best, worst } = outcome.recovery;
  const timed = best === worst && best < Infinity;
  return about === 'time'
    ? { model, timed, range: outcome.recovery, missing: outcome.worst.missingForTime }
    : { model, timed, range: outcome.loss, missing: outcome.worst.missingForLoss };
}

const show = (model: Model, { owner: { type, index }, path }: MissingField): string =>
  `${(type === 'service' ? model.services : model.domains)[index]?.id ?? '?'} ${path.join('.')}`;

/** Places without limits: who comes and who stays there is no field that anybody left out. */
const openWorld = (inventory: JsonObject): JsonObject => withHaven(withoutPlans(withoutSiteLimits(inventory)));

test('filling in the fields named, and those named then, leaves one answer', () => {
  fc.assert(
    fc.property(arbitraryCase, ({ inventory: written, event }) => {
      for (const id of serviceIds(written)) {
        for (const about of objectives) {
          let inventory = openWorld(written);
          for (let round = 0; round < 10; round += 1) {
            const { model, range, missing, timed } = answer(inventory, event, id, about);
            if (range.best === range.worst) break;
            // Two ways back that take equally long: either may be the one, whatever else is known.
            if (about === 'loss' && timed && missing.length === 0) break;
            expect(missing, `${about} of ${id} is open: ${range.best}..${range.worst}`).not.toEqual([]);
            expect(round).toBeLessThan(9);
            inventory = missing.reduce((filled, field) => fillField(filled, model, field), inventory);
          }
        }
      }
    }),
    settings,
  );
});

/** For a loss more may be named than matters: which way back it will be is looked into as a whole. */
test('every field of its own named for a time matters: with some of the others filled in, it changes the answer', () => {
  fc.assert(
    fc.property(arbitraryCase, ({ inventory: written, event }) => {
      // Parts that return at times of their own: more is named there than matters.
      if (event.ends !== undefined) return;
      const inventory = openWorld(written);
      for (const id of serviceIds(written)) {
        const { model, missing } = answer(inventory, event, id, 'time');
        // A share may turn out to be anything between all and nothing, and others matter only somewhere in between.
        if (missing.length > 5 || missing.some(({ path }) => path.at(-1) === 'capacity')) continue;
        // What is known of a place is known of all that is in it, so such fields stand in for each other.
        if (missing.some(({ owner }) => owner.type === 'domain')) continue;
        // Of several services of which one is enough, one may stand on another; and who waits for others to recover may
        // wait in a circle, once what stops it is filled in.
        const itself = model.serviceById.get(id);
        const service = model.services[itself ?? -1];
        const waits = service?.recovery.uses?.length !== 0 && service?.recovery.uses !== undefined;
        const starts = service?.dependencies.some(({ kind }) => kind === 'startup') === true;
        if (waits || starts || service?.backups?.some(({ key }) => key !== undefined) === true) continue;
        for (const field of missing.filter(({ owner }) => owner.index === itself)) {
          const others = missing.filter((other) => other !== field);
          const matters = Array.from({ length: 2 ** others.length }).some((_, chosen) => {
            const some = others
              .filter((_other, at) => (chosen & (1 << at)) !== 0)
              .reduce((filled, other) => fillField(filled, model, other), inventory);
            const without = answer(some, event, id, 'time').range;
            const filled = answer(fillField(some, model, field), event, id, 'time').range;
            return without.best !== filled.best || without.worst !== filled.worst;
          });
          const all = missing.map((one) => show(model, one)).join(', ');
          expect(matters, `${id}: ${show(model, field)} of ${all}`).toBe(true);
        }
      }
    }),
    { ...settings, numRuns: Math.ceil(settings.numRuns / 5) },
  );
});
