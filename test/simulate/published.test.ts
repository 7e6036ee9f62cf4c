import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonSimulation } from '../../src/reporters/simulation/json.js';
import { simulate } from '../../src/simulate.js';
import { parseDuration } from '../../src/units/duration.js';
import type { JsonObject } from '../../src/source/json-value.js';
import { arbitraryCase, type ArbitraryEvent } from '../support/arbitrary/arbitrary-case.js';
import { oracle } from '../support/oracle/oracle.js';
import { circle, fates } from './inventories.js';
import { exampleFiles, filesOf, plain80, ranked, simulated } from './simulated.js';

interface Node {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly $defs?: Readonly<Record<string, Node>>;
}

const path = join(import.meta.dirname, '../../schemas/simulation.v1.schema.json');
const schema: Node = JSON.parse(readFileSync(path, 'utf8'));
const validate = new Ajv2020({ strict: false }).compile(schema);
/** The same, with no room for a field that the schema does not know. */
const exact = new Ajv2020({ strict: false }).compile(closed(schema));

function closed(node: unknown): object {
  if (typeof node !== 'object' || node === null) return {};
  const entries = Object.entries(node).map(([key, value]: readonly [string, unknown]) => [key, closedValue(value)]);
  return { ...Object.fromEntries(entries), ...('properties' in node ? { additionalProperties: false } : {}) };
}

function closedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closedValue);
  return typeof value === 'object' && value !== null ? closed(value) : value;
}

function* fields(node: Node, at: string): Iterable<readonly [string, Node]> {
  for (const [name, one] of Object.entries(node.properties ?? {})) {
    yield [`${at}.${name}`, one];
    yield* fields(one, `${at}.${name}`);
  }
  if (node.items !== undefined) yield* fields(node.items, `${at}[]`);
  for (const [name, one] of Object.entries(node.$defs ?? {})) yield* fields(one, name);
}

const outputs: readonly (readonly [string, string])[] = [
  [
    'a building of Kakao',
    jsonSimulation.simulation(
      simulated(exampleFiles('incidents/kakao-2022/revealed'), { lose: ['sk-pangyo'] }),
      plain80,
    ),
  ],
  [
    'every fate',
    jsonSimulation.simulation(simulated(filesOf(fates), { scenarios: ['flood'], corrupt: ['ledger'] }), plain80),
  ],
  ['a circle, as a plan', jsonSimulation.plan(simulated(filesOf(circle), { lose: ['north'] }), plain80)],
  ['a ranking', jsonSimulation.ranking(ranked(filesOf(fates), { kind: 'building' }), plain80)],
];

describe('the published JSON', () => {
  it.each(outputs)('of %s is as its schema says, with no field more', (_, text) => {
    const output: unknown = JSON.parse(text);
    validate(output);
    expect(validate.errors ?? []).toEqual([]);
    exact(output);
    expect(exact.errors ?? []).toEqual([]);
  });

  it('has a description of every field', () => {
    const all = [...fields(schema, '')];
    expect(all.length).toBeGreaterThan(60);
    expect(all.filter(([, { description = '' }]) => description.length < 7).map(([at]) => at)).toEqual([]);
  });

  it('has nothing in it that acts on a terminal or a log', () => {
    const quiet = simulated(filesOf(circle), { lose: ['north'] });
    const hostile = { ...quiet, lost: ['a\u202e\u001b[31m', '##vso[task]'] };
    const text = jsonSimulation.simulation(hostile, plain80);
    expect(text).not.toMatch(/(?!\n)\p{Cc}|\u202e|##vso/u);
  });
});

describe('the services of the published JSON', () => {
  it('are those of the oracle: state, recovery, loss, what is lost', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ inventory, event }) => {
        const written = event.ends === undefined ? inventory : { ...inventory, scenarios: { told: scenarioOf(event) } };
        const answer = simulate([{ path: 'a.json', content: JSON.stringify(written) }], requestOf(event));
        if (answer.outcome !== 'done') throw new Error(JSON.stringify(answer));
        const { services, lost } = answer.result;
        const expected = oracle.simulate(inventory, event);
        expect(services.map(({ id, state, recovery, loss }) => ({ id, state, recovery, loss }))).toEqual(
          expected.services.map(({ id, state, recovery, loss }) => ({ id, state, recovery, loss })),
        );
        expect(lost).toEqual(expected.lost);
        expect(services.map(({ via }, index) => expected.services[index]?.ties.includes(via))).not.toContain(false);
        validate(JSON.parse(jsonSimulation.simulation(answer.result, plain80)));
        expect(validate.errors ?? []).toEqual([]);
      }),
      { seed: 3, numRuns: 1500 },
    );
  });
});

/** Only a scenario can tell apart when each lost thing is back. */
function scenarioOf({ lose, corrupt, ends = {}, destroys }: ArbitraryEvent): JsonObject {
  return {
    lose,
    lasts: ends,
    ...(corrupt === undefined ? {} : { corrupt }),
    ...(destroys === undefined ? {} : { destroys }),
  };
}

function requestOf({
  lose,
  corrupt = [],
  lasts,
  ends,
  destroys = false,
}: ArbitraryEvent): Parameters<typeof simulate>[1] {
  if (ends !== undefined) return { scenarios: ['told'] };
  const seconds = lasts === undefined ? undefined : parseDuration(lasts);
  return { lose, corrupt, destroys, lasts: seconds?.ok === true ? seconds.value : undefined };
}
