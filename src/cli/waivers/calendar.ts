import { clean } from '../../reporters/clean.js';
import type { Listed } from './listed.js';

/** Longest line of a calendar in bytes (RFC 5545, 3.1), kept to by folding at fewer characters than that could take. */
const longestLine = 60;

/** The last days of waivers as all-day events of a calendar (RFC 5545). */
export function calendarOf(listed: readonly Listed[], now: string): string {
  const stamp = `${now.replaceAll('-', '')}T000000Z`;
  const events = listed.flatMap(({ waiver }) => [
    'BEGIN:VEVENT',
    `UID:${text(`${waiver.name}-${waiver.expires}`)}@firebreak`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${waiver.expires.replaceAll('-', '')}`,
    `SUMMARY:${text(`waiver ${waiver.name} ends (${waiver.owner})`)}`,
    `DESCRIPTION:${text(`${waiver.rule}: ${waiver.reason}`)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//firebreak//waivers//EN', ...events, 'END:VCALENDAR'];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function text(value: string): string {
  return clean(value).replaceAll(/[\\;,]/g, String.raw`\$&`);
}

/** At most 60 characters a line could still be 240 bytes, so characters beyond ASCII count four. */
function folded(line: string): string {
  let room = longestLine;
  let result = '';
  for (const character of line) {
    const size = character.codePointAt(0) === undefined || (character.codePointAt(0) ?? 0) > 126 ? 4 : 1;
    if (size > room) {
      result += '\r\n ';
      room = longestLine;
    }
    room -= size;
    result += character;
  }
  return result;
}
