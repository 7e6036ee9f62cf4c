const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

const BYTES: Readonly<Record<string, number>> = {
  B: 1,
  kB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  PB: 1e15,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
  TiB: 1024 ** 4,
};

/** `15m`, `1h30m`, `2d`, `PT1H30M`, `P1DT2H`, `0s` in seconds. */
export function readDuration(text: string): number {
  const plain = text.startsWith('P') ? text.slice(1).replace('T', '').toLowerCase() : text;
  let seconds = 0;
  for (const [, amount, unit] of plain.matchAll(/([\d.]+)([a-z])/g)) {
    seconds += Number(amount) * (SECONDS[unit ?? ''] ?? Number.NaN);
  }
  return seconds;
}

/** `40TB`, `1.5TiB` in bytes. */
export function readSize(text: string): number {
  const [, amount, unit] = /^([\d.]+)(\w+)$/.exec(text) ?? [];
  return Number(amount) * (BYTES[unit ?? ''] ?? Number.NaN);
}

/** `200MB/s` in bytes per second. */
export function readRate(text: string): number {
  return readSize(text.replace('/s', ''));
}

/** `60%` as 60: whole percents add up exactly. */
export function readPercent(text: string): number {
  return Number(text.replace('%', ''));
}
