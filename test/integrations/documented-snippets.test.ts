import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseWorkflow, convertWorkflowTemplate } from '@actions/workflow-parser';
import { NoOperationTraceWriter } from '@actions/workflow-parser/templates/trace-writer';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { buildProgram } from '../../src/cli/program.js';
import { reporters } from '../../src/reporters/index.js';
import { simulationFormats } from '../../src/reporters/simulation/index.js';
import { root } from '../cli/fixtures/firebreak.js';
import { publishedSchema } from './fixtures/published-schema.js';

interface Snippet {
  readonly page: string;
  readonly language: string;
  readonly text: string;
}

const pages = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)].filter((path) =>
  path.endsWith('.md'),
);
const snippets: readonly Snippet[] = pages.flatMap((page) =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', text = '']) => ({ page, language, text }),
  ),
);
const written = (language: string, mark: string): readonly Snippet[] =>
  snippets.filter((one) => one.language === language && one.text.includes(mark));

const program = buildProgram({ packageRoot: new URL('file:///'), finish: () => undefined });

/** Everything that is typed behind `firebreak` in a text, up to what the shell does with it. */
function invocations(text: string): readonly (readonly string[])[] {
  const joined = text
    .replaceAll(/\\\n\s*/g, ' ')
    .replaceAll(/\$\{[^}]*\+("[^"]*")\}/g, '$1')
    .replaceAll(/\S*\/firebreak:\d[\w.]*(?= )/g, 'firebreak');
  return [...joined.matchAll(/(?:^|[\s;|(])firebreak ([^\n|;>#&`]*)/gm)].map(([, line = '']) =>
    [...line.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) => word.replaceAll(/["']/g, '')),
  );
}

/** The command that words lead to, and what is left of them. */
function commandOf(words: readonly string[], from: Command = program): readonly [Command, readonly string[]] {
  const at = words.findIndex((word) => !word.startsWith('-'));
  const name = words[at] ?? '';
  const inside = from.commands.find((command) => [command.name(), ...command.aliases()].includes(name));
  if (inside !== undefined) return commandOf(words.toSpliced(at, 1), inside);
  const audit = program.commands.find((command) => command.name() === 'audit');
  return [from === program && audit !== undefined ? audit : from, words];
}

/** Flags and formats in an invocation that the program does not have. */
function mistakes(words: readonly string[]): readonly string[] {
  const [command, rest] = commandOf(words);
  const options = [...command.options, ...program.options, ...(command.parent?.options ?? [])];
  const known = new Set(['-h', '--help', '-', '--', ...options.flatMap(({ short, long }) => [short, long])]);
  const flags = rest.filter((word) => word.startsWith('-')).map((word) => word.split('=')[0] ?? '');
  const wrong = flags.filter((flag) => !known.has(flag));
  const formats = command.name() === 'simulate' ? simulationFormats : reporters;
  const asked = rest.flatMap((word, at) =>
    /^(?:-f|--format)$/.test(rest[at - 1] ?? '') ? [word.split('=')[0] ?? ''] : [],
  );
  const chosen = command.options.find(({ long }) => long === '--format')?.argChoices;
  return [...wrong, ...asked.filter((name) => !(chosen?.includes(name) ?? formats.has(name)))].map(
    (mistake) => `firebreak ${words.join(' ')}: ${mistake}`,
  );
}

describe('documented commands', () => {
  it('have only flags and formats that there are', () => {
    const typed = snippets
      .filter(({ language }) => ['sh', 'console', 'yaml', 'groovy'].includes(language))
      .flatMap(({ page, text }) => invocations(text).map((words) => ({ page, words })));
    expect(typed.length).toBeGreaterThan(30);
    expect(typed.flatMap(({ page, words }) => mistakes(words).map((mistake) => `${page}: ${mistake}`))).toEqual([]);
    expect(mistakes(['audit', '--fial-on', 'low', '-f', 'josn=x'])).toHaveLength(2);
    expect(mistakes(['waivers', 'add', 'x', '--since', 'y'])).toHaveLength(1);
  });

  it.each(snippets.filter(({ language }) => language === 'sh'))('are read by a shell: $page $text', ({ text }) => {
    expect(spawnSync('sh', ['-n'], { input: text, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });

  it.each(written('groovy', "sh '''"))('are read by a shell in a Jenkinsfile: $page', ({ text }) => {
    const script = /sh '''\n([\s\S]*?)'''/.exec(text)?.[1] ?? '';
    expect(script).toContain('firebreak audit');
    expect(spawnSync('sh', ['-n'], { input: script, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
    // Groovy makes nothing of a dollar between three single quotes, but ends there.
    expect(text.split('{').length).toBe(text.split('}').length);
  });
});

describe('documented YAML', () => {
  it.each(snippets.filter(({ language }) => language === 'yaml'))('is YAML: $page $text', ({ text }) => {
    expect(parseAllDocuments(text).flatMap(({ errors }) => errors)).toEqual([]);
  });

  const workflows = written('yaml', 'jobs:');
  it.each(workflows)('is a workflow that GitHub takes: $page', async ({ text }) => {
    const { context, value } = parseWorkflow({ name: 'workflow.yml', content: text }, new NoOperationTraceWriter());
    if (value !== undefined) await convertWorkflowTemplate(context, value);
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
  });

  it('of a workflow gives the action inputs that it has, and the history it needs', () => {
    const { inputs }: { readonly inputs: object } = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
    expect(workflows.length).toBeGreaterThan(0);
    for (const { text } of workflows) {
      const workflow: {
        readonly jobs: Readonly<
          Record<string, { readonly steps: readonly { readonly uses?: string; readonly with?: object }[] }>
        >;
      } = parse(text);
      const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
      const ours = steps.find(({ uses }) => uses?.startsWith('OWNER/firebreak@'));
      expect(Object.keys(ours?.with ?? {}).filter((name) => !(name in inputs))).toEqual([]);
      expect(steps.find(({ uses }) => uses?.startsWith('actions/checkout@'))?.with).toMatchObject({ 'fetch-depth': 0 });
    }
  });

  it('of the GitLab component gives it inputs that it has', () => {
    const [header] = parseAllDocuments(readFileSync(join(root, 'templates/firebreak.yml'), 'utf8'));
    const includes = written('yaml', 'component:');
    expect(includes.length).toBe(1);
    for (const { text } of includes) {
      const { include }: { readonly include: readonly { readonly inputs: object }[] } = parse(text);
      expect(
        Object.keys(include[0]?.inputs ?? {}).filter((name) => header?.hasIn(['spec', 'inputs', name]) !== true),
      ).toEqual([]);
    }
  });

  it('of a hook is a configuration that pre-commit takes', () => {
    const [config, ...others] = written('yaml', 'hooks:');
    expect(others).toEqual([]);
    const validate = publishedSchema('pre-commit-config', 'pre-commit-hooks');
    validate(parse(config?.text ?? ''));
    expect(validate.errors).toBeNull();
  });

  it('of Azure Pipelines has steps with a script that a shell reads, and publishes what fails', () => {
    const [pipeline, ...others] = written('yaml', 'PublishTestResults@2');
    expect(others).toEqual([]);
    const { steps }: { readonly steps: readonly Readonly<Record<string, unknown>>[] } = parse(pipeline?.text ?? '');
    const kinds = ['checkout', 'bash', 'task'];
    expect(steps.filter((step) => kinds.filter((kind) => kind in step).length !== 1)).toEqual([]);
    const scripts = steps.flatMap(({ bash }) => (typeof bash === 'string' ? [bash] : []));
    expect(scripts).toHaveLength(1);
    for (const input of scripts)
      expect(spawnSync('bash', ['-n'], { input, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
    const published = steps.filter(({ task }) => typeof task === 'string' && task.startsWith('Publish'));
    expect(published.map(({ condition }) => condition)).toEqual(['succeededOrFailed()', 'succeededOrFailed()']);
  });
});
