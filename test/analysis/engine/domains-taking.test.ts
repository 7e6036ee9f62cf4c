import fc from 'fast-check';
import { expect, it } from 'vitest';
import { domainsTaking, inAll } from '../../../src/analysis/domains-taking.js';
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

it('what several have in common, however long their lists, each once', () => {
  const list = fc.oneof(fc.array(fc.nat(9), { maxLength: 16 }), fc.array(fc.nat(60), { minLength: 12, maxLength: 90 }));
  fc.assert(
    fc.property(fc.array(list, { maxLength: 3 }), (lists) => {
      const [first = []] = lists;
      const common = new Set(first);
      for (const one of lists) for (const domain of common) if (!one.includes(domain)) common.delete(domain);
      expect(inAll(lists)).toEqual([...common]);
    }),
    { seed: 1, numRuns: runs(500) },
  );
  const long = Array.from({ length: 17 }, (_, at) => at);
  expect(
    inAll([
      [...long, 3],
      [16, 3, 99],
    ]),
  ).toEqual([3, 16]);
  expect(inAll([long.slice(0, 2), [...long].reverse()])).toEqual([0, 1]);
  expect(
    inAll([
      [5, 4, 5],
      [4, 5],
    ]),
  ).toEqual([5, 4]);
  expect(inAll([])).toEqual([]);
});
