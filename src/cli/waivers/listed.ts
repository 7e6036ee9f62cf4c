import type { Waiver } from '../../waivers/waiver.js';

/** A waiver with the days that are left of it. */
export interface Listed {
  readonly waiver: Waiver;
  readonly daysLeft: number;
}
