import type { Simulation } from '../../report/simulation.js';
import { labelledRow } from '../labelled-row.js';
import { plural } from '../plural.js';
import { piece, type StyledLine } from '../styled-line.js';
import { wrap } from '../wrap.js';
import type { Layout } from './layout.js';
import { nameList } from './name-list.js';
import { standingOf, type Standing } from './standing.js';

/** Who is down, and who runs with less, before anybody does anything. */
export function atOnceLines(simulation: Simulation, { width, verbose }: Layout): readonly StyledLine[] {
  const standing = standingOf(simulation);
  const row = (label: string, ids: readonly string[], note: string): readonly StyledLine[] =>
    ids.length === 0 ? [] : labelledRow(label, nameList(ids, verbose) + note, width);
  return [
    ...wrap(`At once: ${atOnceText(simulation)}`, width).map((line) => [piece('strong', line)]),
    ...row('down', standing.down, ''),
    ...row('maybe', standing.maybeDown, ' (down if what is not stated turns out badly)'),
    ...row('less', standing.degraded, ' (degraded)'),
    ...row('maybe', standing.maybeDegraded, ' (degraded if what is not stated turns out badly)'),
  ];
}

/** `18 of 30 services down, 2 more may be, 1 degraded`. */
export function atOnceText(simulation: Simulation): string {
  const { down, maybeDown, degraded, maybeDegraded }: Standing = standingOf(simulation);
  const parts = [
    `${down.length} of ${plural(simulation.services.length, 'service')} down`,
    ...(maybeDown.length === 0 ? [] : [`${maybeDown.length} more may be`]),
    ...(degraded.length === 0 ? [] : [`${degraded.length} degraded`]),
    ...(maybeDegraded.length === 0 ? [] : [`${maybeDegraded.length} may be degraded`]),
  ];
  return parts.join(', ');
}
