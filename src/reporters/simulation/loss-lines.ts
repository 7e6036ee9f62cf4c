import type { Simulation } from '../../report/simulation.js';
import { clean } from '../clean.js';
import { plural } from '../plural.js';
import { piece, type StyledLine } from '../styled-line.js';
import { wrap } from '../wrap.js';
import type { Layout } from './layout.js';
import { nameList } from './name-list.js';
import { rangeText } from './range-text.js';

/** More sources than these are counted unless the output is verbose. */
const mostSources = 20;

/** Data lost: how much, by the service whose own it is, and who loses it with that service. */
export function lossLines({ services, dataLosses }: Simulation, layout: Layout): readonly StyledLine[] {
  const { say, signs, verbose, width } = layout;
  const losing = services.filter(({ loss }) => loss.worst !== 0);
  if (losing.length === 0) return [[piece('strong', 'Data lost: none')]];
  const sure = losing.filter(({ loss }) => loss.best !== 0).length;
  const shown = verbose ? dataLosses : dataLosses.slice(0, mostSources);
  const more = dataLosses.length - shown.length;
  const count = sure === losing.length ? plural(sure, 'service') : `${sure} to ${plural(losing.length, 'service')}`;
  return [
    [piece('strong', `Data lost: ${count}`)],
    ...shown.flatMap(({ service, loss, inheritedBy }) => {
      const heirs = inheritedBy.length === 0 ? '' : `; with it ${nameList(inheritedBy, verbose, 6)}`;
      const text = clean(say(`${service} ${rangeText(loss, 'everything')}${heirs}`));
      return wrap(text, width - 4).map((line, index) => [
        piece('plain', index === 0 ? `  ${signs.dot} ${line}` : `    ${line}`),
      ]);
    }),
    ...(more === 0 ? [] : [[piece('dim', `  ${signs.cut} and ${plural(more, 'more service')} (-v lists them)`)]]),
  ];
}
