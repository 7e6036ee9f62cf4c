import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../../src/source/json-value.js';

export type Fields = Readonly<Record<string, JsonValue | undefined>>;

/** A map without the keys that have nothing under them. */
export function compact(fields: Fields): JsonObject {
  const result: Record<string, JsonValue> = {};
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) result[key] = value;
  return result;
}

/** Present in `percent` of all cases; shrinks to absent. */
export function sometimes<T>(percent: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof(
    { withCrossShrink: true },
    { arbitrary: fc.constant(undefined), weight: 100 - percent },
    { arbitrary: arbitrary, weight: percent },
  );
}

/** Values with weights; shrinks to the first. */
export function among<T>(...values: readonly (readonly [value: T, weight: number])[]): fc.Arbitrary<T> {
  return fc.oneof(
    { withCrossShrink: true },
    ...values.map(([value, weight]) => ({ arbitrary: fc.constant(value), weight })),
  );
}

/** A number that picks from a list whose length is not known yet. */
export const pick: fc.Arbitrary<number> = fc.nat({ max: 59 });

export function chosen<T>(from: readonly T[], index: number): T | undefined {
  return from[index % from.length];
}

export function chosenAll<T>(from: readonly T[], indices: readonly number[]): readonly T[] {
  return [...new Set(indices.flatMap((index) => chosen(from, index) ?? []))];
}

/** Few different ones, so that ties and sums that meet occur; every form of writing them. */
export const duration: fc.Arbitrary<string> = among(
  ['0s', 4],
  ['1m', 6],
  ['5m', 4],
  ['10m', 4],
  ['6m', 2],
  ['1h', 3],
  ['PT1H30M', 1],
  ['1h30m', 1],
  ['90s', 1],
  ['2d', 1],
  ['unknown', 1],
);

export const share: fc.Arbitrary<string> = among(
  ['100%', 4],
  ['50%', 4],
  ['30%', 2],
  ['70%', 2],
  ['10%', 2],
  ['20%', 2],
  ['0%', 1],
  ['unknown', 1],
);

/** What a `failsWith` lists: plain entries and groups, as numbers that pick. */
export type RawConditions = readonly (readonly number[])[];

export const rawConditions: fc.Arbitrary<RawConditions> = fc.array(
  fc.oneof(
    { arbitrary: fc.array(pick, { minLength: 1, maxLength: 1 }), weight: 3 },
    { arbitrary: fc.array(pick, { minLength: 2, maxLength: 2 }), weight: 1 },
  ),
  { maxLength: 2 },
);

export function conditions(raw: RawConditions | undefined, from: readonly string[]): JsonValue | undefined {
  if (raw === undefined) return undefined;
  return raw.flatMap((picks): readonly JsonValue[] => {
    const members = chosenAll(from, picks);
    return members.length > 1 ? [{ allOf: members }] : members;
  });
}
