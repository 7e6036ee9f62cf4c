import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LossRequest } from '../../src/report/simulation-event.js';
import type { RankingRequest } from '../../src/report/simulation-ranking.js';
import type { LossRanking, SimulatedService, Simulation } from '../../src/report/simulation.js';
import { unpainted } from '../../src/reporters/paint.js';
import type { SimulationOptions } from '../../src/reporters/simulation/simulation-reporter.js';
import { rankLosses, simulate, type Answer } from '../../src/simulate.js';
import type { SourceFile } from '../../src/source/source-file.js';

/** An 80-column terminal without colour. */
export const plain80: SimulationOptions = { width: 80, paint: unpainted, unicode: true, quiet: false, verbose: false };

const examples = join(import.meta.dirname, '../../examples');

export function exampleFiles(name: string): readonly SourceFile[] {
  return readdirSync(join(examples, name))
    .filter((file) => file.endsWith('.yaml') && file !== 'firebreak.yaml')
    .sort()
    .map((file) => ({ path: file, content: readFileSync(join(examples, name, file), 'utf8') }));
}

export function filesOf(inventory: string): readonly SourceFile[] {
  return [{ path: 'inventory.yaml', content: inventory }];
}

function done<Result>(answer: Answer<Result>): Result {
  if (answer.outcome === 'done') return answer.result;
  throw new Error(JSON.stringify(answer, undefined, 2));
}

export function simulated(files: readonly SourceFile[], request: LossRequest): Simulation {
  return done(simulate(files, request));
}

export function ranked(files: readonly SourceFile[], request: Partial<RankingRequest> = {}): LossRanking {
  return done(rankLosses(files, { kind: undefined, lasts: undefined, destroys: false, ...request }));
}

export function serviceIn({ services }: Simulation, id: string): SimulatedService {
  const found = services.find((service) => service.id === id);
  if (found === undefined) throw new Error(`no service ${id}`);
  return found;
}
