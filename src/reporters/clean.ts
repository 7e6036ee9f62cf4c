/**
 * Controls (C0, DEL, C1, among them ESC), text direction overrides, invisible spaces, and what is no character at all
 * (half a surrogate pair, noncharacters): nothing an inventory says may move a cursor, hide text, reorder a line or make
 * a document unreadable.
 */
const unsafe =
  /(?!\t)\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

const lineBreaks = /\r\n?|[\n\u0085\u2028\u2029]/g;

/** Log commands of GitHub and Azure Pipelines and of TeamCity that count anywhere in a line. */
const logCommand = /##(?=\[|vso\[|teamcity\[)/gi;

const suspicious = /[^\u0020-\u007e]|##/;

/** Text from an inventory as it may stand in one line of a terminal or a log. Tabs stay. */
export function cleanKeepingTabs(text: string): string {
  if (!suspicious.test(text)) return text;
  return text.replace(lineBreaks, ' ').replace(unsafe, '').replace(logCommand, '## ');
}

/** The same, with tabs as spaces. */
export function clean(text: string): string {
  return cleanKeepingTabs(text).replaceAll('\t', ' ');
}
