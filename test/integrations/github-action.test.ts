import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import Ajv4 from 'ajv-draft-04';
import { describe, expect, it } from 'vitest';
import { folderWith, inventory, misspelt, root } from '../cli/fixtures/firebreak.js';
import { earlier, runStep, type ActionRun } from './fixtures/action-steps.js';
import { commit, git } from '../cli/fixtures/git.js';
import { repositoryWith } from './fixtures/git-repository.js';
import { healthy } from './fixtures/healthy.js';

const audit = (cwd: string, env: Readonly<Record<string, string>> = {}): ActionRun => runStep('audit.sh', cwd, env);
const decide = (code: string | undefined): ActionRun =>
  runStep('decide.sh', root, code === undefined ? {} : { EXIT_CODE: code });

const published: object = JSON.parse(
  readFileSync(join(root, 'test/reporters/schemas/sarif-2.1.0.schema.json'), 'utf8'),
);
const validate = new Ajv4.default({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(published);

/** The commands that the step says it runs. */
const commandsOf = ({ stdout }: ActionRun): readonly string[] =>
  [...stdout.matchAll(/^\[command\](.*)$/gm)].map(([, words = '']) => words);
/** The one whose exit code counts. */
const command = (run: ActionRun): string => commandsOf(run).at(-1) ?? '';

describe('the step that audits', () => {
  it.each([
    ['an inventory in which nothing reaches the gate', healthy, '0', 'pass'],
    ['one with a finding at the gate', inventory, '1', 'fail'],
    ['one that cannot be audited', misspelt, '3', 'unaudited'],
  ])('ends well and says how it went with %s', (_case, text, code, result) => {
    const run = audit(repositoryWith({ 'inventory/a.yaml': text }));
    expect(run.code, run.stderr).toBe(0);
    expect(run.outputs).toMatchObject({ 'exit-code': code, result, upload: String(result !== 'unaudited') });
    const report = JSON.parse(readFileSync(run.outputs['json'] ?? '', 'utf8'));
    expect(report).toMatchObject({ gate: { result } });
    validate(JSON.parse(readFileSync(run.outputs['sarif'] ?? '', 'utf8')));
    expect(validate.errors).toBeNull();
    expect(run.summary.startsWith(`${earlier}## Disaster-recovery audit`)).toBe(true);
  });

  it('annotates what it found, and nothing else on its log is a command', () => {
    const run = audit(repositoryWith({ 'inventory/a.yaml': inventory }));
    expect(run.commands.filter((line) => line.startsWith('::error file=inventory/a.yaml,line=6'))).toHaveLength(1);
    expect(run.commands.filter((line) => !/^::(?:error|warning|notice) file=inventory\/a\.yaml,/.test(line))).toEqual(
      [],
    );
  });

  it('takes nothing that an inventory says for a command', () => {
    const hostile = inventory
      .replace('chat', '"::error::chat"')
      .replace('- { at', '- { name: "##[error]x\\n::warning::y", at');
    const run = audit(
      repositoryWith({ 'inventory/::error ::a.yaml': hostile, 'inventory/##[error]b.yaml': '::error::[' }),
    );
    expect(run.code).toBe(0);
    expect(run.outputs['exit-code']).toBe('3');
    expect(run.commands.length).toBeGreaterThan(0);
    // Every annotation of ours has a title, and colons in what comes before the text are written as %3A.
    expect(run.commands.filter((line) => !/^::error file=[^:]*,title=[^:]*::/.test(line))).toEqual([]);
  });

  it('is told by inputs what to audit and how, word for word', () => {
    const folder = repositoryWith({ 'a folder/one.yaml': inventory, '$(touch owned)/`id`.yaml': healthy });
    const run = audit(folder, {
      INPUT_PATHS: '  a folder/one.yaml\r\n\n$(touch owned)\n',
      INPUT_FAIL_ON: 'never',
      INPUT_ARGS: '--rule=objective-missing\n--select=service=chat\n',
    });
    expect(run.outputs).toMatchObject({ 'exit-code': '0', result: 'pass' });
    const report = JSON.parse(readFileSync(run.outputs['json'] ?? '', 'utf8'));
    expect(report).toMatchObject({
      gate: { failOn: 'never' },
      run: { select: 'service=chat', inputs: [{ path: '$(touch owned)/`id`.yaml' }, { path: 'a folder/one.yaml' }] },
    });
    expect(existsSync(join(folder, 'owned'))).toBe(false);
  });

  it('runs where it is told to', () => {
    const folder = repositoryWith({ 'deep/down/inventory/a.yaml': inventory, 'inventory/b.yaml': misspelt });
    const run = audit(folder, { INPUT_WORKING_DIRECTORY: 'deep/down' });
    expect(run.outputs).toMatchObject({ 'exit-code': '1', root: folder });
    const missing = audit(folder, { INPUT_WORKING_DIRECTORY: 'no/such' });
    expect(missing.outputs).toMatchObject({ 'exit-code': '2', result: 'none', upload: 'false' });
    expect(missing.commands).toEqual(['::error title=firebreak::there is no folder no/such in the workspace']);
  });

  it('has a code for no inventory and for wrong usage, and no report to upload', () => {
    const empty = repositoryWith({ 'readme.md': '' });
    expect(audit(empty).outputs).toMatchObject({ 'exit-code': '3', result: 'unaudited', upload: 'false' });
    const wrong = audit(repositoryWith({ 'inventory/a.yaml': healthy }), { INPUT_FAIL_ON: 'hihg' });
    expect(wrong.outputs).toMatchObject({ 'exit-code': '2', result: 'none', upload: 'false' });
    expect(wrong.summary).toBe(earlier);
  });

  it('does without a summary where there is none', () => {
    const run = audit(repositoryWith({ 'inventory/a.yaml': healthy }), { GITHUB_STEP_SUMMARY: '' });
    expect(run.outputs).toMatchObject({ 'exit-code': '0' });
    expect(command(run)).not.toContain('summary');
  });
});

describe('the base of a change', () => {
  /** Two commits on main, and a branch that left it after the first. */
  function branched(): { readonly folder: string; readonly fork: string; readonly base: string } {
    const folder = repositoryWith({ 'inventory/a.yaml': healthy });
    const fork = git(folder, 'rev-parse', 'HEAD');
    git(folder, 'checkout', '--quiet', '-b', 'change');
    commit(folder, { 'change.md': 'x' });
    git(folder, 'checkout', '--quiet', 'main');
    const base = commit(folder, { 'main.md': 'x' });
    return { folder, fork, base };
  }

  it('is nothing on other events', () => {
    const { folder } = branched();
    expect(command(audit(folder, { GITHUB_EVENT_NAME: 'push', BASE_SHA: '' }))).not.toMatch(/--since|--policy-from/);
  });

  it('is the first parent of the merge that GitHub makes', () => {
    const { folder, fork, base } = branched();
    git(folder, 'merge', '--quiet', '--no-ff', '--message', 'merge', 'change');
    const merge = git(folder, 'rev-parse', 'HEAD');
    // The event may be older than the merge.
    const run = audit(folder, { GITHUB_EVENT_NAME: 'pull_request', GITHUB_SHA: merge, BASE_SHA: fork });
    expect(command(run)).toContain(` --since=${base} --policy-from=${base}`);
    // Code scanning compares with the base by itself.
    expect(commandsOf(run)).toEqual([
      expect.stringMatching(/^(?!.*--since).*--exit-zero --format=sarif=/),
      expect.stringMatching(/^(?!.*--exit-zero|.*sarif).*--since=/),
    ]);
  });

  it('is its tip where the change itself is checked out', () => {
    const { folder, base } = branched();
    git(folder, 'checkout', '--quiet', 'change');
    const env = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_SHA: 'somewhere else', BASE_SHA: base };
    expect(command(audit(folder, env))).toContain(` --since=${base} --policy-from=${base}`);
    expect(command(audit(folder, { ...env, INPUT_SINCE: 'none' }))).toMatch(
      new RegExp(`^(?!.*--since).* --policy-from=${base}`),
    );
    expect(command(audit(folder, { ...env, INPUT_POLICY_FROM: 'none' }))).toMatch(
      new RegExp(`^(?!.*--policy-from).* --since=${base}`),
    );
    expect(command(audit(folder, { ...env, INPUT_SINCE: 'v1', INPUT_POLICY_FROM: 'v2' }))).toContain(
      ' --since=v1 --policy-from=v2',
    );
  });

  it.each([
    ['is not in a shallow clone', 'fetch-depth: 0'],
    ['is all that is checked out', 'the base is checked out and not the change'],
    ['is in no repository', 'no git repository'],
  ])('that %s is wrong usage, never a pass', (_case, told) => {
    const { folder, base } = branched();
    const state = (): readonly [cwd: string, sha: string] => {
      if (told.includes('depth')) {
        const shallow = folderWith({});
        git(shallow, 'clone', '--quiet', '--depth', '1', '--branch', 'change', `file://${folder}`, '.');
        return [shallow, base];
      }
      if (told.includes('base is')) return [folder, base];
      return [folderWith({ 'inventory/a.yaml': healthy }), base];
    };
    const [cwd, sha] = state();
    const run = audit(cwd, { GITHUB_EVENT_NAME: 'pull_request_target', GITHUB_SHA: base, BASE_SHA: sha });
    expect(run.code).toBe(0);
    expect(run.outputs).toMatchObject({ 'exit-code': '2', result: 'none', upload: 'false' });
    expect(run.commands).toEqual([expect.stringContaining(told)]);
  });
});

describe('a pull request', () => {
  /** Audits a change to a repository that has one finding at the gate, as GitHub merges it into main. */
  function pullRequest(
    changed: Readonly<Record<string, string | undefined>>,
    env: Readonly<Record<string, string>> = {},
  ): ActionRun {
    const folder = repositoryWith({ 'inventory/a.yaml': inventory });
    git(folder, 'checkout', '--quiet', '-b', 'change');
    commit(folder, changed);
    git(folder, 'checkout', '--quiet', 'main');
    const base = commit(folder, { 'main.md': 'x' });
    git(folder, 'merge', '--quiet', '--no-ff', '--message', 'merge', 'change');
    const event = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_SHA: git(folder, 'rev-parse', 'HEAD'), BASE_SHA: base };
    return audit(folder, { ...event, ...env });
  }
  const worse = inventory.replaceAll('chat', 'mail').replace(/[^]*services:\n/, 'version: 1\nservices:\n');
  const settings = 'version: 1\nfailOn: never\nwaivers: [waivers.yaml]\n';
  const waiver = (service: string): string => `version: 1
waivers:
  - id: W-1
    rule: objective-missing
    on: { service: ${service} }
    reason: it excuses itself
    owner: "@author"
    expires: 2026-12-31
`;

  it('does not fail for what was there before, and code scanning still gets it', () => {
    const run = pullRequest({ 'readme.md': 'x' });
    expect(run.outputs, run.stderr).toMatchObject({ 'exit-code': '0', result: 'pass', upload: 'true' });
    expect(run.commands).toEqual([]);
    expect(readFileSync(run.outputs['sarif'] ?? '', 'utf8')).toContain('objective-missing');
  });

  it('fails for what it brings', () => {
    const run = pullRequest({ 'inventory/b.yaml': worse });
    expect(run.outputs, run.stderr).toMatchObject({ 'exit-code': '1', result: 'fail', upload: 'true' });
    expect(run.commands.filter((line) => line.includes('objective-missing'))).toEqual([
      expect.stringMatching(/^::error file=inventory\/b\.yaml,/),
    ]);
  });

  it('fails for it whatever it changes of the settings, or waives', () => {
    const changed = { 'inventory/b.yaml': worse, 'firebreak.yaml': settings, 'waivers.yaml': waiver('mail') };
    expect(pullRequest(changed).outputs).toMatchObject({ 'exit-code': '1', result: 'fail' });
  });

  it('fails where it asks for less, if that is to fail', () => {
    const changed = { 'firebreak.yaml': 'version: 1\nfailOn: never\n' };
    expect(pullRequest(changed).outputs).toMatchObject({ 'exit-code': '0' });
    expect(pullRequest(changed, { INPUT_ARGS: '--fail-on-weakened' }).outputs).toMatchObject({ 'exit-code': '1' });
  });

  it.each([
    ['that cannot be audited', { 'inventory/b.yaml': misspelt }, 'unaudited'],
    ['that takes the inventory away', { 'inventory/a.yaml': undefined }, 'unaudited'],
  ] as const)('%s does not pass', (_case, changed, result) => {
    const run = pullRequest(changed);
    expect(run.outputs).toMatchObject({ result, upload: 'false' });
    expect(Number(run.outputs['exit-code'])).toBeGreaterThan(1);
  });
});

describe('the step that decides', () => {
  it.each(['0', '1', '2', '3', '4', '137'])('ends as the audit did: %s', (code) => {
    const { code: ended, commands } = decide(code);
    expect(ended).toBe(Number(code));
    expect(commands).toEqual([]);
  });

  it.each([undefined, '', 'x', '-1', '256', '512', '0 0', '00x'])('never passes without an audit: %s', (code) => {
    expect(decide(code)).toMatchObject({
      code: 4,
      commands: ['::error title=firebreak::the audit has not run'],
    });
  });
});

describe('the step that makes the command ready', () => {
  it('says which version it is', () => {
    const manifest: { readonly version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(runStep('install.sh', root)).toMatchObject({ code: 0, stdout: `${manifest.version}\n` });
  });

  it('stops without a Node.js, and says what to do', () => {
    const path = folderWith({});
    for (const name of ['bash', 'dirname'])
      symlinkSync(execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim(), join(path, name));
    expect(runStep('install.sh', root, { PATH: path })).toMatchObject({
      code: 4,
      commands: [expect.stringContaining('put actions/setup-node before this action')],
    });
  });
});
