import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';
import { describe, expect, it } from 'vitest';
import { cleanEnvironment, folderWith, root } from '../cli/fixtures/firebreak.js';

const text = readFileSync(join(root, 'Dockerfile'), 'utf8');
const instructions = DockerfileParser.parse(text)
  .getInstructions()
  .map((one) => ({ name: one.getKeyword(), words: one.getArguments().map((argument) => argument.getValue()) }));
const lastStage = instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM'));
const named = (name: string, among = lastStage): readonly (readonly string[])[] =>
  among.filter((one) => one.name === name).map(({ words }) => words);

/** What the last stage copies: from where, and to where below /opt/firebreak. */
const copies = DockerfileParser.parse(text)
  .getCOPYs()
  .slice(-named('COPY').length)
  .map((copy) => {
    const paths = copy.getArguments().map((argument) => argument.getValue());
    const stage = copy.getFromFlag()?.getValue() ?? undefined;
    return { stage, sources: paths.slice(0, -1), target: paths.at(-1) ?? '' };
  });

describe('the Dockerfile', () => {
  it('builds on one major version of an image', () => {
    const images = named('FROM', instructions).map(([image = '']) => image);
    expect(images.length).toBeGreaterThan(1);
    expect(images.filter((image) => !/^node:\d+-alpine$/.test(image))).toEqual([]);
  });

  it('ends as somebody who is not root, and starts the command itself', () => {
    expect(named('USER')).toEqual([['1000:1000']]);
    const user = lastStage.findIndex(({ name }) => name === 'USER');
    expect(lastStage.slice(user + 1).map(({ name }) => name)).toEqual(['WORKDIR', 'ENTRYPOINT']);
    expect(named('ENTRYPOINT').flat().join('')).toBe('["firebreak"]');
  });

  it('takes in no secret, no address and no script of a dependency', () => {
    expect(named('ADD', instructions)).toEqual([]);
    expect([...named('ARG', instructions), ...named('ENV', instructions)]).toEqual([]);
    expect(text).not.toMatch(/curl|wget|https?:|token|password/i);
    expect(text.match(/npm ci.*/g)).toEqual(['npm ci --ignore-scripts']);
  });

  it('copies what is there, and what .dockerignore lets through', () => {
    const allowed = readFileSync(join(root, '.dockerignore'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const fromContext = DockerfileParser.parse(text)
      .getCOPYs()
      .filter((copy) => copy.getFromFlag() === null)
      .flatMap((copy) => copy.getArguments().slice(0, -1))
      .map((argument) => argument.getValue());
    expect(fromContext.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(new Set(fromContext)).toEqual(new Set(allowed));
  });

  it('copies enough to run, from a folder in which nothing can be written', () => {
    const image = folderWith({});
    for (const { stage, sources, target } of copies)
      for (const source of sources) {
        const from = join(root, stage === undefined ? source : basename(source));
        const below = join(image, target.replace(/^\/opt\/firebreak/, ''));
        cpSync(from, target.endsWith('/') ? join(below, basename(source)) : below, { recursive: true });
      }
    expect(spawnSync('chmod', ['-R', 'a-w', image]).status).toBe(0);
    const cwd = folderWith({});
    for (const [args, code] of [
      [['--version'], 0],
      [['audit', join(root, 'examples/healthy/inventory.yaml')], 0],
      [['schema', 'report'], 0],
      [['demo'], 0],
      [['init'], 0],
      [['completion', 'bash'], 0],
    ] as const) {
      const run = spawnSync(process.execPath, [join(image, 'bin/firebreak.js'), ...args], {
        cwd,
        env: cleanEnvironment(),
        encoding: 'utf8',
      });
      expect(run.status, `${args.join(' ')}: ${run.stderr}`).toBe(code);
    }
    expect(statSync(join(image, 'bin/firebreak.js')).isFile()).toBe(true);
  });
});
