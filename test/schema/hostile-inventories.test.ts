import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../src/place.js';
import type { Problem } from '../../src/problem.js';
import { checkInventory, isInventory } from '../../src/schema/check-inventory.js';
import { checkSettings } from '../../src/schema/check-settings.js';
import { inventoryFields } from '../../src/schema/generated/inventory-tables.js';
import type { JsonValue } from '../../src/source/json-value.js';

const settings = { seed: 20221015, numRuns: 1500 };

/** Words of the format and odd ones, so that arbitrary documents get past the first level. */
const word = fc.oneof(
  fc.constantFrom(...new Set(Object.values(inventoryFields).flatMap((fields) => Object.keys(fields)))),
  fc.constantFrom(
    'unknown',
    'none',
    'never',
    '15m',
    '5',
    'hard',
    'a b',
    '',
    '__proto__',
    'constructor',
    'x-',
    '~1',
    'a/b',
    '0',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const scalar = fc.oneof(word, fc.double(), fc.integer(), fc.boolean(), fc.constant(null));
const { value: arbitraryValue } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 7, depthSize: 'large' },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(word, tie('value'), { maxKeys: 6, noNullPrototype: false }),
  ),
}));
const sections = Object.keys(inventoryFields[''] ?? {});
const arbitraryInventory = fc.dictionary(fc.constantFrom(...sections, 'x-y', 'sevices'), arbitraryValue, {
  maxKeys: 4,
});

function check(value: JsonValue): readonly Problem[] {
  return checkInventory({ file: 'f.yaml', index: 0, value });
}

/** What stands at a place of a document, or undefined where nothing does. */
function valueAt(document: JsonValue, { path }: Place): unknown {
  return path.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined;
    if (typeof value !== 'object' || value === null) return undefined;
    return Object.getOwnPropertyDescriptor(value, String(step))?.value;
  }, document);
}

describe('checkInventory on arbitrary documents', () => {
  it('never throws, and is silent exactly for inventories', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryValue, arbitraryInventory), (value) => {
        const hasSection =
          typeof value === 'object' && value !== null && sections.slice(2).some((key) => Object.hasOwn(value, key));
        expect(check(value).length === 0).toBe(isInventory(value) && hasSection);
      }),
      settings,
    );
  });

  it('speaks of places that exist, in one short line', () => {
    fc.assert(
      fc.property(arbitraryInventory, (value) => {
        for (const { message, help, at } of check(value)) {
          if ('path' in at) expect(valueAt(value, at), message).not.toBeUndefined();
          for (const text of [message, help ?? '']) {
            expect(text).not.toMatch(/[\p{Cc}\u2028\u2029\u202E]|undefined|\[object|\.$/u);
            expect(text.length).toBeLessThan(400);
          }
        }
      }),
      settings,
    );
  });

  it('says one thing about one key and one about its value', () => {
    fc.assert(
      fc.property(arbitraryInventory, (value) => {
        const values = check(value).filter(({ message }) => !message.includes('is missing from'));
        const places = values.map(({ at, code }) => JSON.stringify([at, code]));
        expect(new Set(places).size).toBe(places.length);
      }),
      settings,
    );
  });

  it('gives settings the same treatment', () => {
    fc.assert(
      fc.property(arbitraryValue, (value) => {
        for (const { message } of checkSettings({ file: 'f', index: 0, value }))
          expect(message).not.toMatch(/undefined|\[object/);
      }),
      settings,
    );
  });
});

describe('checkInventory on documents made to hurt', () => {
  it('shortens a key of a megabyte', () => {
    const key = 'k'.repeat(1_000_000);
    for (const value of [
      { services: { [key]: {} } },
      { services: { a: { [key]: 1 } } },
      { services: { a: { tier: key } } },
      { [key]: 1, services: {} },
    ]) {
      const problems = check(value);
      expect(problems).toHaveLength(1);
      expect(problems[0]?.message.length).toBeLessThan(150);
    }
  });

  it('keeps control characters out of messages', () => {
    const [problem] = check({ services: { a: { 'te\u001B[31mir\u202E`\n': 1 } } });
    expect(problem?.message).toBe("`te\uFFFD[31mir\uFFFD'\uFFFD` is not a field of a service");
  });

  it('knows no key by its prototype', () => {
    const value: JsonValue = JSON.parse(
      '{"services":{"a":{"__proto__":1,"constructor":2,"hasOwnProperty":3,"toString":4}}}',
    );
    expect(check(value).map(({ code }) => code)).toEqual(['unknown-key', 'unknown-key', 'unknown-key', 'unknown-key']);
  });

  it('does not look into keys of the user, however deep', () => {
    let deep: JsonValue = 1;
    for (let level = 0; level < 20_000; level += 1) deep = [deep];
    expect(check({ services: {}, 'x-deep': deep })).toEqual([]);
    expect(check({ services: { a: { owner: deep } } })).toHaveLength(1);
  });

  it('ends early, and says so, where a list of half a million items is wrong', () => {
    const problems = check({ scenarios: { big: { lose: Array.from({ length: 500_000 }, () => 'a b') } } });
    // One of the 50,000 violations is that a list is not a single id, which is nothing to speak of.
    expect(problems).toHaveLength(50_000);
    expect(problems.at(-1)).toMatchObject({ code: 'limit', at: { path: [] } });
    expect(check({ scenarios: { big: { lose: 'a b' } } })).toHaveLength(1);
  });

  it('ends early where as many services are wrong', () => {
    const services = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`s${index}`, { tier: 5 }]));
    expect(check({ services }).at(-1)).toMatchObject({ code: 'limit' });
  });

  it('reports every one of many problems', () => {
    const services = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, index) => [`s${index}`, { teir: 1, tier: 5 }]),
    );
    expect(check({ services })).toHaveLength(40_000);
  });
});
