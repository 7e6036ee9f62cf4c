import { usualMaxAge } from '../../rules/usual-max-age.js';
import { recoveryDigests } from '../../drills/recovery-digests.js';
import { standingOf, type Standing } from '../../drills/standing-of.js';
import type { Drill, Model } from '../../model/model.js';
import { combinePacks } from '../../packs/combine.js';
import { escapeActive } from '../../reporters/escape-active.js';
import { locate } from '../../source/locate.js';
import { formatDuration } from '../../units/duration.js';
import { alignedTable, type Column } from '../aligned-table.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import { print, tell } from '../print.js';
import { stdoutTerminal } from '../stdout-terminal.js';
import type { DrillFlags } from './drill-flags.js';
import { loadDrills } from './load-drills.js';

/** Of a drill: the day, the kind, what was lost. */
const drillColumns: readonly Column[] = [{ style: 'strong' }, { style: 'plain' }, { style: 'plain', flexible: true }];
/** Below it, of each service: what was measured, and what that is worth. */
const serviceColumns: readonly Column[] = [{ style: 'rule' }, { style: 'plain' }, { style: 'plain', flexible: true }];

const told: Readonly<Record<Standing, string>> = {
  current: 'holds',
  untold: 'holds by its age; does not say what it tested',
  changed: 'proves nothing: changed since',
  'too old': 'proves nothing: too old',
  'only talk': 'proves nothing: nothing was taken away',
  failed: 'proves nothing: it failed',
};

/** What a drill measured of one service, and what that is worth today. */
interface Row {
  readonly drill: Drill;
  readonly service: string;
  /** Seconds. */
  readonly rto: number | undefined;
  readonly rpo: number | undefined;
  readonly standing: Standing;
}

/** The drills and incidents up to today, the latest first, with what each service of them still proves. */
export async function list(operands: readonly string[], flags: DrillFlags): Promise<ExitCode> {
  const { prepared, loaded } = loadDrills(operands, flags);
  const { model, sources } = loaded;
  const { now, packs = [], rules = new Map(), maxAge = {} } = prepared.options;
  const { drill: limit, grace } = { ...usualMaxAge, ...combinePacks(packs, { rules, maxAge }).maxAge };
  const digests = recoveryDigests(model);
  const drills = model.drills.filter(({ date }) => date <= now).toReversed();
  const rowsOf = (drill: Drill): readonly Row[] =>
    [...drill.measured].map(([index, { rto, rpo }]) => ({
      drill,
      service: model.services[index]?.id ?? '',
      rto,
      rpo,
      standing: standingOf(digests, drill, index, { now, limit, grace }),
    }));
  if (flags.format === 'json') {
    const data = drills.map((drill) => {
      const { file, start } = locate(sources, model.place({ type: 'drill', index: drill.index }));
      const services = rowsOf(drill).map(({ service, rto, rpo, standing }) => ({ service, rto, rpo, standing }));
      const { date, kind, result, evidence } = drill;
      return { date, kind, lose: lostIn(model, drill), result, evidence, services, path: file, line: start.line };
    });
    await print(`${escapeActive(JSON.stringify(data, undefined, 2))}\n`);
  } else if (drills.length > 0) {
    const { width, paint } = stdoutTerminal(flags);
    const blocks = drills.map((drill) => {
      const { date, kind = '-' } = drill;
      const lost = lostIn(model, drill).join(', ') || '-';
      const head = alignedTable([[date, kind, lost]], { columns: drillColumns, width, indent: 0, paint });
      return head + alignedTable(cells(rowsOf(drill)), { columns: serviceColumns, width, indent: 2, paint });
    });
    await print(blocks.join(''));
  } else if (flags.quiet !== true) tell('the inventory has no drills');
  return exitCodes.clean;
}

/** One row for each service that was measured. */
function cells(rows: readonly Row[]): readonly (readonly string[])[] {
  if (rows.length === 0) return [['-', '-', 'nothing was measured']];
  return rows.map(({ service, rto, rpo, standing }) => {
    const times = [
      rto === undefined ? '' : `rto ${formatDuration(rto)}`,
      rpo === undefined ? '' : `rpo ${formatDuration(rpo)}`,
    ];
    return [service, times.filter((time) => time !== '').join(', ') || '-', told[standing]];
  });
}

function lostIn({ domains, services }: Model, { lose }: Drill): readonly string[] {
  return [
    ...lose.domains.map((index) => domains[index]?.id ?? ''),
    ...lose.services.map((index) => services[index]?.id ?? ''),
  ];
}
