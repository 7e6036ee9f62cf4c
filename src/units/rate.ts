import { parsed, refused, type Parsed, type Refusal } from './parsed.js';
import { formatSize } from './size.js';

const form = /^(\d{1,9})(?:\.(\d{1,3}))?(?:([kKMGTPE]?)|([KMGTPE])i)(B|bit)\/(s|m|h|d)$/;
const example = 'write it like `200MB/s` or `1Gbit/s`';

const prefixes = ['', 'K', 'M', 'G', 'T', 'P', 'E'];
const seconds: ReadonlyMap<string, number> = new Map([
  ['s', 1],
  ['m', 60],
  ['h', 3600],
  ['d', 86_400],
]);

/**
 * Reads a transfer rate such as `200MB/s`, `1Gbit/s` or `2TB/h` as bytes per second. Zero is refused: it would make
 * every transfer endless, which is better said where the transfer is described.
 */
export function parseRate(text: string): Parsed<number> {
  const match = form.exec(text);
  if (!match) return rateRefusal(text);
  const [, whole = '0', fraction = '', decimal = '', binary = '', unit = 'B', per = 's'] = match;
  const thousandths = Number(whole) * 1000 + Number(fraction.padEnd(3, '0'));
  if (thousandths === 0)
    return refused('is zero: nothing would ever arrive', 'write the rate that was measured, or `unknown`');
  const factor = binary === '' ? 1000 ** prefixes.indexOf(decimal.toUpperCase()) : 1024 ** prefixes.indexOf(binary);
  const divisor = 1000 * (unit === 'bit' ? 8 : 1) * (seconds.get(per) ?? 1);
  return parsed((thousandths * factor) / divisor);
}

/** Writes bytes per second for people: 200000000 as `200MB/s`. Rounded to whole bytes. */
export function formatRate(bytesPerSecond: number): string {
  return `${formatSize(Math.round(bytesPerSecond))}/s`;
}

function rateRefusal(text: string): Refusal {
  const trimmed = text.trim();
  if (trimmed === '') return refused('is empty', example);
  if (trimmed.length > 40) return refused('is not a rate', example);
  if (/^[-\u2212]/.test(trimmed)) return refused('is negative', example);
  if (/^\d+(?:\.\d+)?$/.test(trimmed)) {
    return refused('has no unit', `write \`${trimmed}MB/s\` (bytes) or \`${trimmed}Mbit/s\` (bits)`);
  }
  const slip =
    /^(\d+(?:[.,]\d+)?)\s*([kmgtpe]?)(i?)(bits?|bytes?|b)\s*(\/|p|per\b)?\s*(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?)?$/i.exec(
      trimmed,
    );
  const [, number = '', prefix = '', binary = '', word = '', slash = '', per = ''] = slip ?? [];
  const bits = word === 'b' || /^bits?$/i.test(word);
  const advice = `${number.replace(',', '.')}${prefix.toUpperCase()}${binary.toLowerCase()}${bits ? 'bit' : 'B'}/${per === '' ? 's' : per.charAt(0).toLowerCase()}`;
  if (!slip || !form.test(advice)) return refused('is not a rate', example);
  if (slash === '' && per === '') return refused('does not say per what time', `write \`${advice}\``);
  if (/\s/.test(text)) return refused('has spaces in it', `write \`${advice}\``);
  return refused('has its unit in a form that is not read', `write \`${advice}\``);
}
