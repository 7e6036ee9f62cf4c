const longest = 60;

/** Text from an input between backticks, safe for a message: short, on one line, without control characters. */
export function quoted(text: string): string {
  if (text === '') return '`""`';
  const start = text.slice(0, longest + 1);
  const clean = start.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '\uFFFD').replaceAll('`', "'");
  return text.length > longest ? `\`${clean.slice(0, longest - 1)}…\`` : `\`${clean}\``;
}

/** Several words between backticks: "`a`, `b` or `c`". */
export function quotedList(words: readonly string[], conjunction = 'or'): string {
  const all = words.map(quoted);
  const last = all.pop() ?? '';
  return all.length === 0 ? last : `${all.join(', ')} ${conjunction} ${last}`;
}
