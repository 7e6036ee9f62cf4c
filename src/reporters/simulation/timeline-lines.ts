import type { SimulatedObjective, SimulatedService, Simulation } from '../../report/simulation.js';
import { formatDuration } from '../../units/duration.js';
import { clean } from '../clean.js';
import { columnsOf } from '../columns.js';
import type { Style } from '../paint.js';
import { plural } from '../plural.js';
import { piece, type StyledLine } from '../styled-line.js';
import { bar } from './bar.js';
import type { Layout } from './layout.js';
import { comingBack } from './coming-back.js';
import { rangeText } from './range-text.js';

const indent = 2;
const gap = 2;
const widestName = 26;
const narrowestBar = 10;
/** More services than these are counted unless the output is verbose. */
const mostRows = 40;

interface Row {
  readonly name: string;
  readonly time: string;
  readonly rto: string;
  readonly style: Style;
  readonly service: SimulatedService;
}

/** The services that come back, in order of time, each with a bar and its RTO. */
export function timelineLines(simulation: Simulation, layout: Layout): readonly StyledLine[] {
  const { say, verbose } = layout;
  const all = comingBack(simulation);
  if (all.length === 0) return [];
  const rtos = new Map(
    simulation.objectives.flatMap((one) => (one.objective === 'rto' ? [[one.service, one] as const] : [])),
  );
  const rows = (verbose ? all : all.slice(0, mostRows)).map((service): Row => {
    const rto = rtos.get(service.id);
    return {
      name: clean(service.id),
      time: say(rangeText(service.recovery, 'never')),
      rto: rto === undefined ? '' : rtoText(rto),
      style: rto === undefined ? 'plain' : styles[rto.verdict],
      service,
    };
  });
  const more = all.length - rows.length;
  return [
    [piece('strong', `Coming back: ${countText(all)}`)],
    ...table(rows, layout),
    ...(more === 0
      ? []
      : [[piece('dim', `  ${layout.signs.cut} and ${plural(more, 'more service')} (-v lists them)`)]]),
  ];
}

/** `5 services, 2 more may`: those come back only if what is not stated turns out well. */
function countText(all: readonly SimulatedService[]): string {
  const sure = all.filter(({ recovery }) => recovery.worst !== null).length;
  return sure === all.length ? plural(sure, 'service') : `${plural(sure, 'service')}, ${all.length - sure} more may`;
}

const styles = { kept: 'good', broken: 'bad', unknown: 'open' } as const;

/** In brackets where the objective is a general one, not promised for this loss. */
function rtoText({ target, verdict, promisedFor }: SimulatedObjective): string {
  const text = `${formatDuration(target)} ${verdict}`;
  return promisedFor === null ? `(${text})` : text;
}

function table(rows: readonly Row[], layout: Layout): readonly StyledLine[] {
  const { width, unicode } = layout;
  const name = Math.max(
    'service'.length,
    ...rows.map((row) => columnsOf(row.name)).filter((size) => size <= widestName),
  );
  const time = Math.max('ready'.length, ...rows.map((row) => columnsOf(row.time)));
  const rto = Math.max(0, ...rows.map((row) => columnsOf(row.rto)));
  const rtoColumn = rto === 0 ? 0 : Math.max(rto, 'RTO'.length) + gap;
  const stacked = indent + name + gap + time + rtoColumn > width;
  const lead = stacked ? indent * 2 : indent + name + gap;
  const room = Math.min(40, width - lead - time - rtoColumn - gap);
  const bars = room >= narrowestBar ? room : 0;
  const longest = Math.max(
    0,
    ...rows.flatMap(({ service: { recovery } }) => [recovery.best ?? 0, recovery.worst ?? 0]),
  );
  const fits = lead + time + rtoColumn <= width;
  return [
    header({ lead, time, bars, longest: formatDuration(longest), rto: rto > 0 && fits, stacked }),
    ...rows.flatMap((row) => {
      const drawn = bars === 0 ? '' : bar(row.service.recovery, longest, bars, unicode);
      const rest: StyledLine = [
        piece('plain', pad(row.time, time)),
        ...(bars === 0 ? [] : [piece('dim', `  ${pad(drawn, bars)}`)]),
        ...(fits && row.rto !== '' ? [piece('plain', '  '), piece(row.style, row.rto)] : []),
      ];
      const below: readonly StyledLine[] =
        !fits && row.rto !== '' ? [[piece('plain', ' '.repeat(lead)), piece(row.style, `RTO ${row.rto}`)]] : [];
      const apart = stacked || columnsOf(row.name) > name;
      const first: readonly StyledLine[] = apart
        ? [[piece('plain', ' '.repeat(indent) + row.name)], [piece('plain', ' '.repeat(lead)), ...rest]]
        : [[piece('plain', `${' '.repeat(indent)}${pad(row.name, name)}  `), ...rest]];
      return [...first, ...below];
    }),
  ];
}

interface Header {
  readonly lead: number;
  readonly time: number;
  readonly bars: number;
  readonly longest: string;
  readonly rto: boolean;
  readonly stacked: boolean;
}

function header({ lead, time, bars, longest, rto, stacked }: Header): StyledLine {
  const first = stacked ? ' '.repeat(lead) : pad(`${' '.repeat(indent)}service`, lead);
  const scale = bars === 0 ? '' : `  0${longest.padStart(bars - 1)}`;
  return [piece('dim', `${first}${pad('ready', time)}${scale}${rto ? '  RTO' : ''}`)];
}

function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}
