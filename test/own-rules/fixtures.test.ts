import { describe, expect, it } from 'vitest';
import { readAnnotations } from '../../src/own-rules/annotations.js';
import { testFixture } from '../../src/own-rules/test-fixture.js';
import { now, ruleWith, rulesOf } from './support.js';

const { rules } = rulesOf(ruleWith({ assert: 'service.owner != "nobody"', message: 'bad owner', at: 'owner' }));

/** What is wrong with a fixture, as `line message`. */
function wrongIn(text: string): readonly string[] {
  const result = testFixture('a.fixture.yaml', text, rules, now);
  if (result.is !== 'run') return result.problems.map(({ message }) => message);
  return result.checks.filter(({ passed }) => !passed).map(({ line, message }) => `${line} ${message}`);
}

describe('a fixture', () => {
  it('passes where its comments hold, on the line of the thing or of the field', () => {
    const text = `services:
  a: # expect: [acme/rule]
    owner: nobody
  b:
    owner: nobody # expect: [acme/rule]
  # ok: [acme/rule]
  c: { owner: x }
  d: {} # unknown: [acme/rule]
`;
    expect(wrongIn(text)).toEqual([]);
    const result = testFixture('a.fixture.yaml', text, rules, now);
    expect(result.is === 'run' && result.checks.map(({ line }) => line)).toEqual([2, 5, 7, 8]);
  });

  it.each([
    [
      'services:\n  a: { owner: x } # expect: [acme/rule]\n',
      '2 acme/rule should find something, but it finds nothing here',
    ],
    [
      'services:\n  a: { owner: nobody } # ok: [acme/rule]\n',
      '2 acme/rule should find nothing, but it finds: bad owner',
    ],
    ['services:\n  a: {} # ok: [acme/rule]\n', '2 acme/rule should find nothing, but it cannot know without owner'],
    [
      'services:\n  a: { owner: x } # unknown: [acme/rule]\n',
      '2 acme/rule should not be able to know, but it finds nothing here',
    ],
    [
      'services: # ok: [acme/rule]\n  a: { owner: x }\n',
      '1 acme/rule should find nothing, but nothing that it is about is on this line',
    ],
    ['services:\n  a: { owner: x } # ok: [acme/rulle]\n', '2 there is no rule acme/rulle'],
    ['services:\n  a: { owner: x } # ok: acme/rule\n', '2 write it like'],
    ['services:\n  a: { owner: x }\n', '1 the fixture expects nothing'],
  ])('fails where they do not: %j', (text, message) => {
    expect(wrongIn(text)[0]).toContain(message);
  });

  it('fails for a finding that it does not expect', () => {
    const text = 'services:\n  a: { owner: nobody }\n  b: { owner: x } # ok: [acme/rule]\n';
    expect(wrongIn(text)).toEqual(['2 acme/rule finds something that the fixture does not expect: bad owner']);
  });

  it('that is no inventory is unreadable', () => {
    expect(wrongIn('services: [')).not.toEqual([]);
  });

  it('can say several things in one comment', () => {
    const { annotations } = readAnnotations('a: 1 # expect: [x/a, x/b]\n# ok: [x/c]\n\n# a word\nb: 2\n');
    expect(annotations.map(({ rule, line }) => `${rule} ${line}`)).toEqual(['x/a 1', 'x/b 1', 'x/c 5']);
  });
});
