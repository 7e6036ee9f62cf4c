import type { Waiver } from '../../waivers/waiver.js';

/** The first free `W-<year>-<number>` behind those that there are. */
export function nextId(all: readonly Waiver[], now: string): string {
  const year = now.slice(0, 4);
  const taken = all.map(({ name }) => new RegExp(`^W-${year}-(\\d{1,6})$`).exec(name)?.[1] ?? '0');
  const next = Math.max(0, ...taken.map(Number)) + 1;
  return `W-${year}-${String(next).padStart(3, '0')}`;
}
