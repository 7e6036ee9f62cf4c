import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSchema } from '../../scripts/generate.js';
import { inventorySchema } from '../../src/schema/generated/inventory-tables.js';
import { validateInventory } from '../../src/schema/generated/validate-inventory.js';
import { quickAcceptance } from '../../src/schema/quick-acceptance.js';

const accept = quickAcceptance(inventorySchema);

/** Every example in the schema that is an inventory, or a section of one, made into an inventory. */
async function examples(): Promise<readonly unknown[]> {
  const schema: unknown = await readSchema('inventory.v1');
  const text = JSON.stringify(schema);
  const { examples: whole, properties, $defs }: Published = JSON.parse(text);
  const sections = Object.entries(properties).flatMap(([key, node]) =>
    (node.examples ?? $defs[(node.$ref ?? '').replace('#/$defs/', '')]?.examples ?? []).map((value) => ({
      [key]: value,
    })),
  );
  const services = Object.entries($defs['service']?.properties ?? {}).flatMap(([key, node]) =>
    (node.examples ?? $defs[(node.$ref ?? '').replace('#/$defs/', '')]?.examples ?? []).map((value) => ({
      services: { chat: { [key]: value } },
    })),
  );
  return [...whole, ...sections, ...services];
}

interface PublishedNode {
  readonly examples?: readonly unknown[];
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, PublishedNode>>;
}

interface Published {
  readonly examples: readonly unknown[];
  readonly properties: Readonly<Record<string, PublishedNode>>;
  readonly $defs: Readonly<Record<string, PublishedNode>>;
}

/** The same document with one value, chosen by number, replaced. */
function replaced(document: unknown, position: number, by: unknown): unknown {
  let left = position;
  const walk = (value: unknown): unknown => {
    left -= 1;
    if (left < 0) {
      left = Infinity;
      return by;
    }
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, walk(child)]));
  };
  return walk(document);
}

describe('the quick test of inventories', async () => {
  const valid = await examples();

  it('accepts the examples of the schema', () => {
    expect(valid.length).toBeGreaterThan(40);
    expect(valid.filter((example) => !accept(example))).toEqual([]);
  });

  it('agrees with the full validator on examples with one value changed', () => {
    const value = fc.oneof(
      fc.constantFrom(
        'unknown',
        'none',
        'never',
        'all',
        '15m',
        '5',
        'hard',
        '건물',
        'a b',
        '',
        '2025-02-29',
        '40%',
        '1e5',
        'x'.repeat(201),
      ),
      fc.constantFrom<unknown>(
        null,
        true,
        0,
        1,
        -1,
        1.5,
        1e7,
        NaN,
        Infinity,
        [],
        {},
        [[]],
        ['a'],
        ['a', 'b'],
        [1, 2],
        { a: {} },
        { rto: '5m' },
        { x: 1 },
        { 'x-y': 1 },
      ),
      fc.string({ unit: 'binary' }),
    );
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...valid), fc.nat(20), value, (example, position, by) => {
        const document = replaced(example, position, by);
        const right = validateInventory(document);
        if (!right) refused += 1;
        expect(accept(document)).toBe(right);
      }),
      { seed: 20221015, numRuns: 8000 },
    );
    expect(refused).toBeGreaterThan(2000);
  });

  it('accepts nothing under a keyword that it does not know', () => {
    const unheardOf = { type: 'string', not: {} } as const;
    expect(quickAcceptance({ type: 'string' })('a')).toBe(true);
    expect(quickAcceptance(unheardOf)('a')).toBe(false);
    expect(quickAcceptance({ $ref: '#/$defs/missing' })('a')).toBe(false);
    expect(
      quickAcceptance({ type: 'object', patternProperties: { '^y-': true }, additionalProperties: false })({}),
    ).toBe(false);
  });

  it('follows a definition that comes back to itself', () => {
    const list = quickAcceptance({
      $ref: '#/$defs/list',
      $defs: { list: { type: 'array', items: { $ref: '#/$defs/list' } } },
    });
    expect(list([[], [[]]])).toBe(true);
    expect(list([[], [1]])).toBe(false);
  });
});
