import { parsed, refused, type Parsed, type Refusal } from './parsed.js';

const form = /^(\d{1,9})(?:\.(\d{1,3}))?%$/;

/** Reads a share such as `60%` as 0.6. More than 100% is allowed. */
export function parseShare(text: string): Parsed<number> {
  const match = form.exec(text);
  if (!match) return shareRefusal(text);
  const [, whole = '0', fraction = ''] = match;
  // One division of whole numbers: 33.3% is the same 0.333 that a programmer would write.
  return parsed((Number(whole) * 1000 + Number(fraction.padEnd(3, '0'))) / 100_000);
}

/** Writes a share in percent, to a thousandth of one: 0.6 as `60%`. */
export function formatShare(share: number): string {
  return `${Math.round(share * 100_000) / 1000}%`;
}

function shareRefusal(text: string): Refusal {
  const trimmed = text.trim();
  const example = 'write it like `60%`';
  if (trimmed === '') return refused('is empty', example);
  if (trimmed.length > 40) return refused('is not a share', example);
  if (/^[-\u2212]/.test(trimmed)) return refused('is negative', 'a share is `0%` or more');
  if (/^\d+(?:\.\d+)?$/.test(trimmed)) {
    const number = Number(trimmed);
    if (number > 1 || number === 0) return refused('has no percent sign', `write \`${trimmed}%\``);
    return refused('has no percent sign', `write \`${formatShare(number)}\` for that share of the whole`);
  }
  const slip = /^(\d+(?:[.,]\d+)?)\s*(?:%|percent|pct)$/i.exec(trimmed);
  const advice = `${(slip?.[1] ?? '').replace(',', '.')}%`;
  if (!slip || !form.test(advice)) return refused('is not a share', example);
  return refused(
    /\s/.test(text) ? 'has spaces in it' : 'has its percent sign in a form that is not read',
    `write \`${advice}\``,
  );
}
