/** What JSON allows inside a string but a terminal, a reader's eye or a log parser could trip over. */
const active =
  /(?!\n)\p{Cc}|[\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]|#(?=#(?:\[|vso\[|teamcity\[))/giu;

/** Nearly all text has none of them, and this is quicker to find out. */
const suspicious = /[^\n\u0020-\u007e]|##/;

/** JSON text with those characters written as escapes. */
export function escapeActive(json: string): string {
  if (!suspicious.test(json)) return json;
  return json.replace(active, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
