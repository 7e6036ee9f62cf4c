import { describe, expect, it } from 'vitest';
import { linkInventory } from '../../src/model/link-inventory.js';
import type { JsonObject } from '../../src/source/json-value.js';
import { problemOf, problemsOf, spot } from './link.js';

describe('a circle of `in` and `failsWith`', () => {
  it('is reported once, whole, from its least member', () => {
    const problem = problemOf(`
      locations: { hall: { in: site }, site: { failsWith: [grid] } }
      domains: { grid: { failsWith: [{ allOf: [other, hall] }] }, other: {} }
    `);
    expect(problem.code).toBe('cycle');
    expect(problem.message).toBe(
      '`grid` is lost with `hall`, which is lost with `site`, which is lost with `grid`: a circle of `in` and `failsWith`',
    );
    expect(spot(problem.at)).toBe('a.yaml domains/grid/failsWith/0/allOf/1');
    expect(problem.related?.map(({ at, label }) => [spot(at), label])).toEqual([
      ['a.yaml locations/hall/in', 'lost with `site`'],
      ['a.yaml locations/site/failsWith/0', 'lost with `grid`'],
    ]);
  });

  it.each([
    ['locations: { x: { in: x } }', 'a.yaml locations/x/in'],
    ['domains: { x: { failsWith: [x] } }', 'a.yaml domains/x/failsWith/0'],
  ])('may have one member: %s', (text, place) => {
    const problem = problemOf(text);
    expect(problem).toMatchObject({ code: 'cycle', message: '`x` is lost with itself' });
    expect(spot(problem.at)).toBe(place);
  });

  it('is found behind things that are not in it, and each of several is reported', () => {
    const problems = problemsOf(`
      domains:
        a: { failsWith: [b] }
        b: { failsWith: [c] }
        c: { failsWith: [b] }
        y: { failsWith: [z] }
        z: { failsWith: [y] }
    `);
    expect(problems.map(({ message }) => message.split(':')[0])).toEqual([
      '`b` is lost with `c`, which is lost with `b`',
      '`y` is lost with `z`, which is lost with `y`',
    ]);
  });

  it('is reported alone where it shares members with another', () => {
    expect(
      problemOf('domains: { a: { failsWith: [b, c] }, b: { failsWith: [a] }, c: { failsWith: [a] } }').message,
    ).toBe('`a` is lost with `b`, which is lost with `a`: a circle of `in` and `failsWith`');
  });

  it('is not what a diamond is', () => {
    expect(
      problemsOf('domains: { a: { failsWith: [b, c] }, b: { failsWith: [d] }, c: { failsWith: [d] }, d: {} }'),
    ).toEqual([]);
  });

  it('is found among planned places', () => {
    expect(problemOf('locations: { a: { in: b, status: planned }, b: { in: a } }').code).toBe('cycle');
  });

  it('is found in a chain of 100,000 without exhausting the stack, and told in a few words', () => {
    const chain = (closed: boolean): JsonObject =>
      Object.fromEntries(
        Array.from({ length: 100_000 }, (_, i) => [
          `d${i}`,
          i > 0 || closed ? { in: `d${i > 0 ? i - 1 : 99_999}` } : {},
        ]),
      );
    const link = (closed: boolean): ReturnType<typeof linkInventory> =>
      linkInventory([{ file: 'a.yaml', index: 0, value: { locations: chain(closed) } }]);
    const open = link(false);
    expect(open.problems).toEqual([]);
    expect(open.model?.domains).toHaveLength(100_000);
    const { model, problems } = link(true);
    expect(model).toBeUndefined();
    expect(problems.map(({ code }) => code)).toEqual(['cycle']);
    expect(problems[0]?.message).toContain('(99988 more)');
    expect(problems[0]?.message.length).toBeLessThan(500);
    expect(problems[0]?.related).toHaveLength(12);
  });
});
