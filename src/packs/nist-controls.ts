import { baselines, type Baseline } from './nist-baseline.js';
import { nistPlanControls } from './nist-plan-controls.js';
import { nistSiteControls } from './nist-site-controls.js';
import type { Control } from './pack.js';

/** The controls of a baseline of SP 800-53B: its own and those of the less demanding ones. */
export function nistControls(baseline: Baseline): readonly Control[] {
  return [...nistPlanControls, ...nistSiteControls].flatMap(([least, one]) =>
    baselines.indexOf(least) <= baselines.indexOf(baseline) ? [one] : [],
  );
}
