import { parsed, refused, type Parsed, type Refusal } from './parsed.js';

/** Bytes of each unit, largest first. `kB` is the spelling of the standard, `KB` that of most people. */
const units: ReadonlyMap<string, number> = new Map([
  ['EB', 1e18],
  ['PB', 1e15],
  ['TB', 1e12],
  ['GB', 1e9],
  ['MB', 1e6],
  ['KB', 1e3],
  ['kB', 1e3],
  ['EiB', 2 ** 60],
  ['PiB', 2 ** 50],
  ['TiB', 2 ** 40],
  ['GiB', 2 ** 30],
  ['MiB', 2 ** 20],
  ['KiB', 2 ** 10],
  ['B', 1],
]);

const form = /^(\d{1,15})(?:\.(\d{1,3}))?(B|[kKMGTPE]B|[KMGTPE]iB)$/;
const example = 'write it like `40TB`, `1.5TiB` or `800GB`';

/** Reads an amount of data such as `40TB` (decimal) or `1.5TiB` (binary) as whole bytes. */
export function parseSize(text: string): Parsed<number> {
  const match = form.exec(text);
  if (!match) return sizeRefusal(text);
  const [, whole = '0', fraction = '', unit = 'B'] = match;
  const factor = units.get(unit) ?? 1;
  // Multiplied apart, so that 1.1TB is exactly 1100000000000 bytes.
  return parsed(Number(whole) * factor + Math.round((Number(fraction.padEnd(3, '0')) * factor) / 1000));
}

/**
 * Writes bytes for people, exactly: of the units that need no more than three decimals the one with the shortest text,
 * and of equal ones the largest, decimal before binary. Reading it back gives the same number for every safe integer.
 */
export function formatSize(bytes: number): string {
  let best = `${bytes}B`;
  for (const [unit, factor] of units) {
    if (unit === 'kB' || bytes < factor) continue;
    const text = `${Math.round((bytes / factor) * 1000) / 1000}${unit}`;
    if (text.length < best.length && isExactly(text, bytes)) best = text;
  }
  return best;
}

function isExactly(text: string, bytes: number): boolean {
  const back = parseSize(text);
  return back.ok && back.value === bytes;
}

function sizeRefusal(text: string): Refusal {
  const trimmed = text.trim();
  if (trimmed === '') return refused('is empty', example);
  if (trimmed.length > 40) return refused('is not an amount of data', example);
  if (/^[-\u2212]/.test(trimmed)) return refused('is negative', 'an amount of data is `0B` or more');
  if (/^\d+(?:\.\d+)?$/.test(trimmed)) {
    return refused('has no unit', `write \`${trimmed}GB\` (gigabytes) or \`${trimmed}TB\` (terabytes)`);
  }
  const slip = /^(\d+(?:[.,]\d+)?)\s*([kmgtpe]?)(i?)(b|bytes?)?$/i.exec(trimmed);
  const [, number = '', prefix = '', binary = '', word = ''] = slip ?? [];
  const advice = `${number.replace(',', '.')}${prefix.toUpperCase()}${binary.toLowerCase()}B`;
  if (!slip || !form.test(advice)) return refused('is not an amount of data', example);
  if (word === 'b' && prefix !== '' && prefix === prefix.toUpperCase()) {
    return refused('is in bits', `write \`${advice}\` for bytes`);
  }
  if (/\s/.test(text)) return refused('has spaces in it', `write \`${advice}\``);
  return refused('has its unit in a form that is not read', `write \`${advice}\``);
}
