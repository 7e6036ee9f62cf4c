import type { DetailRow } from '../../report/report.js';

/** A stretch of a recovery, in seconds after the loss; `null` has no end. */
export interface Segment {
  readonly what: 'detect' | 'wait' | 'work' | 'unsure' | 'never';
  /** The step it is, where it is one. */
  readonly phase?: string;
  readonly from: number;
  readonly to: number | null;
}

const beside: readonly string[] = ['detect', 'decide', 'outage'];

/**
 * A recovery as it goes at best: detecting and deciding beside the waits, then the steps one after the other, then the
 * rest of the range, which only what nobody wrote down decides.
 */
export function segmentsOf({ recovery, startsAt, steps, waitsFor }: DetailRow): readonly Segment[] {
  const { best, worst } = recovery;
  if (best === null) return [{ what: 'never', from: 0, to: null }];
  const segments: Segment[] = [];
  let at = 0;
  for (const { phase, seconds } of steps.filter((step) => beside.includes(step.phase))) {
    const to = at + (seconds ?? 0);
    if (to > at) segments.push({ what: phase === 'outage' ? 'wait' : 'detect', phase, from: at, to });
    at = to;
  }
  const gate = Math.min(startsAt ?? best, best);
  if (gate > at) segments.push({ what: waitsFor.length > 0 ? 'wait' : 'detect', from: at, to: gate });
  at = Math.max(at, gate);
  for (const { phase, seconds } of steps.filter((step) => !beside.includes(step.phase))) {
    const to = Math.min(best, at + (seconds ?? 0));
    if (to > at) segments.push({ what: 'work', phase, from: at, to });
    at = Math.max(at, to);
  }
  if (best > at) segments.push({ what: 'wait', from: at, to: best });
  if (worst === null || worst > best) segments.push({ what: 'unsure', from: best, to: worst });
  return segments;
}
