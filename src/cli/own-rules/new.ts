import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { rules } from '../../rules/index.js';
import { clean } from '../../reporters/clean.js';
import { shellWord } from '../../reporters/shell-word.js';
import { CliError } from '../cli-error.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import type { InventoryFlags } from '../flags.js';
import { loadSettings } from '../load-settings.js';
import { makeFolder } from '../make-folder.js';
import { print, tell } from '../print.js';
import { addSetting } from '../set-setting.js';
import { pathFrom } from '../shown-path.js';

const usualFolder = 'dr-rules';

/** Writes a rule that works, and a fixture that shows it. */
export async function newOwnRule(id: string, flags: InventoryFlags & { readonly dir?: string }): Promise<ExitCode> {
  const cwd = process.cwd();
  const settings = loadSettings({ config: flags.config, operands: [], cwd, ruleIds: rules.map((rule) => rule.id) });
  const name = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*\/([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/.exec(id)?.[1];
  if (name === undefined)
    throw new CliError(exitCodes.usage, `"${id}" is not the name of a rule of your own`, [
      'put a namespace in front, like acme/two-sites',
    ]);
  if (settings.ownRules.rules.some((rule) => rule.id === id))
    throw new CliError(exitCodes.usage, `there is a rule ${id} already`);
  const home = settings.file === undefined ? cwd : dirname(settings.file);
  const folder = flags.dir === undefined ? join(home, usualFolder) : resolve(cwd, flags.dir);
  const files = [
    { path: join(folder, `${name}.yaml`), text: ruleText(id) },
    { path: join(folder, `${name}.fixture.yaml`), text: fixtureText(id) },
  ];
  const taken = files.filter(({ path }) => existsSync(path)).map(({ path }) => pathFrom(cwd, path));
  if (taken.length > 0)
    throw new CliError(exitCodes.usage, `${taken.join(' and ')} there already; nothing was written`);
  for (const { path, text } of files) write(path, text);
  await print(files.map(({ path }) => `${clean(pathFrom(cwd, path))}\n`).join(''));
  const glob = `${pathFrom(home, folder)}/*.yaml`;
  if (settings.ownRules.paths.length === 0) await addSetting(settings, `ownRules: [${JSON.stringify(glob)}]`);
  const given = flags.config === undefined || flags.config === false ? [] : ['--config', shellWord(flags.config)];
  if (flags.quiet !== true) tell('written; next:', [['firebreak rules test', ...given].join(' ')]);
  return exitCodes.clean;
}

function write(path: string, text: string): void {
  try {
    makeFolder(dirname(path));
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliError(exitCodes.fault, `cannot write ${path}: ${reason}`);
  }
}

function ruleText(id: string): string {
  return `version: 1
rules:
  - id: ${id}
    on: service
    # Only those that it is about. Names count as they are written; * stands for any text.
    select: { kind: service }
    # What has to be true, in CEL. Where a value is missing the rule cannot know.
    assert: size(service.replicas) >= 2
    summary: Service with fewer than two copies
    message: "{service.id} has {size(service.replicas)} copies, 2 are asked for"
    why: What has one copy is gone with the place where it stands.
    fix: Add a copy in another building.
    severity: medium
    # The field that a finding points to.
    at: replicas
`;
}

function fixtureText(id: string): string {
  return `# Run by \`firebreak rules test\`.
version: 1
locations:
  building-a: { kind: building }
  building-b: { kind: building }
services:
  alone: # expect: [${id}]
    replicas: [{ at: building-a }]
  doubled: # ok: [${id}]
    replicas: [{ at: building-a }, { at: building-b }]
`;
}
