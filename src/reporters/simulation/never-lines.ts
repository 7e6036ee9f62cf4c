import type { SimulatedCause, Simulation } from '../../report/simulation.js';
import { clean } from '../clean.js';
import { groupBy } from '../group-by.js';
import { labelledRow } from '../labelled-row.js';
import { plural } from '../plural.js';
import { piece, type StyledLine } from '../styled-line.js';
import { wrap } from '../wrap.js';
import type { Layout } from './layout.js';
import { nameList } from './name-list.js';

/** More reasons than these are counted unless the output is verbose. */
const mostReasons = 12;

/** What never comes back even at best: the roots first, each once, then all that wait for them. */
export function neverLines({ services, causes }: Simulation, layout: Layout): readonly StyledLine[] {
  const { width, verbose, signs } = layout;
  const never = services.filter(({ recovery }) => recovery.best === null).map(({ id }) => id);
  if (never.length === 0) return [];
  const roots = new Set(causes.flatMap((cause) => cause.services));
  const heldUp = never.filter((id) => !roots.has(id));
  const reasons = [...groupBy(causes, reasonKey).values()];
  const shown = verbose ? reasons : reasons.slice(0, mostReasons);
  const more = reasons.length - shown.length;
  return [
    [piece('strong', `Never coming back: ${plural(never.length, 'service')}`)],
    ...shown.flatMap((group) => reasonLines(group, layout)),
    ...(more === 0 ? [] : [[piece('dim', `  ${signs.cut} and ${plural(more, 'more reason')} (-v lists them)`)]]),
    ...(heldUp.length === 0
      ? []
      : labelledRow(
          'so',
          `${nameList(heldUp, verbose)} never ${heldUp.length === 1 ? 'comes' : 'come'} back either`,
          width,
        )),
  ];
}

/** Causes that hold up nobody are told together where they have the same reason. */
function reasonKey({ services, because, holdsUp }: SimulatedCause): string {
  return holdsUp.length === 0 ? because : `${because} ${services.join(' ')}`;
}

function reasonLines(group: readonly SimulatedCause[], layout: Layout): readonly StyledLine[] {
  const { say, signs, verbose, width } = layout;
  const [first] = group;
  if (first === undefined) return [];
  const names = nameList([...new Set(group.flatMap(({ services }) => services))], verbose);
  const held = first.holdsUp.length === 0 ? '' : `; holds up ${plural(first.holdsUp.length, 'service')}`;
  const text = clean(`${names}: ${say(first.because)}${held}`);
  const margin = 4;
  return wrap(text, width - margin).map((line, index) => [
    piece('bad', index === 0 ? `  ${signs.failed} ` : ' '.repeat(margin)),
    piece('plain', line),
  ]);
}
