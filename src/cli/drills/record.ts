import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { addDrill, drillText, type DrillEntry } from '../../drills/drill-entry.js';
import { digestText, recoveryDigests } from '../../drills/recovery-digests.js';
import type { Model } from '../../model/model.js';
import { clean } from '../../reporters/clean.js';
import { parseDate } from '../../units/date.js';
import { CliError } from '../cli-error.js';
import { closest } from '../closest.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import { inventoryInputs } from '../inventory-inputs.js';
import type { PreparedAudit } from '../prepare-audit.js';
import { print, tell } from '../print.js';
import { refuseTaken } from '../refuse-taken.js';
import { pathFrom } from '../shown-path.js';
import { writeFileWhole } from '../write-file-whole.js';
import type { DrillFlags } from './drill-flags.js';
import { loadDrills, readable } from './load-drills.js';

/**
 * Adds a drill to a file of the inventory, with digests of what decides today how each measured service recovers. Writes
 * nothing unless the whole inventory is in order before and after.
 */
export async function record(operands: readonly string[], flags: DrillFlags): Promise<ExitCode> {
  const cwd = process.cwd();
  const { prepared, loaded } = loadDrills(operands, flags);
  const { root } = prepared.inputs;
  const today = prepared.options.now;
  const entry = entryFor(loaded.model, flags, today);
  const file = fileToAddTo(flags.file, loaded.documents, prepared, cwd);
  refuseTaken('a drill', file, prepared.policyFiles);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const text = file.endsWith('.json') ? undefined : addDrill(before, entry);
  if (text === undefined)
    throw new CliError(exitCodes.usage, `${pathFrom(cwd, file)} cannot be edited`, [
      'it must be one YAML document, with `drills` as a list if it has any; this is the drill:',
      ...drillText(entry).trimEnd().split('\n'),
    ]);
  const path = pathFrom(root, file);
  const others = prepared.inputs.sources.filter((source) => source.path !== path);
  readable(
    [...others, { path, content: text }],
    exitCodes.usage,
    'the inventory would not be in order with this drill',
  );
  if (flags.dryRun === true) {
    await print(drillText(entry));
    return exitCodes.clean;
  }
  await writeFileWhole(file, text);
  await print(`${clean(pathFrom(cwd, file))}\n`);
  if (flags.quiet !== true && entry.date !== today && Object.keys(entry.digests).length > 0)
    tell(`the digests are those of the inventory as it is, not as it was on ${entry.date}`);
  if (!isRead(file, operands, prepared, cwd)) tell(`it counts once ${pathFrom(cwd, file)} is part of the inventory`);
  return exitCodes.clean;
}

function entryFor(model: Model, flags: DrillFlags, today: string): DrillEntry {
  const { kind, lose = [], measured = [], result, evidence } = flags;
  const date = dateOf(flags.date, today);
  const services = [...model.serviceById.keys()];
  const anything = [...model.domainById.keys(), ...services];
  for (const id of lose) refuseUnknown('--lose', id, anything);
  for (const { service } of measured) refuseUnknown('--measured', service, services);
  const digests = recoveryDigests(model);
  const sorted = [...measured].sort((a, b) => (a.service < b.service ? -1 : 1));
  return {
    date,
    kind,
    lose: [...new Set(lose)],
    result,
    measured: Object.fromEntries(sorted.map(({ service, times }) => [service, times])),
    digests: Object.fromEntries(
      (flags.digests === false ? [] : sorted).flatMap(({ service }) => {
        const index = model.serviceById.get(service);
        return index === undefined ? [] : [[service, digestText(digests.of(index))]];
      }),
    ),
    evidence,
  };
}

function dateOf(stated: string | undefined, today: string): string {
  if (stated === undefined) return today;
  const date = parseDate(stated);
  if (!date.ok) throw new CliError(exitCodes.usage, `--date "${stated}" ${date.reason}`, [date.help]);
  if (date.value <= today) return date.value;
  throw new CliError(exitCodes.usage, `--date ${stated} has not come yet`, [`today is ${today}`]);
}

function refuseUnknown(flag: string, id: string, known: readonly string[]): void {
  if (known.includes(id)) return;
  const meant = closest(id, known);
  throw new CliError(exitCodes.usage, `${flag}: there is no "${id}" in the inventory`, [
    meant === undefined ? 'it takes the ids of the inventory' : `did you mean "${meant}"?`,
  ]);
}

/** As asked, or the only file that could be meant: the one with drills, else the only one there is. Absolute. */
function fileToAddTo(
  asked: string | undefined,
  documents: readonly { readonly file: string; readonly value: unknown }[],
  { inputs: { root, sources } }: PreparedAudit,
  cwd: string,
): string {
  if (asked !== undefined) return resolve(cwd, asked);
  const hasDrills = (value: unknown): boolean => typeof value === 'object' && value !== null && 'drills' in value;
  const holding = [...new Set(documents.flatMap(({ file, value }) => (hasDrills(value) ? [file] : [])))];
  const [only, ...more] = holding.length > 0 ? holding : sources.map(({ path }) => path);
  if (only !== undefined && more.length === 0) return resolve(root, only);
  throw new CliError(exitCodes.usage, 'several files could be meant', [
    `say which: --file ${holding.length > 0 ? (only ?? '') : 'drills.yaml'}`,
  ]);
}

function isRead(file: string, operands: readonly string[], { settings }: PreparedAudit, cwd: string): boolean {
  const { files } = inventoryInputs({ operands, settings, cwd, stdinFilename: undefined, quiet: true });
  return files.some((one) => resolve(cwd, one) === file);
}
