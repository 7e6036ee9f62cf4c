import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { commandNames } from '../src/cli/command-names.js';
import { describe, expect, it } from 'vitest';
import { bin, folderWith, root } from './cli/fixtures/firebreak.js';

/** A folder to play in, as a clone would be, with `firebreak` on the path. */
function playground(): string {
  const folder = folderWith({ 'bin/firebreak': `#!/bin/sh\nexec '${process.execPath}' '${bin}' "$@"\n` });
  chmodSync(join(folder, 'bin/firebreak'), 0o755);
  cpSync(join(root, 'examples'), join(folder, 'examples'), { recursive: true });
  return folder;
}

/** Runs a line of a console block as a reader would. */
function run(command: string, cwd: string): string {
  const path = `${join(cwd, 'bin')}:${process.env['PATH'] ?? ''}`;
  const env = { ...process.env, PATH: path, COLUMNS: '100', NO_COLOR: '1' };
  return execFileSync('sh', ['-c', `${command} || true`], { cwd, env, encoding: 'utf8' });
}

/**
 * The text with every console block's output replaced by what its commands print now. Those of one page are run one
 * after the other in one folder, so that a page can change what it has copied.
 */
function withFreshOutput(text: string): string {
  const cwd = playground();
  return text.replaceAll(/^```console\n([\s\S]*?)^```$/gm, (_, block: string) => {
    const commands = block.split('\n').filter((line) => line.startsWith('$ '));
    const outputs = commands.map((line) => {
      const output = run(line.slice(2), cwd).trimEnd();
      return output === '' ? `${line}\n` : `${line}\n${output}\n\n`;
    });
    return ['```console', outputs.join('').trimEnd(), '```'].join('\n');
  });
}

const examples = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' });
const pages = [
  ...['.', 'docs'].flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name))),
  ...examples.map((path) => join('examples', path)),
]
  .filter((path) => path.endsWith('.md'))
  .sort();
const shows = (page: string): boolean => readFileSync(join(root, page), 'utf8').includes('```console');

/** Commands that have commands of their own. */
const nested: Readonly<Record<string, readonly string[]>> = {
  waivers: ['list', 'add', 'check', 'renew'],
  baseline: ['create', 'show', 'prune'],
  config: ['show', 'validate', 'path'],
  drills: ['record', 'list'],
  rules: ['test', 'new'],
};

/** Other names of commands, and what prints the help of another. */
const otherNames = ['check', 'lint', 'rule', 'help'];

function inside(name: string): readonly string[] {
  return (nested[name] ?? []).map((own) => `${name} ${own}`);
}

describe('documentation', () => {
  it.each(pages.filter(shows))('%s shows what its commands print', async (page) => {
    const text = readFileSync(join(root, page), 'utf8');
    await expect(withFreshOutput(text)).toMatchFileSnapshot(join(root, page));
  });

  it('RULES.md is the catalogue', async () => {
    await expect(run('firebreak rules --format markdown', playground())).toMatchFileSnapshot(join(root, 'RULES.md'));
  });

  it('docs/CLI.md is the help of every command', async () => {
    const cwd = playground();
    const commands = [
      '',
      ...commandNames.flatMap((name) => (otherNames.includes(name) ? [] : [name, ...inside(name)])),
    ];
    const sections = commands.map((name) => {
      const help = run(`firebreak ${name} --help`, cwd).trimEnd();
      return `## firebreak${name === '' ? '' : ` ${name}`}\n\n\`\`\`text\n${help}\n\`\`\`\n`;
    });
    await expect(`# Command line\n\n${sections.join('\n')}`).toMatchFileSnapshot(join(root, 'docs', 'CLI.md'));
  });

  it('links only to files that exist', () => {
    const files = new Set(
      execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).split('\n'),
    );
    const dead = pages.flatMap((page) =>
      [...readFileSync(join(root, page), 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
        .map(([, target = '']) => relative(root, join(root, page, '..', target)))
        .filter(
          (target) =>
            !files.has(target) && ![...files].some((file) => file.startsWith(`${target.replace(/\/$/, '')}/`)),
        )
        .map((target) => `${page}: ${target}`),
    );
    expect(dead).toEqual([]);
  });
});
