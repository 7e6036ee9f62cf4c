import type { Simulation } from '../../report/simulation.js';
import { clean } from '../clean.js';
import { labelledRow } from '../labelled-row.js';
import type { Layout } from './layout.js';
import { eventHeading, lastsText } from './event-text.js';
import { nameList } from './name-list.js';
import { piece, type StyledLine } from '../styled-line.js';
import { wrap } from '../wrap.js';

/** What is lost, all of it, and for how long. */
export function headingLines({ event, lost }: Simulation, { say, width, verbose }: Layout): readonly StyledLine[] {
  const consequences = lost.filter((id) => !event.lose.includes(id));
  return [
    ...wrap(clean(say(eventHeading(event))), width).map((line) => [piece('strong', line)]),
    ...(consequences.length === 0 ? [] : labelledRow('takes', say(nameList(consequences, verbose)), width)),
    ...(event.planned.length === 0
      ? []
      : labelledRow(
          'planned',
          `${nameList(event.planned, verbose)}: nothing is lost with what is not there yet`,
          width,
        )),
    ...labelledRow('lasts', say(lastsText(event)), width),
  ];
}
