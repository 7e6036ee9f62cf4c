import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.js';

/** What is listed of one inventory held against another. */
function weakened(before: string, after: string): readonly string[] {
  const since = {
    ref: 'main',
    commit: 'c0ffee',
    head: undefined,
    files: [{ path: 'old.yaml', content: before }],
    asked: undefined,
  };
  const { change } = audit([{ path: 'new.yaml', content: after }], { now: '2026-06-30', since });
  if (change === undefined) throw new Error('the report says nothing of a change');
  return change.weakened.map(({ area, message, subjects, location }) =>
    [`${area}: ${message}`, ...subjects, ...(location === undefined ? [] : [`line ${location.start.line}`])].join('; '),
  );
}

/** Two services of a tier, where there is one, and one without. */
function inventory(tiers: string, tier: string): string {
  const own = tier === '' ? '' : `tier: ${tier}, `;
  return `tiers: ${tiers}
locations: { a: { kind: building }, b: { kind: building } }
services:
  shop: { ${own}dependsOn: none, replicas: [{ at: a }, { at: b }] }
  till: { ${own}dependsOn: none, replicas: [{ at: a }, { at: b }] }
  other: { dependsOn: none, replicas: [{ at: a }, { at: b }] }
`;
}

const tiers = '{ gold: { rank: 1 }, iron: { rank: 2 }, plain: {} }';

describe('a tier that asks for less', () => {
  it.each([
    ['of rank 2 where there was none', '', 'iron', 'the tier is iron, before not stated'],
    ['of rank 2 in place of one without a rank', 'plain', 'iron', 'the tier is iron, no longer plain'],
    ['of rank 2 in place of one of rank 1', 'gold', 'iron', 'the tier is iron, no longer gold'],
    ['none in place of one of rank 1', 'gold', '', 'the tier is not stated, no longer gold'],
  ])('%s', (_what, before, after, message) => {
    expect(weakened(inventory(tiers, before), inventory(tiers, after))).toEqual(
      after === ''
        ? [`promises: ${message}; shop; till`]
        : [`promises: ${message}; shop; line 4`, `promises: ${message}; till; line 5`],
    );
  });

  it.each([
    ['of rank 1 where there was none', '', 'gold'],
    ['without a rank where there was none', '', 'plain'],
    ['none in place of one without a rank', 'plain', ''],
    ['of rank 1 in place of one of rank 2', 'iron', 'gold'],
  ])('is not one %s', (_what, before, after) => {
    expect(weakened(inventory(tiers, before), inventory(tiers, after))).toEqual([]);
  });

  it.each([
    ['{ plain: {} }', '{ plain: { rank: 2 } }', 'the rank of tier plain is 2, before not stated'],
    ['{ plain: { rank: 1 } }', '{ plain: { rank: 3 } }', 'the rank of tier plain is 3, no longer 1'],
    ['{ plain: { rank: 1 } }', '{ plain: {} }', 'the rank of tier plain is not stated, no longer 1'],
  ])('is told once where the tier is the same, %s and then %s', (before, after, message) => {
    expect(weakened(inventory(before, 'plain'), inventory(after, 'plain'))).toEqual([
      `promises: ${message}; shop; till; line 1`,
    ]);
    expect(weakened(inventory(before, ''), inventory(after, ''))).toEqual([]);
  });

  it.each([
    ['{ plain: {} }', '{ plain: { rank: 1 } }'],
    ['{ plain: { rank: 3 } }', '{ plain: { rank: 2 } }'],
  ])('is not one of the same rank or a higher one, %s and then %s', (before, after) => {
    expect(weakened(inventory(before, 'plain'), inventory(after, 'plain'))).toEqual([]);
  });
});
