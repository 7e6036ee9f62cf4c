import type { Backup, Seconds, Service } from '../model/model.js';

/** Seconds that copying a backup back takes: as stated, or size ÷ rate; `undefined` where neither is known. */
export function transferTime({ data }: Service, { restore: { rate, time } }: Backup): Seconds | undefined {
  if (time !== undefined) return time;
  const size = data === 'none' ? undefined : data?.size;
  if (size === undefined || rate === undefined) return undefined;
  return size === 0 ? 0 : size / rate;
}
