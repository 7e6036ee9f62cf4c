import type { DateOrNever } from './targets.js';

/** How many units there are beyond those needed: `none` is no unit at all, `N` none beyond. */
export type Redundancy = 'none' | 'N' | 'N+1' | 'N+2' | '2N' | '2N+1';

/** What is stated about power, batteries, fire and water in a building. `undefined`: unknown or left out. */
export interface Facility {
  /** As written, with its scheme: `Uptime Tier III`. */
  readonly class: string | undefined;
  /** The last day of its certificate; `never`: the operator's own claim. */
  readonly certifiedUntil: DateOrNever | undefined;
  readonly feeds: number | undefined;
  readonly substations: number | undefined;
  /** Separate distribution paths from the entry of power to the racks. */
  readonly paths: number | undefined;
  readonly ups: Redundancy | undefined;
  readonly batteryMinutes: number | undefined;
  readonly generators: Redundancy | undefined;
  readonly fuelHours: number | undefined;
  readonly refuelContract: boolean | undefined;
  readonly batteryRoom: 'separate' | 'shared' | 'none' | undefined;
  readonly batteryChemistry: string | undefined;
  readonly batteryDisconnect: boolean | undefined;
  readonly suppression: string | undefined;
  readonly zonedPowerOff: boolean | undefined;
  readonly fireZones: number | undefined;
  readonly combustible: boolean | undefined;
  readonly floodZone: boolean | undefined;
  readonly floodProtection: boolean | undefined;
  readonly seismicZone: boolean | undefined;
  readonly seismicDesign: boolean | undefined;
  /** By system, sorted: the day of its last test under load. Systems whose date is not known are in here too. */
  readonly tests: ReadonlyMap<string, DateOrNever | undefined>;
}
