import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packs } from '../../src/packs/index.js';
import type { Pack } from '../../src/packs/pack.js';
import type { Report } from '../../src/report/report.js';
import { firebreak, folderWith, gitMarker, inventory, root } from './fixtures/firebreak.js';

const now = ['--now', '2026-06-30'];

function reportOf(args: readonly string[], cwd: string): Report {
  const { stdout, stderr } = firebreak(['audit', ...args, ...now, '--format', 'json'], { cwd });
  expect(stderr).toBe('');
  const report: Report = JSON.parse(stdout);
  return report;
}

describe('--pack', () => {
  const cwd = folderWith({ 'dr.yaml': inventory });

  it('adds the controls of each pack to the report, in the order asked for', () => {
    const report = reportOf(['dr.yaml', '--pack', 'nydfs-500', '--pack', 'dora', '--pack', 'nydfs-500'], cwd);
    expect(report.packs?.map(({ name }) => name)).toEqual(['nydfs-500', 'dora']);
    for (const { controls, counts } of report.packs ?? []) {
      expect(counts.gap + counts.supports + counts['not-assessable']).toBe(controls.length);
      expect(counts.gap).toBeGreaterThan(0);
    }
    const fingerprints = new Set(report.findings.map(({ fingerprint }) => fingerprint));
    const named = (report.packs ?? []).flatMap(({ controls }) => controls.flatMap(({ findings }) => findings));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((one) => !fingerprints.has(one))).toEqual([]);
  });

  it('says nothing of controls without one', () => {
    expect('packs' in reportOf(['dr.yaml'], cwd)).toBe(false);
  });

  it('knows no other names, and guesses what was meant', () => {
    const { code, stdout, stderr } = firebreak(['dr.yaml', '--pack', 'dorra'], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('there is no pack "dorra"');
    expect(stderr).toContain('did you mean "dora"?');
    expect(firebreak(['dr.yaml', '--pack', 'qqqqqq'], { cwd }).stderr).toContain('firebreak rules --pack lists them');
  });

  it('shows a short block for people, a table in Markdown, and never claims that a framework is met', () => {
    const pretty = firebreak(['dr.yaml', '--pack', 'dora', ...now], { cwd }).stdout;
    expect(pretty).toContain('pack dora\n');
    expect(pretty).toMatch(/\d+ controls: gap against \d+, support for \d+, \d+ not assessable/);
    expect(pretty).toContain('a reading aid, not a legal opinion');
    const markdown = firebreak(['dr.yaml', '--pack', 'dora', '--format', 'markdown', ...now], { cwd }).stdout;
    expect(markdown).toContain('## Controls');
    for (const { id } of packs.get('dora')?.controls ?? [])
      expect(markdown.replaceAll('\\', ''), id).toContain(`| ${id} |`);
    expect(pretty + markdown).not.toMatch(/complian|complies/i);
  });

  it('is in a saved report, and rendered from there', () => {
    const folder = folderWith({ 'dr.yaml': inventory });
    firebreak(['dr.yaml', '--pack', 'dora', '--format', 'json=report.json', ...now], { cwd: folder });
    const { code, stdout, stderr } = firebreak(['report', '--from', 'report.json', '-f', 'markdown'], { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('### Pack `dora`');
  });

  it('is left out where only findings are wanted', () => {
    expect(firebreak(['dr.yaml', '--pack', 'dora', '--quiet', ...now], { cwd }).stdout).not.toContain('pack dora');
  });
});

describe('packs in the settings', () => {
  it('count like those of the command line, and together with them', () => {
    const cwd = folderWith({ ...gitMarker, 'dr.yaml': inventory, 'firebreak.yaml': 'version: 1\npacks: [dora]\n' });
    expect(reportOf(['dr.yaml'], cwd).packs?.map(({ name }) => name)).toEqual(['dora']);
    const both = reportOf(['dr.yaml', '--pack', 'soc2-a1'], cwd).packs?.map(({ name }) => name);
    expect(both).toEqual(['dora', 'soc2-a1']);
    expect('packs' in reportOf(['dr.yaml', '--no-config'], cwd)).toBe(false);
  });

  it('that there are not are shown at their place', () => {
    const cwd = folderWith({ ...gitMarker, 'dr.yaml': inventory, 'firebreak.yaml': 'version: 1\npacks:\n  - dorra\n' });
    const { code, stderr } = firebreak(['dr.yaml'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('there is no pack "dorra"');
    expect(stderr).toContain('firebreak.yaml:3:5');
    expect(stderr).toContain('did you mean "dora"?');
  });

  it('give way to what the settings say themselves', () => {
    const settings = 'version: 1\npacks: [rbi-it-2023]\nmaxAge: { drill: 800d }\n';
    const cwd = folderWith({ ...gitMarker, 'dr.yaml': inventory, 'firebreak.yaml': settings });
    const [pack] = reportOf(['dr.yaml'], cwd).packs ?? [];
    const drill = pack?.thresholds.find(({ of, option }) => of === 'maxAge' && option === 'drill');
    expect(drill).toMatchObject({ inForce: '800d', from: 'settings' });
    expect(drill?.value).not.toBe('800d');
    const { stdout } = firebreak(['dr.yaml', ...now], { cwd });
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(`800d by your own settings, the pack says ${drill?.value}`);
  });
});

describe('rules --pack', () => {
  const cwd = folderWith({});

  it('lists all packs', () => {
    const { code, stdout } = firebreak(['rules', '--pack'], { cwd });
    expect(code).toBe(0);
    for (const name of packs.keys()) expect(stdout).toContain(name);
  });

  it.each([...packs.keys()])(
    '%s: every control, its rules, every threshold with its source, in every format',
    (name) => {
      const pack = packs.get(name);
      const json = firebreak(['rules', '--pack', name, '--format', 'json'], { cwd });
      const read: Pack = JSON.parse(json.stdout);
      expect(read).toEqual(pack);
      const pretty = firebreak(['rules', '--pack', name], { cwd, env: { COLUMNS: '120' } }).stdout.replaceAll(
        /\s+/g,
        ' ',
      );
      const markdown = firebreak(['rules', '--pack', name, '--format', 'markdown'], { cwd }).stdout.replaceAll(
        '\\',
        '',
      );
      for (const { id, rules: named } of read.controls) {
        expect(pretty).toContain(id.replaceAll(/\s+/g, ' '));
        expect(markdown).toContain(`| ${id}`);
        for (const rule of named) expect(markdown).toContain(`\`${rule}\``);
      }
      for (const { of, source, value } of read.thresholds) {
        for (const text of [pretty, markdown]) {
          expect(text).toContain(of);
          expect(text).toContain(source);
          expect(text).toContain(String(value));
        }
      }
      expect(markdown).toContain('not a legal opinion');
      expect(pretty).toContain('not a legal opinion');
    },
  );

  it('knows no other names', () => {
    expect(firebreak(['rules', '--pack', 'nist'], { cwd }).code).toBe(2);
  });

  it('makes docs/PACKS.md', async () => {
    const { stdout } = firebreak(['rules', '--pack', '--format', 'markdown'], { cwd });
    await expect(stdout).toMatchFileSnapshot(join(root, 'docs/PACKS.md'));
    const text = readFileSync(join(root, 'docs/PACKS.md'), 'utf8');
    expect(text).toContain('a reading aid, not a legal opinion');
  });
});
