import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reporters } from '../../src/reporters/index.js';
import { firebreak, folderWith, inventory, misspelt } from './fixtures/firebreak.js';

const cwd = folderWith({ 'inventory/a.yaml': inventory, 'bad.yaml': misspelt });
firebreak(['-f', 'json=saved.json'], { cwd });
firebreak(['bad.yaml', '-f', 'json=unaudited.json'], { cwd });
const saved = readFileSync(join(cwd, 'saved.json'), 'utf8');

/** A file with what is made of the saved report. */
function changed(name: string, change: (report: Record<string, unknown>) => unknown): string {
  const report: Record<string, unknown> = JSON.parse(saved);
  writeFileSync(join(cwd, name), JSON.stringify(change(report)));
  return name;
}

describe('report', () => {
  // The document says more of an inventory than a saved report holds; it has tests of its own below.
  it.each([...reporters.keys()].filter((name) => name !== 'html'))(
    'renders what was saved as the audit itself does: %s',
    (format) => {
      const audited = firebreak(['inventory', '-f', format], { cwd });
      const again = firebreak(['report', '--from', 'saved.json', '-f', format], { cwd });
      expect(again).toMatchObject({ code: 0, stderr: '' });
      // How a line is known on GitHub needs the text of the file.
      const known = /,\s*"primaryLocationLineHash": "[^"]*"/g;
      // Nobody knows from where a saved inventory could be read again.
      const reading = /^ +firebreak (?:explain service|simulate) .*\n/gm;
      expect(again.stdout).toBe(audited.stdout.replace(known, '').replace(reading, ''));
      if (format === 'sarif') expect(audited.stdout.match(known)?.length).toBeGreaterThan(0);
    },
  );

  it('renders the document unless told otherwise, and several formats at once', () => {
    const { stdout, code } = firebreak(['report', '--from', 'saved.json'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^<!doctype html>\n<html lang="en">/);
    const args = ['report', '--from', 'saved.json', '-f', 'pretty', '-f', 'csv=again.csv', '-f', 'json=again.json'];
    expect(firebreak(args, { cwd }).code).toBe(0);
    expect(readFileSync(join(cwd, 'again.json'), 'utf8')).toBe(saved);
    expect(readFileSync(join(cwd, 'again.csv'), 'utf8')).toContain('objective-missing');
  });

  it('reads stdin', () => {
    const piped = firebreak(['report', '--from', '-', '-f', 'compact'], { cwd, input: saved });
    expect(piped).toMatchObject({ code: 0, stderr: '' });
    expect(piped.stdout).toContain('inventory/a.yaml:');
  });

  it('never passes what was not audited', () => {
    const { code, stdout } = firebreak(['report', '--from', 'unaudited.json', '-f', 'markdown'], { cwd });
    expect(code).toBe(3);
    expect(stdout).toContain('nothing was audited, no rule ran');
  });

  it('takes a report with fields of a later version', () => {
    const later = changed('later.json', (report) => ({
      ...report,
      waivers: [],
      run: { ...Object(report['run']), host: 'x' },
    }));
    expect(firebreak(['report', '--from', later, '-f', 'compact'], { cwd }).code).toBe(0);
  });

  it.each([
    ['a file that is not there', ['report', '--from', 'none.json'], 2, 'there is no file none.json'],
    ['an unknown format', ['report', '--from', 'saved.json', '-f', 'josn'], 2, 'did you mean "json"?'],
    ['its own file as output', ['report', '--from', 'saved.json', '-f', 'json=./saved.json'], 2, 'which is an input'],
    ['paths', ['report', 'inventory', '--from', 'saved.json'], 2, 'so it goes without paths'],
    ['what an audit would do', ['report', '--from', 'saved.json', '--pack', 'dora'], 2, 'so it goes without --pack'],
    ['a commit', ['report', '--from', 'saved.json', '--since', 'main'], 2, 'so it goes without --since main'],
    ['a folder', ['report', '--from', 'inventory'], 3, 'cannot read inventory'],
    ['what is not JSON', ['report', '--from', 'inventory/a.yaml'], 3, 'inventory/a.yaml is not JSON'],
    ['what is no report', ['report', '--from', changed('list.json', () => [])], 3, 'list.json is not a report'],
    [
      'a report that was changed',
      ['report', '--from', changed('odd.json', (report) => ({ ...report, gate: { failOn: 'hihg', result: 'pass' } }))],
      3,
      '/gate/failOn is none of critical, high, medium, low, info, never',
    ],
    [
      'a report with something missing',
      ['report', '--from', changed('less.json', ({ gate: _gate, ...rest }) => rest)],
      3,
      'the report has no "gate"',
    ],
    [
      'a report of another version',
      ['report', '--from', changed('two.json', (report) => ({ ...report, schemaVersion: '2.0' }))],
      3,
      'it says that it is of version 2.0; this version of firebreak reads 1.0',
    ],
  ] as const)('refuses %s', (_case, args, code, text) => {
    const outcome = firebreak(args, { cwd });
    expect(outcome.stderr).toContain(text);
    expect(outcome).toMatchObject({ code, stdout: '' });
    expect(readFileSync(join(cwd, 'saved.json'), 'utf8')).toBe(saved);
  });

  it('names no more than a few of many faults', () => {
    const wrong = changed('wrong.json', (report) => ({ ...report, rules: Array.from({ length: 1_000 }, () => ({})) }));
    const { stderr, code } = firebreak(['report', '--from', wrong], { cwd });
    expect(code).toBe(3);
    expect(stderr.split('\n').length).toBeLessThan(12);
    expect(stderr).toMatch(/and \d+ more/);
  });
});

