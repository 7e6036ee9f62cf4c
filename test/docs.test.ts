import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Runs a line of a console block as a reader would, from the root of the repository. */
function run(command: string): string {
  const script = command.replace(/^firebreak\b/, 'node bin/firebreak.js');
  const env = { ...process.env, COLUMNS: '100', NO_COLOR: '1' };
  return execFileSync('sh', ['-c', `${script} || true`], { cwd: root, env, encoding: 'utf8' });
}

/** The text with every console block's output replaced by what its commands print now. */
function withFreshOutput(text: string): string {
  return text.replaceAll(/^```console\n([\s\S]*?)^```$/gm, (_, block: string) => {
    const commands = block.split('\n').filter((line) => line.startsWith('$ '));
    const outputs = commands.map((line) => `${line}\n${run(line.slice(2))}`);
    return ['```console', outputs.join('\n').trimEnd(), '```'].join('\n');
  });
}

const pages = ['.', 'docs', ...readdirSync(join(root, 'examples')).map((name) => join('examples', name))].flatMap(
  (folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name)),
);

describe('documentation', () => {
  it.each(pages)('%s shows what its commands print', async (page) => {
    const text = readFileSync(join(root, page), 'utf8');
    await expect(withFreshOutput(text)).toMatchFileSnapshot(join(root, page));
  });

  it('RULES.md is the catalogue', async () => {
    await expect(run('firebreak rules --format markdown')).toMatchFileSnapshot(join(root, 'RULES.md'));
  });

  it('docs/CLI.md is the help of every command', async () => {
    const commands = ['', 'audit', 'explain', 'simulate', 'rules', 'schema', 'init'];
    const sections = commands.map((name) => {
      const help = run(`firebreak ${name} --help`).trimEnd();
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
