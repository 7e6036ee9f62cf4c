import fc from 'fast-check';
import { expect, it } from 'vitest';
import { domainsTaking } from '../../../src/analysis/domains-taking.js';
import { failureGraph } from '../../../src/analysis/failure-graph.js';
import { lostClosure } from '../../../src/analysis/lost-closure.js';
import { linkInventory } from '../../../src/model/link-inventory.js';
import { arbitraryCase } from '../../support/arbitrary/arbitrary-case.js';
import { runs } from '../../support/runs.js';

it('asked upwards, the domains that take a domain are those whose loss takes it downwards', () => {
  fc.assert(
    fc.property(arbitraryCase, ({ inventory }) => {
      const { model } = linkInventory([{ file: 'inventory.yaml', index: 0, value: inventory }]);
      if (model === undefined) throw new Error('the arbitrary inventories are valid');
      const takes = domainsTaking(model);
      const closure = lostClosure(failureGraph(model));
      for (const { index } of model.domains) {
        const downwards = model.domains.filter((other) => {
          closure.spread([other.index]);
          return closure.has(index);
        });
        expect(takes(index).toSorted((a, b) => a - b)).toEqual(downwards.map((other) => other.index));
      }
    }),
    { seed: 1, numRuns: runs(500) },
  );
});