describe('report on an inventory', () => {
  const now = ['--now', '2026-06-30'];

  it('writes the document, with all that it shows, and does not fail for findings', () => {
    const { code, stdout, stderr } = firebreak(['report', 'inventory', ...now], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('<code>firebreak report inventory --now 2026-06-30 --format html</code>');
    expect(stdout).not.toContain('does not hold this section');
  });

  it('gives the same bytes by the command that it names, wherever the rest came from', () => {
    const first = firebreak(['report', 'inventory', '--lang', 'ko', ...now], {
      cwd,
      env: { FIREBREAK_ORGANISATION: "Someone's", FIREBREAK_FAIL_ON: 'low' },
    });
    const command = /<pre class="command"><code>firebreak ([^<]*)</.exec(first.stdout)?.[1] ?? '';
    const words = command.replaceAll('&#39;', "'").match(/(?:[^\s']|'[^']*'|\\')+/g) ?? [];
    const args = words.map((word) =>
      word
        .replaceAll(String.raw`'\''`, '\0')
        .replaceAll("'", '')
        .replaceAll('\0', "'"),
    );
    expect(args).toContain("Someone's");
    expect(firebreak(args, { cwd }).stdout).toBe(first.stdout);
  });

  it('says of a saved audit without the sections that it lacks them', () => {
    expect(firebreak(['report', '--from', 'saved.json'], { cwd }).stdout).toContain('does not hold this section');
    firebreak(['report', 'inventory', '-f', 'json=whole.json', ...now], { cwd });
    expect(firebreak(['report', '--from', 'whole.json'], { cwd }).stdout).not.toContain('does not hold this section');
  });

  it('says what changed since a saved report', () => {
    writeFileSync(join(cwd, 'better.yaml'), inventory.replace('  chat:', '  chat:\n    owner: talk'));
    firebreak(['report', 'better.yaml', '-f', 'json=better.json', ...now], { cwd });
    const { stdout } = firebreak(['report', 'inventory', '--since', 'better.json', ...now], { cwd });
    expect(stdout).toContain('Held against the report of 2026-06-30, better.json.');
    expect(stdout).toMatch(/One new finding<.*chat has no owner/s);
  });

  it('tells, and exits 3, where nothing could be audited', () => {
    const { code, stdout } = firebreak(['report', 'bad.yaml', ...now], { cwd });
    expect(code).toBe(3);
    expect(stdout).toContain('Not audited');
    expect(firebreak(['report', 'nowhere', ...now], { cwd }).code).not.toBe(0);
  });

  it('never writes over what it is made from', () => {
    const outcome = firebreak(['report', 'inventory', '-f', 'html=inventory/a.yaml', ...now], { cwd });
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(readFileSync(join(cwd, 'inventory/a.yaml'), 'utf8')).toBe(inventory);
  });

  it('shows all of it also as a format of an audit', () => {
    const { code, stdout } = firebreak(['inventory', '-f', 'html', ...now], { cwd });
    expect(code).toBe(1);
    expect(stdout).not.toContain('does not hold this section');
  });
});
