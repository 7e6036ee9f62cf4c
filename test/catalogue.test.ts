import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { severities } from '../src/finding.js';
import { rules } from '../src/rules/index.js';
import { groups } from '../src/rules/rule.js';
import { version } from '../src/version.js';
import { root } from './cli/fixtures/firebreak.js';

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** Every rule that one supersedes, and what these supersede in turn. */
function supersededBy(id: string): ReadonlySet<string> {
  const found = new Set(byId.get(id)?.supersedes);
  for (const other of found) for (const next of byId.get(other)?.supersedes ?? []) found.add(next);
  return found;
}

describe('the catalogue', () => {
  it('has each id once, in order of groups and then of names', () => {
    expect(byId.size).toBe(rules.length);
    const sorted = rules.toSorted(
      (a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || (a.id < b.id ? -1 : 1),
    );
    expect(rules.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id));
  });

  it('has cases for every rule in a file of its name', () => {
    const path = ({ id, group }: (typeof rules)[number]): string => join(root, 'test/cases', group, `${id}.md`);
    const titles = rules.map((rule) => [rule.id, readFileSync(path(rule), 'utf8').match(/^## .+$/gm)?.length ?? 0]);
    expect(titles.filter(([, cases]) => Number(cases) < 2)).toEqual([]);
  });
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('has a name in kebab case, and a file under its name in the folder of its group', () => {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(readFileSync(join(root, 'src/rules', rule.group, `${id}.ts`), 'utf8')).toContain(`id: '${id}'`);
  });

  it('has a severity that there is', () => {
    expect(severities).toContain(rule.severity);
  });

  it('supersedes rules that there are, and not itself by way of others', () => {
    expect(rule.supersedes.filter((other) => !byId.has(other))).toEqual([]);
    expect(new Set(rule.supersedes).size).toBe(rule.supersedes.length);
    expect([...supersededBy(id)]).not.toContain(id);
  });

  it('says in whole sentences why it matters and what to do, and the state in one line without a full stop', () => {
    expect(rule.summary).toMatch(/^\S[^\n]{10,120}[^\s.]$/);
    for (const text of [rule.why, rule.fix]) expect(text).toMatch(/^[A-Z`][^\n]{20,}[.)]$/);
    for (const { title, url } of rule.references) {
      expect(title.trim()).not.toBe('');
      if (url !== undefined) expect(new URL(url).protocol).toBe('https:');
    }
    expect(rule.controls.filter((control) => control.trim() === '')).toEqual([]);
  });
});

describe('the version', () => {
  it('is that of the package', () => {
    const manifest: { readonly version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(version).toBe(manifest.version);
  });
});
