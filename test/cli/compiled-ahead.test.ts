import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bin, cleanEnvironment, folderWith, root, type Outcome } from './fixtures/firebreak.js';

const inventory = join(root, 'examples/minimal/inventory.yaml');
const audit = ['audit', inventory, '--now', '2026-06-30', '-f', 'json'];

function node(args: readonly string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env: cleanEnvironment(), encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

/** The package as built, for a test to damage; and where its bytecode is. */
function copied(): { readonly program: string; readonly code: string } {
  const folder = folderWith({});
  for (const name of ['bin', 'dist', 'package.json']) cpSync(join(root, name), join(folder, name), { recursive: true });
  const compiled = join(folder, 'dist/cli/compiled');
  return { program: join(folder, 'bin/firebreak.js'), code: join(compiled, readdirSync(compiled)[0] ?? '') };
}

type Damage = (folder: string) => void;

/** Every file changed, given its content and that of `main.cjs`. */
const rewritten =
  (change: (content: Buffer, main: Buffer) => Buffer | string): Damage =>
  (folder) => {
    const main = readFileSync(join(folder, 'main.cjs'));
    for (const name of readdirSync(folder)) {
      const path = join(folder, name);
      writeFileSync(path, change(readFileSync(path), main));
    }
  };

const otherVersion = (content: Buffer): Buffer =>
  Buffer.concat([content.subarray(0, 4), Buffer.from('abcd'), content.subarray(8)]);

describe('what V8 made of the command line when it was built', () => {
  it('is what an audit starts from', () => {
    const { code, stderr } = node([
      '-e',
      `const { modulesOf } = require(${JSON.stringify(join(root, 'bin/compiled.js'))});
      const { load, scripts } = modulesOf(${JSON.stringify(join(root, 'dist/cli'))});
      process.on('exit', () => {
        for (const [name, { cachedDataRejected }] of scripts)
          require('node:fs').writeSync(2, \`\${name} refused: \${cachedDataRejected}\\n\`);
      });
      load('main.cjs').main({ argv: ${JSON.stringify(audit)}, packageRoot: new URL(${JSON.stringify(`file://${root}/`)}) });`,
    ]);
    expect(code).toBe(1);
    const files = stderr.trimEnd().split('\n');
    expect(files).toContain('main.cjs refused: false');
    expect(files.filter((line) => !line.endsWith(' refused: false'))).toEqual([]);
  });

  it.each<readonly [string, Damage]>([
    ['nothing', (folder) => rmSync(folder, { recursive: true })],
    ['empty files', rewritten(() => '')],
    ['half of each', rewritten((content) => content.subarray(0, content.length >> 1))],
    ['something else altogether', rewritten(() => 'no bytecode\n'.repeat(10_000))],
    ['that of another file', rewritten((_content, main) => main)],
    ['that of another version of V8', rewritten(otherVersion)],
  ])('makes no difference where there is %s', (_case, damage) => {
    const { program, code } = copied();
    damage(code);
    expect(node([program, ...audit])).toEqual(node([bin, ...audit]));
  });

  it('makes no difference to a Node with other flags', () => {
    expect(node(['--no-opt', bin, ...audit])).toEqual(node([bin, ...audit]));
  });
});
