import { describe, expect, it } from 'vitest';
import { firebreak, folderWith, gitMarker } from './fixtures/firebreak.js';

const inventory = `version: 1
tiers: { gold: {}, silver: {} }
services:
  orders: { tier: gold, owner: shop-team }
  search: { tier: silver, owner: find-team }
`;

const settings = (select: string): string =>
  `version: 1\ninventory: [dr.yaml]\nrules: {}\noverrides:\n  - select: ${select}\n    rules: { owner-missing: info }\n`;

function told(select: string, args: readonly string[] = [], more: Readonly<Record<string, string>> = {}): string {
  const cwd = folderWith({ ...gitMarker, 'dr.yaml': inventory, 'firebreak.yaml': settings(select), ...more });
  const { code, stderr } = firebreak([...args, '-f', 'compact'], { cwd });
  expect([0, 1]).toContain(code);
  return stderr.replace('firebreak: auditing dr.yaml\n', '');
}

const heading = 'firebreak: overrides in the settings select no service, so that they change nothing\n';

describe('overrides that select nobody', () => {
  it.each([
    ['{ tier: goold }', 'tier=goold (did you mean "gold"?)'],
    ['{ tier: [gold, sliver] }', 'tier=sliver (did you mean "silver"?)'],
    ['{ owner: nobody-at-all }', 'owner=nobody-at-all'],
    ['{ tier: gold, owner: find-team }', 'tier=gold owner=find-team'],
    ['{ service: pay* }', 'service=pay*'],
  ])('are told: %s', (select, text) => {
    expect(told(select)).toBe(`${heading}  firebreak.yaml:5: ${text}\n`);
  });

  it.each([['{ tier: gold }'], ['{ tier: [gold, silver] }'], ['{ service: ord* }'], ['{ service: [s*, pay*] }']])(
    'are not meant where somebody is selected: %s',
    (select) => {
      expect(told(select)).toBe('');
    },
  );

  it('are told as well where all of the inventory is named, and by report', () => {
    expect(told('{ tier: goold }', ['dr.yaml'])).toContain(heading);
    expect(told('{ tier: goold }', ['report'])).toContain(heading);
  });

  it('are not told where part of the inventory is left out, nor by --quiet', () => {
    const other = { 'other.yaml': 'version: 1\ntiers: { gold: {} }\nservices: { billing: { tier: gold } }\n' };
    expect(told('{ tier: silver }', ['other.yaml'], other)).toBe('');
    expect(told('{ tier: goold }', ['-q'])).toBe('');
  });

  it('are in the JSON report', () => {
    const cwd = folderWith({ ...gitMarker, 'dr.yaml': inventory, 'firebreak.yaml': settings('{ tier: goold }') });
    const report: unknown = JSON.parse(firebreak(['-f', 'json'], { cwd }).stdout);
    expect(report).toMatchObject({ run: { idleOverrides: [{ position: 0, select: ['tier=goold'] }] } });
  });
});
