import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testFixture } from '../../src/own-rules/test-fixture.js';
import { fieldList } from './field-list.js';
import { now, problemsIn, rulesOf } from './support.js';

const text = readFileSync(join(import.meta.dirname, '../../docs/OWN-RULES.md'), 'utf8');
const blocks = [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, body = '']) => body);
const pairs = blocks.flatMap((rules, at) =>
  /^version: 1\nrules:\n {2}- id/.test(rules) ? [[rules, blocks[at + 1] ?? ''] as const] : [],
);

describe('docs/OWN-RULES.md', () => {
  it('has examples', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(4);
  });

  it.each(pairs)('example %#', (rules, fixture) => {
    expect(problemsIn(rules)).toEqual([]);
    const own = rulesOf(rules).rules;
    const result = testFixture('docs.fixture.yaml', fixture, own, now);
    if (result.is !== 'run') throw new Error(JSON.stringify(result.problems));
    expect(result.checks.filter(({ passed }) => !passed)).toEqual([]);
    // Every rule of the example is shown at work.
    expect(own.filter(({ id }) => !fixture.includes(`# expect: [${id}]`)).map(({ id }) => id)).toEqual([]);
  });

  it('lists every field that a rule can see', () => {
    expect(/<!-- fields -->\n([\s\S]*)<!-- \/fields -->/.exec(text)?.[1]).toBe(fieldList());
  });
});
