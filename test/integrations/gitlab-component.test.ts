import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import {
  bin,
  cleanEnvironment,
  folderWith,
  inventory,
  misspelt,
  root,
  type Outcome,
} from '../cli/fixtures/firebreak.js';
import { elements, readXml } from '../reporters/fixtures/read-xml.js';
import { commit, git } from '../cli/fixtures/git.js';
import { repositoryWith } from './fixtures/git-repository.js';
import { healthy } from './fixtures/healthy.js';
import { publishedSchema } from './fixtures/published-schema.js';

interface Input {
  readonly description: string;
  readonly type?: string;
  readonly default?: string | boolean;
}

interface Job {
  readonly variables: Readonly<Record<string, string>>;
  readonly script: readonly string[];
  readonly artifacts: {
    readonly when: string;
    readonly reports: { readonly codequality: string; readonly junit: string };
  };
}

const text = readFileSync(join(root, 'templates/firebreak.yml'), 'utf8');
const documents: readonly unknown[] = parseAllDocuments(text).map((document) => document.toJS());
const header: { readonly spec: { readonly inputs: Readonly<Record<string, Input>> } } = JSON.parse(
  JSON.stringify(documents[0]),
);
const { inputs } = header.spec;
const reference = /\$\[\[ inputs\.([\w-]+) \]\]/g;

/** The jobs as GitLab makes them of the template, with these inputs. */
function jobs(given: Readonly<Record<string, string | boolean>> = {}): { readonly firebreak: Job } {
  const written = JSON.stringify(documents[1]).replaceAll(reference, (_, name: string) =>
    JSON.stringify(String(given[name] ?? inputs[name]?.default ?? `<${name}>`)).slice(1, -1),
  );
  return JSON.parse(written);
}

const onPath = folderWith({ firebreak: `#!/bin/sh\nexec '${process.execPath}' '${bin}' "$@"\n` });
chmodSync(join(onPath, 'firebreak'), 0o755);

/** Runs the job as the runner of GitLab does: its script in a shell, with its variables. */
function run(
  cwd: string,
  given: Readonly<Record<string, string | boolean>> = {},
  predefined: Readonly<Record<string, string>> = {},
): Outcome {
  const { variables, script } = jobs(given).firebreak;
  const { PATH = '', ...others } = cleanEnvironment();
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script.join('\n')], {
    cwd,
    env: { ...others, PATH: `${onPath}:${PATH}`, ...variables, ...predefined, GITLAB_CI: 'true', NO_COLOR: '1' },
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
}

