import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAction } from '@actions/workflow-parser/actions/index';
import { NoOperationTraceWriter } from '@actions/workflow-parser/templates/trace-writer';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../cli/fixtures/firebreak.js';

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const text = readFileSync(join(root, 'action.yml'), 'utf8');
const action: ActionFile = parse(text);
const { steps } = action.runs;
const script = (name: string): string => readFileSync(join(root, 'ci/github', name), 'utf8');
const usedInputs = (part: string): readonly string[] =>
  [...part.matchAll(/\binputs\.([\w-]+)/g)].map(([, name = '']) => name);

function problems(content: string): readonly string[] {
  const { context } = parseAction({ name: 'action.yml', content }, new NoOperationTraceWriter());
  return context.errors.getErrors().map(({ message }) => message);
}

describe('action.yml', () => {
  it('is what the parser of GitHub takes for an action', () => {
    expect(problems(text)).toEqual([]);
    expect(problems(text.replace('    shell: bash\n', '').replace('      shell: bash\n', ''))).not.toEqual([]);
    expect(problems(text.replace('!cancelled()', '!canceled()'))).not.toEqual([]);
  });

  it('puts nothing into the text of a script', () => {
    const runs = steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
    expect(runs).toEqual(
      ['install.sh', 'audit.sh', 'decide.sh'].map((name) => `bash "$GITHUB_ACTION_PATH/ci/github/${name}"`),
    );
    expect(readdirSync(join(root, 'ci/github')).sort()).toEqual(['audit.sh', 'decide.sh', 'install.sh']);
  });

  it('hands its scripts what they read, and nothing else', () => {
    const audit = steps.find(({ id }) => id === 'audit');
    const read = new Set(script('audit.sh').match(/\b(?:INPUT_[A-Z_]+|BASE_SHA)\b/g));
    read.delete('INPUT_');
    expect(Object.keys(audit?.env ?? {}).sort()).toEqual([...read].sort());
    expect(Object.keys(steps.at(-1)?.env ?? {})).toEqual(['EXIT_CODE']);
  });

  it('uses every input, and only those', () => {
    const used = steps.flatMap((step) => usedInputs(JSON.stringify(step)));
    expect([...new Set(used)].sort()).toEqual(Object.keys(action.inputs).sort());
  });

  it('has for outputs what the audit writes', () => {
    const written = [...script('audit.sh').matchAll(/^ *(?:if .* then )?output ([a-z-]+) /gm)].map(
      ([, name = '']) => name,
    );
    const read = [...text.matchAll(/steps\.audit\.outputs\.([a-z-]+)/g)].map(([, name = '']) => name);
    expect([...new Set(read)].sort()).toEqual([...new Set(written)].sort());
  });

  it('uploads before it decides, and decides whatever happened', () => {
    const upload = steps.findIndex(({ uses }) => uses?.startsWith('github/codeql-action/upload-sarif@'));
    expect(upload).toBeGreaterThan(steps.findIndex(({ id }) => id === 'audit'));
    expect(upload).toBe(steps.length - 2);
    expect(steps.at(-1)?.if).toBe('${{ !cancelled() }}');
    expect(steps[upload]?.if).toContain("steps.audit.outputs.upload == 'true'");
  });

  it('runs no action of others but by its commit', () => {
    const others = steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses]));
    expect(others.filter((uses) => !/^github\/codeql-action\/upload-sarif@[0-9a-f]{40}$/.test(uses))).toEqual([]);
  });

  it('is described in docs/CI.md, input by input and output by output', () => {
    const page = readFileSync(join(root, 'docs/CI.md'), 'utf8');
    const table = (title: string): readonly string[] =>
      [
        ...(new RegExp(`\\| ${title} \\| \\|\\n\\| --- \\| --- \\|\\n((?:\\|.*\\n)+)`).exec(page)?.[1] ?? '').matchAll(
          /^\| ([^|]+) \|/gm,
        ),
      ]
        .flatMap(([, cell = '']) => [...cell.matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name))
        .sort();
    expect(table('input')).toEqual(Object.keys(action.inputs).sort());
    expect(table('output')).toEqual(Object.keys(action.outputs).sort());
    expect(existsSync(join(root, 'ci/github/audit.sh'))).toBe(true);
  });
});
