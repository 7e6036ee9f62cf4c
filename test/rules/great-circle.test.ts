import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greatCircle } from '../../src/rules/placement/great-circle.js';

const half = Math.PI * 6371.0088;
const coordinates = fc.tuple(
  fc.double({ min: -90, max: 90, noNaN: true }),
  fc.double({ min: -180, max: 180, noNaN: true }),
);

describe('the great circle', () => {
  it.each([
    ['a degree of latitude', [0, 0], [1, 0], 111.195],
    ['Pangyo to Chuncheon', [37.4021, 127.1041], [37.8813, 127.7298], 76.6],
    ['Berlin to Leipzig', [52.52, 13.4], [51.34, 12.37], 149.0],
    ['over the date line', [0, 179.5], [0, -179.5], 111.195],
    ['pole to pole', [90, 0], [-90, 0], half],
    ['one place', [37.4, 127.1], [37.4, 127.1], 0],
  ] as const)('is right about %s', (_, [a, b], [c, d], expected) => {
    expect(greatCircle([a, b], [c, d])).toBeCloseTo(expected, 0);
  });

  it('is the same both ways, never negative, and no longer than half way round', () => {
    fc.assert(
      fc.property(coordinates, coordinates, (one, other) => {
        const there = greatCircle(one, other);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(half + 1e-6);
        expect(greatCircle(other, one)).toBeCloseTo(there, 6);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
