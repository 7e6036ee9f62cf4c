import type { SimulatedEvent } from '../../report/simulation.js';
import { formatDuration } from '../../units/duration.js';

/** What happens: `loss of a, b; data of c damaged`. */
export function eventText({ lose, corrupt, scenarios }: SimulatedEvent): string {
  const parts = [
    ...(lose.length === 0 ? [] : [`loss of ${lose.join(', ')}`]),
    ...(corrupt.length === 0 ? [] : [`data of ${corrupt.join(', ')} damaged`]),
  ];
  const played = scenarios.length === 0 ? '' : ` (scenario ${scenarios.join(', ')})`;
  const text = parts.length === 0 ? 'nothing is lost' : parts.join('; ');
  return text + played;
}

/** The same as a heading. */
export function eventHeading(event: SimulatedEvent): string {
  return eventText(event).replace(/^./u, (letter) => letter.toUpperCase());
}

/** How long it lasts. */
export function lastsText({ lasts, ends, destroys }: SimulatedEvent): string {
  if (destroys) return 'for ever: nothing lost comes back';
  if (ends.length > 0)
    return ends.map((one) => `${one.id} ${one.lasts === null ? 'for ever' : formatDuration(one.lasts)}`).join(', ');
  return lasts === null ? 'not stated: nothing lost comes back by itself' : formatDuration(lasts);
}
