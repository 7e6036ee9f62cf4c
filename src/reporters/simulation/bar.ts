import type { SimulatedRange } from '../../report/simulation.js';

interface BarSigns {
  readonly sure: string;
  readonly maybe: string;
  readonly endless: string;
}

const unicode: BarSigns = { sure: '█', maybe: '░', endless: '→' };
const ascii: BarSigns = { sure: '#', maybe: '-', endless: '>' };

/**
 * A bar of `columns` cells for a scale from 0 to `longest`: solid while the service is out for sure, light while it may
 * still be, with an arrow where that has no end.
 */
export function bar({ best, worst }: SimulatedRange, longest: number, columns: number, drawsUnicode: boolean): string {
  const { sure, maybe, endless } = drawsUnicode ? unicode : ascii;
  const cells = (seconds: number): number =>
    seconds === 0 || longest === 0 ? 0 : Math.max(1, Math.round((seconds / longest) * columns));
  const solid = best === null ? columns : cells(best);
  const open = worst === null ? columns - 1 : cells(worst);
  const light = maybe.repeat(Math.max(0, open - Math.min(solid, open)));
  if (worst === null) return sure.repeat(Math.min(solid, columns - 1)) + light + endless;
  return sure.repeat(solid) + light;
}
