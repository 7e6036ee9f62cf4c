import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, root } from '../cli/fixtures/firebreak.js';
import { parseAllDocuments } from 'yaml';
import { readFileSync } from 'node:fs';

const folder = join(root, 'ci/github');
const scripts = readdirSync(folder).map((name) => join(folder, name));

/** The script of the GitLab component, in a file of its own. */
function componentScript(): string {
  const [, job] = parseAllDocuments(readFileSync(join(root, 'templates/firebreak.yml'), 'utf8'));
  const script: unknown = job?.getIn(['firebreak', 'script', 0]);
  return join(folderWith({ 'component.sh': `#!/bin/sh\n${String(script)}` }), 'component.sh');
}

/** A linter of the system; where it is not installed, the shell's own reading is all there is. */
const shellcheck = spawnSync('shellcheck', ['--version']).status === 0;

describe('shell scripts', () => {
  it.each([...scripts.map((path) => ['bash', path] as const), ['sh', componentScript()] as const])(
    'are read by the shell that runs them: %s %s',
    (shell, path) => {
      expect(spawnSync(shell, ['-n', path], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
      // Splitting the paths of the component at line ends is what is meant there.
      const lint = ['-e', shell === 'sh' ? 'SC2086' : 'SC0000', path];
      if (shellcheck) expect(spawnSync('shellcheck', lint, { encoding: 'utf8' }).stdout).toBe('');
    },
  );
});
