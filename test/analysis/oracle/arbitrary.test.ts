import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { linkInventory } from '../../../src/model/link-inventory.js';
import { arbitraryCase } from '../../support/arbitrary/arbitrary-case.js';
import { oraclePromises } from '../../support/oracle/oracle-promises.js';
import { oracleSimulate } from '../../support/oracle/oracle-simulate.js';

const schema: object = JSON.parse(
  readFileSync(new URL('../../../schemas/inventory.v1.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv2020({ strict: false }).compile(schema);

test('random inventories are valid by the published schema', () => {
  fc.assert(
    fc.property(arbitraryCase, ({ inventory }) => {
      validate(inventory);
      expect(validate.errors).toBeNull();
    }),
    { seed: 1, numRuns: 2000 },
  );
});

test('random cases reach every kind of answer, and none of them is most of what happens', () => {
  const seen = new Map<string, number>();
  const count = (answer: string): void => void seen.set(answer, (seen.get(answer) ?? 0) + 1);
  for (const { inventory, event } of fc.sample(arbitraryCase, { seed: 2, numRuns: 1000 })) {
    for (const { via, state, recovery, loss } of oracleSimulate(inventory, event).services) {
      count('service');
      count(`via ${via}`);
      count(`state ${state.best}..${state.worst}`);
      if (recovery.best !== null && recovery.best > 0 && recovery.worst !== null) count('a time that is surely finite');
      if (loss.worst !== null && loss.worst > 0) count('a loss that is surely finite');
    }
    for (const { verdict } of oraclePromises(inventory)) {
      count('promise');
      count(`promise ${verdict}`);
    }
  }
  const expectShares = (answers: readonly string[], of: string): void => {
    for (const answer of answers) {
      const share = (seen.get(answer) ?? 0) / (seen.get(of) ?? 0);
      expect(share, answer).toBeGreaterThan(0.005);
      expect(share, answer).toBeLessThan(0.8);
    }
  };
  expectShares(
    [
      ...['none', 'failover', 'restore', 'rebuild', 'wait', 'never'].map((via) => `via ${via}`),
      ...['up..up', 'up..down', 'degraded..degraded', 'down..down'].map((state) => `state ${state}`),
      'a time that is surely finite',
      'a loss that is surely finite',
    ],
    'service',
  );
  expectShares(
    ['kept', 'broken', 'unknown', 'not-applicable'].map((verdict) => `promise ${verdict}`),
    'promise',
  );
});

test('random inventories link without a problem', () => {
  fc.assert(
    fc.property(arbitraryCase, ({ inventory }) => {
      const { problems } = linkInventory([{ file: 'inventory.yaml', index: 0, value: inventory }]);
      expect(problems).toEqual([]);
    }),
    { seed: 1, numRuns: 2000 },
  );
});
