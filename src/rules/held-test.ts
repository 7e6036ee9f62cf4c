import type { Backup, RestoreTest } from '../model/model.js';

/** The latest restore of a backup that has been held; one that lies in the future has not. */
export function heldTest(tested: Backup['tested'], now: string): RestoreTest | undefined {
  return tested === undefined || tested === 'never' || tested.date > now ? undefined : tested;
}
