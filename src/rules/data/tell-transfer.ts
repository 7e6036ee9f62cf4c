import type { Backup, Seconds, Service } from '../../model/model.js';
import { formatDuration } from '../../units/duration.js';
import { formatRate } from '../../units/rate.js';
import { formatSize } from '../../units/size.js';

/** How long copying a backup back takes, as a division; empty where that time is stated. */
export function tellTransfer(
  { data }: Service,
  { restore: { rate, time } }: Backup,
  transfer: Seconds,
): readonly string[] {
  const size = data === 'none' ? undefined : data?.size;
  if (time !== undefined || rate === undefined || size === undefined) return [];
  return [`transfer ${formatDuration(transfer)} = ${formatSize(size)} / ${formatRate(rate)}`];
}
