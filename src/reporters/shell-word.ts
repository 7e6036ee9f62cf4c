/** An argument as it can be pasted into a POSIX shell. */
export function shellWord(text: string): string {
  return /^[\w.@%+:/=,][\w.@%+:/=,-]*$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
