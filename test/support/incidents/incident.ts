import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { audit } from '../../../src/audit.js';
import type { Report } from '../../../src/report/report.js';
import type { Simulation } from '../../../src/report/simulation.js';
import { simulate } from '../../../src/simulate.js';
import type { SourceFile } from '../../../src/source/source-file.js';
import { parseDuration } from '../../../src/units/duration.js';
import { foldersIn, inventoryFolder } from '../inventory-folder.js';
import type { Expected, IncidentEvent, Variant } from './expected.js';
import { readExpected } from './read-expected.js';

export const incidentsFolder: string = join(import.meta.dirname, '../../../examples/incidents');

/** One real incident as it ships: two inventories, and what became public. */
export interface Incident {
  readonly name: string;
  readonly expected: Expected;
  readonly files: Readonly<Record<Variant, readonly SourceFile[]>>;
  /** The day before, by the settings of each variant. */
  readonly now: Readonly<Record<Variant, string>>;
}

export function readIncidents(): readonly Incident[] {
  return foldersIn(incidentsFolder)
    .filter((name) => existsSync(join(incidentsFolder, name, 'expected.yaml')))
    .map(readIncident);
}

export function readIncident(name: string): Incident {
  const folder = join(incidentsFolder, name);
  const files = (variant: Variant): readonly SourceFile[] => inventoryFolder(join(folder, variant));
  const now = (variant: Variant): string => dayIn(join(folder, variant, 'firebreak.yaml'));
  return {
    name,
    expected: readExpected(join(folder, 'expected.yaml')),
    files: { declared: files('declared'), revealed: files('revealed') },
    now: { declared: now('declared'), revealed: now('revealed') },
  };
}

/** The day that a settings file judges evidence by. */
export function dayIn(path: string): string {
  const settings: unknown = parse(readFileSync(path, 'utf8'));
  if (typeof settings === 'object' && settings !== null && 'now' in settings && typeof settings.now === 'string')
    return settings.now;
  throw new Error(`${path} does not say \`now\``);
}

/** What the event does to an inventory. */
export function play(files: readonly SourceFile[], event: IncidentEvent): Simulation {
  const { lose = [], corrupt = [], scenario, lasts, destroys = false } = event;
  const answer = simulate(files, {
    lose,
    corrupt,
    scenarios: scenario === undefined ? [] : [scenario],
    lasts: lasts === undefined ? undefined : seconds(lasts),
    destroys,
  });
  if (answer.outcome === 'done') return answer.result;
  throw new Error(JSON.stringify(answer, undefined, 2));
}

export function audited({ files, now }: Incident, variant: Variant): Report {
  return audit(files[variant], { now: now[variant] });
}

/** Seconds; `never` is Infinity. */
export function seconds(text: string): number {
  if (text === 'never') return Number.POSITIVE_INFINITY;
  const duration = parseDuration(text);
  if (duration.ok) return duration.value;
  throw new Error(`${text} ${duration.reason}`);
}
