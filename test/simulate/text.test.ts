import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { LossRanking, Simulation } from '../../src/report/simulation.js';
import { markdownSimulation } from '../../src/reporters/simulation/markdown.js';
import { prettySimulation } from '../../src/reporters/simulation/pretty.js';
import { simulate } from '../../src/simulate.js';
import { arbitraryCase } from '../support/arbitrary/arbitrary-case.js';
import { runs } from '../support/runs.js';
import { circle, fates } from './inventories.js';
import { exampleFiles, filesOf, plain80, ranked, simulated } from './simulated.js';

const kakao = (): Simulation => simulated(exampleFiles('incidents/kakao-2022/revealed'), { lose: ['sk-pangyo'] });
const north = (): Simulation => simulated(filesOf(fates), { lose: ['north'] });
const stuck = (): Simulation => simulated(filesOf(circle), { lose: ['north'] });
const worst = (): LossRanking => ranked(exampleFiles('incidents/kakao-2022/revealed'));

const goldens: readonly (readonly [name: string, text: () => string])[] = [
  ['kakao.txt', () => prettySimulation.simulation(kakao(), plain80)],
  ['kakao.md', () => markdownSimulation.simulation(kakao(), plain80)],
  ['kakao-plan.md', () => prettySimulation.plan(kakao(), plain80)],
  ['kakao-worst.txt', () => prettySimulation.ranking(worst(), plain80)],
  ['kakao-worst.md', () => markdownSimulation.ranking(worst(), plain80)],
  ['fates.txt', () => prettySimulation.simulation(north(), plain80)],
  ['fates-ascii.txt', () => prettySimulation.simulation(north(), { ...plain80, unicode: false })],
  ['fates-narrow.txt', () => prettySimulation.simulation(north(), { ...plain80, width: 40 })],
  ['fates-quiet.txt', () => prettySimulation.simulation(north(), { ...plain80, quiet: true })],
  ['fates-plan.md', () => markdownSimulation.plan(north(), plain80)],
  ['circle.txt', () => prettySimulation.simulation(stuck(), plain80)],
  ['circle-plan.md', () => markdownSimulation.plan(stuck(), plain80)],
];

describe('the text of a simulation', () => {
  it.each(goldens)('%s is as in its golden', async (name, text) => {
    await expect(text()).toMatchFileSnapshot(`golden/${name}`);
  });

  it('draws with ASCII only, where nothing else is shown', () => {
    const text = prettySimulation.simulation(north(), { ...plain80, unicode: false });
    expect(text).toMatch(/^[\n -~]*$/);
  });

  it('says the same without colour as with it', () => {
    const painted = prettySimulation.simulation(north(), {
      ...plain80,
      paint: (style, text) => `<${style}>${text}</>`,
    });
    expect(painted.replaceAll(/<\/>|<[a-z]+>/g, '')).toBe(prettySimulation.simulation(north(), plain80));
  });

  it('keeps to the columns it has, also with wide characters, whatever happens', () => {
    fc.assert(
      fc.property(
        arbitraryCase,
        fc.integer({ min: 60, max: 100 }),
        fc.boolean(),
        ({ inventory, event }, width, verbose) => {
          const wide = JSON.stringify(inventory).replaceAll(/"(s\d+)"/g, '"카카오톡$1"');
          const lose = event.lose.map((id) => id.replace(/^(s\d+)$/, '카카오톡$1'));
          const answer = simulate([{ path: 'a.json', content: wide }], { lose });
          if (answer.outcome !== 'done') throw new Error(JSON.stringify(answer));
          const text = prettySimulation.simulation(answer.result, { ...plain80, width, verbose });
          expect(text.split('\n').filter((line) => stringWidth(line) > width && !line.includes('firebreak '))).toEqual(
            [],
          );
        },
      ),
      { seed: 5, numRuns: runs(400) },
    );
  });

  it('cleans what the inventory says, in every format', () => {
    const safe = north();
    const hostile = {
      ...safe,
      event: { ...safe.event, lose: ['north\u001b[2J'] },
      lost: ['north\u001b[2J'],
      services: safe.services.map((service) => ({ ...service, id: `${service.id}\u202e\r\n::error::` })),
      causes: safe.causes.map((cause) => ({ ...cause, because: 'a\u0007 <img src=x> | b' })),
    };
    for (const text of [
      prettySimulation.simulation(hostile, plain80),
      markdownSimulation.simulation(hostile, plain80),
    ]) {
      expect(text).not.toMatch(/(?!\n)\p{Cc}|\u202e|^\s*::/mu);
    }
    expect(markdownSimulation.simulation(hostile, plain80)).not.toMatch(/(?<!\\)<img/);
  });
});
