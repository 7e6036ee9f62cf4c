import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** One `##` section of a Markdown file in test/cases: an inventory, and what one rule has to say about it. */
export interface Case {
  readonly rule: string;
  readonly title: string;
  /** Each YAML block is a file, named `1.yaml`, `2.yaml` … in the order in which they stand. */
  readonly files: readonly CaseFile[];
  /** Each block marked `waivers`, named `waivers1.yaml` and so on. */
  readonly waivers: readonly CaseFile[];
  /** `path:line` of each `# expect: [rule]`. */
  readonly expected: readonly string[];
  /** Whether a `# cannot-know: [rule]` says that the rule must count something as unknown. */
  readonly cannotKnow: boolean;
  /** From a `# now: DATE` line; otherwise a fixed day. */
  readonly now: string;
  /** Options of the rule, from a `# options: {JSON}` line. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Text in a block marked `message`: each line must be part of a finding's text. */
  readonly messages: readonly string[];
}

export interface CaseFile {
  readonly path: string;
  readonly content: string;
}

const folder = join(import.meta.dirname, '..', 'cases');

export function readCases(): readonly Case[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort()
    .flatMap((path) => casesIn(basename(path, '.md'), readFileSync(join(folder, path), 'utf8')));
}

function casesIn(rule: string, text: string): readonly Case[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const blocks = [...section.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)];
      const contents = (language: string): readonly string[] =>
        blocks.flatMap(([, name, content]) => (name === language && content !== undefined ? [content] : []));
      const files = contents('yaml').map((content, index) => ({ path: `${index + 1}.yaml`, content }));
      const waivers = contents('waivers').map((content, index) => ({ path: `waivers${index + 1}.yaml`, content }));
      const marks = (mark: string): readonly string[] =>
        [...files, ...waivers].flatMap(({ path, content }) =>
          content.split('\n').flatMap((line, index) => {
            const [, list = ''] = new RegExp(`# ${mark}: \\[([^\\]]*)\\]`).exec(line) ?? [];
            return list.split(', ').includes(rule) ? [`${path}:${index + 1}`] : [];
          }),
        );
      return {
        rule,
        title: section.slice(0, section.indexOf('\n')),
        files,
        waivers,
        expected: marks('expect'),
        cannotKnow: marks('cannot-know').length > 0,
        now: /# now: (\S+)/.exec(section)?.[1] ?? '2026-06-30',
        options: JSON.parse(/# options: (.+)/.exec(section)?.[1] ?? '{}'),
        messages: contents('message').flatMap((block) => block.trim().split('\n')),
      };
    });
}
