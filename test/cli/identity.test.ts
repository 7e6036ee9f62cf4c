import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { firebreak, folderWith, inventory, root } from './fixtures/firebreak.js';

interface Issue {
  readonly fingerprint: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

const kakao = 'examples/incidents/kakao-2022/revealed';
const issuesOf = (cwd: string): readonly Issue[] =>
  JSON.parse(firebreak(['-f', 'gitlab', '--no-baseline'], { cwd }).stdout);

describe('findings are known again', () => {
  it('by GitLab, when ten lines are put on top', () => {
    const cwd = folderWith({ 'inventory/a.yaml': inventory });
    const before = issuesOf(cwd);
    writeFileSync(join(cwd, 'inventory/a.yaml'), `${'# a line\n'.repeat(10)}${inventory}`);
    const after = issuesOf(cwd);
    expect(after.map(({ fingerprint }) => fingerprint)).toEqual(before.map(({ fingerprint }) => fingerprint));
    expect(after.map(({ location }) => location.lines.begin - 10)).toEqual(
      before.map(({ location }) => location.lines.begin),
    );
    expect(before.length).toBeGreaterThan(1);
  });

  it('by GitLab, each by a fingerprint of its own', () => {
    const issues: readonly Issue[] = JSON.parse(firebreak([kakao, '-f', 'gitlab'], { cwd: root }).stdout);
    expect(issues.length).toBeGreaterThan(30);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  });

  it('by GitHub, each by rule, file and hash of its line', () => {
    const log: Log = JSON.parse(firebreak([kakao, '-f', 'sarif'], { cwd: root }).stdout);
    const results = log.runs[0]?.results ?? [];
    const places = results.flatMap(({ locations = [], relatedLocations = [] }) => [...locations, ...relatedLocations]);
    const identities = results.map(
      ({ ruleId, partialFingerprints, locations }) =>
        `${ruleId} ${locations?.[0]?.physicalLocation?.artifactLocation?.uri} ${partialFingerprints?.['primaryLocationLineHash']}`,
    );
    expect(results.length).toBeGreaterThan(30);
    expect(new Set(identities).size).toBe(results.length);
    expect(identities.filter((identity) => identity.includes('undefined'))).toEqual([]);
    const uris = places.map(({ physicalLocation }) => physicalLocation?.artifactLocation?.uri ?? '');
    expect(uris.filter((uri) => !uri.startsWith(`${kakao}/`))).toEqual([]);
    const regions = places.map(({ physicalLocation }) => physicalLocation?.region);
    expect(regions.filter((region) => (region?.startLine ?? 0) < 1 || (region?.startColumn ?? 1) < 1)).toEqual([]);
  });

  it('in a baseline, when lines move; and not another in the place of one that is fixed', () => {
    const cwd = folderWith({ 'inventory/a.yaml': inventory, 'firebreak.yaml': 'version: 1\n' });
    expect(firebreak(['baseline', 'create'], { cwd }).code).toBe(0);
    writeFileSync(join(cwd, 'inventory/a.yaml'), `${'# a line\n'.repeat(10)}${inventory}`);
    expect(firebreak([], { cwd }).code).toBe(0);
    writeFileSync(join(cwd, 'inventory/a.yaml'), inventory.replace('chat:', 'mail:'));
    const swapped = firebreak(['-f', 'compact'], { cwd });
    expect(swapped.code).toBe(1);
    expect(swapped.stdout).toContain('[objective-missing] mail');
  });
});

describe('json', () => {
  it('is nothing but the report, whatever else there is to say', () => {
    const cwd = folderWith({
      'inventory/a.yaml': inventory,
      'firebreak.yaml': 'version: 1\nwaivers: [waivers.yaml]\n',
      'waivers.yaml':
        'version: 1\nwaivers:\n  - { id: W-1, rule: owner-missing, on: { service: gone }, reason: r, owner: o, expires: 2026-12-31 }\n',
    });
    for (const env of [{}, { FORCE_COLOR: '3', GITHUB_ACTIONS: 'true' }]) {
      const { stdout } = firebreak(['-f', 'json', '--verbose', '--show-waived'], { cwd, env });
      expect(JSON.parse(stdout)).toMatchObject({
        gate: { result: 'fail' },
        findings: expect.arrayContaining([expect.objectContaining({ rule: 'waiver-unused' })]),
      });
    }
    expect(readFileSync(join(cwd, 'waivers.yaml'), 'utf8')).toContain('gone');
  });
});

describe('a rule that is misspelt', () => {
  it.each([
    [['explain', 'copies-share-bilding']],
    [['rule', 'copies-share-bilding']],
    [['--rule', 'copies-share-bilding']],
    [['--skip-rule', 'copies-share-bilding']],
  ])('is met with the one that was meant: %j', (args) => {
    const outcome = firebreak(args, { cwd: folderWith({ 'inventory/a.yaml': inventory }) });
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain('did you mean "copies-share-building"?');
  });
});
