import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { firebreak, folderWith, root, type Outcome } from './fixtures/firebreak.js';

const cwd = folderWith({ 'taken/mine.txt': 'mine\n' });
const demo = (...args: readonly string[]): Outcome => firebreak(['demo', ...args], { cwd, env: { COLUMNS: '80' } });

const incidents = readdirSync(join(root, 'examples/incidents')).filter((name) =>
  existsSync(join(root, 'examples/incidents', name, 'expected.yaml')),
);

/** The lines below a heading, up to the next. */
function step(text: string, number: number): string {
  return new RegExp(`^${number}\\. .*\\n([\\s\\S]*?)(?=^${number + 1}\\. |$(?![\\s\\S]))`, 'm').exec(text)?.[1] ?? '';
}

describe('firebreak demo', () => {
  const { code, stdout, stderr } = demo();

  it('tells of Kakao without being given anything', () => {
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Kakao, Pangyo, 15 October 2022\n/);
    expect(stdout.split('\n').filter((line) => stringWidth(line) > 80)).toEqual([]);
  });

  it('says of what was declared that nobody can know, and names the fields', () => {
    expect(step(stdout, 1)).toMatch(/\d+ promises: 0 kept, 0 broken, \d+ unknown/);
    expect(step(stdout, 1)).toContain('recovery.uses missing');
  });

  it('puts the root cause of what was revealed first', () => {
    expect(step(stdout, 2)).toMatch(/^✖ critical {2}recovery-tool-in-blast-radius {2}failover-control/);
    expect(step(stdout, 2)).toContain('kakao-2022/revealed/tools.yaml:11');
  });

  it('plays the event', () => {
    expect(step(stdout, 3)).toMatch(/^Loss of sk-pangyo/);
    expect(step(stdout, 3)).toMatch(/^ {2}kakaotalk +17h38m .* 20m broken$/m);
  });

  it('ends with commands that work when they are copied', () => {
    const commands = step(stdout, 4).trim().split(/\n\s*/);
    expect(commands.length).toBeGreaterThan(3);
    const codes = commands.map((line) => firebreak(line.split(' ').slice(1), { cwd }).code);
    expect(codes).toEqual([0, 1, 1, 0, 0]);
  });
});

describe('firebreak demo --list', () => {
  it('names every incident that comes with the package, and each can be told', () => {
    const names = demo('--list')
      .stdout.trimEnd()
      .split('\n')
      .map((line) => line.split(' ')[0]);
    expect(names).toEqual(incidents.toSorted());
    for (const name of incidents) expect(demo(name)).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('firebreak demo --copy', () => {
  it('copies what ships, and never over anything', () => {
    expect(demo('--copy', 'new/kakao')).toMatchObject({ code: 0, stdout: 'new/kakao\n' });
    expect(readdirSync(join(cwd, 'new/kakao')).sort()).toEqual(
      readdirSync(join(root, 'examples/incidents/kakao-2022')).sort(),
    );
    const again = demo('--copy', 'taken');
    expect(again).toMatchObject({ code: 2, stdout: '' });
    expect(again.stderr).toContain('taken exists already; nothing was written');
    expect(readdirSync(join(cwd, 'taken'))).toEqual(['mine.txt']);
    expect(readFileSync(join(cwd, 'taken/mine.txt'), 'utf8')).toBe('mine\n');
  });
});

describe('firebreak demo refuses', () => {
  it.each([
    [['kakoa-2022'], 'did you mean "kakao-2022"?'],
    [['../kakao-2022'], 'there is no incident'],
    [['nothing-like-it'], 'firebreak demo --list'],
    [['kakao-2022', '--list'], '--list lists all incidents'],
    [['--list', '--copy', 'x'], '--list lists all incidents'],
  ])('%j', (args, message) => {
    const { code, stdout, stderr } = demo(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});