describe('the GitLab component', () => {
  it('is a header and jobs that GitLab takes', () => {
    expect(documents).toHaveLength(2);
    const validate = publishedSchema('gitlab-ci');
    validate(jobs());
    expect(validate.errors).toBeNull();
    validate({ firebreak: { ...jobs().firebreak, artefacts: {} } });
    expect(validate.errors).not.toBeNull();
  });

  it('uses every input it asks for, describes it, and no other', () => {
    const used = [...text.matchAll(reference)].map(([, name = '']) => name);
    expect([...new Set(used)].sort()).toEqual(Object.keys(inputs).sort());
    expect(Object.values(inputs).filter(({ description }) => description === '')).toEqual([]);
    // Nobody publishes an image, so whoever includes it has to name theirs.
    expect(Object.keys(inputs).filter((name) => inputs[name]?.default === undefined)).toEqual(['image']);
  });

  it('puts no input into the text of its script', () => {
    expect(jobs().firebreak.script.join('\n')).toBe(jobs({ paths: 'x', 'fail-on': 'low' }).firebreak.script.join('\n'));
  });

  it.each([
    ['an inventory in which nothing reaches the gate', healthy, 0],
    ['one with a finding at the gate', inventory, 1],
    ['one that cannot be audited', misspelt, 3],
  ])('ends as the audit, and has its reports whatever that is: %s', (_case, content, code) => {
    const cwd = repositoryWith({ 'inventory/a.yaml': content });
    expect(run(cwd).code).toBe(code);
    const { when, reports } = jobs().firebreak.artifacts;
    expect(when).toBe('always');
    const issues: readonly object[] = JSON.parse(readFileSync(join(cwd, reports.codequality), 'utf8'));
    expect(issues.length).toBeGreaterThan(0);
    const cases = elements(readXml(readFileSync(join(cwd, reports.junit), 'utf8')), 'testcase');
    expect(cases.length).toBeGreaterThan(0);
    expect(existsSync(join(cwd, 'firebreak.json'))).toBe(true);
  });

  it('takes a path a line, whatever is in it', () => {
    const cwd = repositoryWith({ 'a folder/one.yaml': inventory, '$(touch owned).yaml': healthy, 'x.yaml': misspelt });
    const { code, stderr } = run(cwd, { paths: 'a folder\n$(touch owned).yaml', 'fail-on': 'never' });
    expect(code, stderr).toBe(0);
    expect(existsSync(join(cwd, 'owned'))).toBe(false);
    const report = JSON.parse(readFileSync(join(cwd, 'firebreak.json'), 'utf8'));
    expect(report).toMatchObject({
      gate: { failOn: 'never' },
      run: { inputs: [{ path: '$(touch owned).yaml' }, { path: 'a folder/one.yaml' }] },
    });
  });

  it('fails where there is no inventory, and where it is told nonsense', () => {
    expect(run(repositoryWith({ 'readme.md': '' })).code).toBe(3);
    expect(run(repositoryWith({ 'inventory/a.yaml': healthy }), { 'fail-on': 'hihg' }).code).toBe(2);
  });

  describe('in a merge request', () => {
    const added = inventory.replaceAll('chat', 'mail').replace(/[^]*services:\n/, 'version: 1\nservices:\n');
    const target = { CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' } as const;

    /** A clone of a branch alone, as the runner makes it, with a change to a repository that has one finding at the gate. */
    function clone(changed: Readonly<Record<string, string>>): string {
      const origin = repositoryWith({ 'inventory/a.yaml': inventory });
      git(origin, 'checkout', '--quiet', '-b', 'change');
      commit(origin, changed);
      const folder = folderWith({});
      git(folder, 'clone', '--quiet', '--single-branch', '--branch', 'change', `file://${origin}`, '.');
      return folder;
    }
    const rulesIn = (cwd: string): readonly string[] => {
      const issues: readonly { readonly check_name: string; readonly location: { readonly path: string } }[] =
        JSON.parse(readFileSync(join(cwd, 'gl-code-quality-report.json'), 'utf8'));
      return issues.map(({ check_name: rule, location }) => `${location.path}: ${rule}`);
    };

    it('fails for what is new only, and hands the widget everything to compare', () => {
      const old = clone({ 'readme.md': 'x' });
      expect(run(old, {}, target)).toMatchObject({ code: 0 });
      expect(rulesIn(old)).toContain('inventory/a.yaml: objective-missing');
      const worse = clone({ 'inventory/b.yaml': added });
      expect(run(worse, {}, target)).toMatchObject({ code: 1 });
      expect(rulesIn(worse)).toEqual(
        expect.arrayContaining(['inventory/a.yaml: objective-missing', 'inventory/b.yaml: objective-missing']),
      );
    });

    it('goes by the settings of the target branch', () => {
      const lax = clone({ 'inventory/b.yaml': added, 'firebreak.yaml': 'version: 1\nfailOn: never\n' });
      expect(run(lax, {}, target)).toMatchObject({ code: 1 });
      expect(run(lax, { 'only-new': false }, target)).toMatchObject({ code: 0 });
    });

    it('does not pass where there is no such branch, or the inventory cannot be audited', () => {
      expect(run(clone({}), {}, { CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'gone' }).code).not.toBe(0);
      expect(run(clone({ 'inventory/b.yaml': misspelt }), {}, target).code).toBe(3);
    });
  });

  it('has the history of the target branch', () => {
    expect(jobs().firebreak.variables['GIT_DEPTH']).toBe('0');
  });
});
