import { describe, expect, it } from 'vitest';
import { problemOf, problemsOf, spot } from './link.js';

describe('an id defined twice', () => {
  it.each([
    ['locations', 'location `x` is defined twice'],
    ['domains', 'domain `x` is defined twice'],
    ['tiers', 'tier `x` is defined twice'],
    ['services', 'service `x` is defined twice'],
    ['scenarios', 'scenario `x` is defined twice'],
  ])('is reported under %s with both places', (section, message) => {
    const problem = problemOf(`${section}: { x: {} }`, `${section}: { x: {} }`);
    expect(problem).toMatchObject({ code: 'duplicate', message });
    expect(spot(problem.at)).toBe(`b.yaml @${section}/x`);
    expect(problem.related?.map(({ at }) => spot(at))).toEqual([`a.yaml @${section}/x`]);
  });

  it('is reported once for each further place, all against the first', () => {
    const problems = problemsOf('services: { x: {} }', 'services: { x: {} }', 'services: { x: {} }');
    expect(problems.map(({ at }) => spot(at))).toEqual(['b.yaml @services/x', 'c.yaml @services/x']);
    expect(problems.flatMap(({ related }) => related?.map(({ at }) => spot(at)))).toEqual([
      'a.yaml @services/x',
      'a.yaml @services/x',
    ]);
  });

  it.each([
    ['locations', 'domains'],
    ['locations', 'services'],
    ['domains', 'services'],
  ])('is reported across %s and %s, which share their names', (one, other) => {
    const problem = problemOf(`${one}: { x: {} }`, `${other}: { x: {} }`);
    expect(problem).toMatchObject({
      code: 'duplicate',
      message: `\`x\` is defined both under \`${one}\` and under \`${other}\``,
    });
    expect(problem.help).toContain('`lose`');
    expect(spot(problem.at)).toBe(`b.yaml @${other}/x`);
    expect(problem.related?.map(({ at }) => spot(at))).toEqual([`a.yaml @${one}/x`]);
  });

  it('is fine where the name means things that are never confused', () => {
    expect(problemsOf('services: { x: { tier: x } }', 'tiers: { x: {} }', 'scenarios: { x: { lose: x } }')).toEqual([]);
  });

  it('is reported for `defaults`, even where they do not contradict each other', () => {
    const problem = problemOf('defaults: { owner: a }', 'defaults: { demand: 1 }');
    expect(problem).toMatchObject({ code: 'duplicate', message: '`defaults` is defined twice' });
    expect(spot(problem.at)).toBe('b.yaml @defaults');
    expect(problem.related?.map(({ at }) => spot(at))).toEqual(['a.yaml @defaults']);
  });

  it('is reported for replicas written under the service and in the `replicas` section', () => {
    const problem = problemOf(
      'services: { x: { replicas: [{ role: active }] } }',
      'replicas: { x: [{ role: active }] }',
    );
    expect(problem).toMatchObject({ code: 'duplicate', message: 'the replicas of `x` are written twice' });
    expect(spot(problem.at)).toBe('b.yaml @replicas/x');
    expect(problem.related?.map(({ at }) => spot(at))).toEqual(['a.yaml @services/x/replicas']);
  });

  it('is reported for replicas written in two `replicas` sections', () => {
    const problem = problemOf('services: { x: {} }', 'replicas: { x: [] }', 'replicas: { x: [] }');
    expect(problem.code).toBe('duplicate');
    expect(spot(problem.at)).toBe('c.yaml @replicas/x');
  });

  it('keeps drills of all documents', () => {
    expect(problemsOf('drills: [{ date: 2024-01-01 }]', 'drills: [{ date: 2024-01-01 }]')).toEqual([]);
  });
});
