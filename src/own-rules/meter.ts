/** Counts the work that a rule does, so that no expression can take long whatever it says. */
export interface Meter {
  /** Steps that are left; below 0 nothing more is worked out. */
  left: number;
}

/** Most steps for one subject. A usual condition takes fewer than a hundred. */
const mostForOne = 20_000;

/** Most steps of one rule over all subjects. */
export const mostForAll = 5_000_000;

/** A meter for one subject, which takes what it uses from that of the rule. */
export function meterFor(whole: Meter): { readonly meter: Meter; readonly settle: () => void } {
  const given = Math.min(mostForOne, whole.left);
  const meter: Meter = { left: given };
  return { meter, settle: () => (whole.left -= given - Math.max(0, meter.left)) };
}

export function spend(meter: Meter, steps: number): boolean {
  meter.left -= steps;
  return meter.left >= 0;
}
