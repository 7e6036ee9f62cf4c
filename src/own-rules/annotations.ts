/** What a fixture says a rule does on a line: find something, find nothing, or not be able to know. */
export type Expected = 'expect' | 'ok' | 'unknown';

/** One comment of a fixture about one rule. */
export interface Annotation {
  readonly expected: Expected;
  readonly rule: string;
  /** 1-based: the line that it is about. */
  readonly line: number;
}

export interface ReadAnnotations {
  readonly annotations: readonly Annotation[];
  /** Lines, 1-based, with a comment that begins like an annotation and is none. */
  readonly malformed: readonly number[];
}

const beginning = /(?:^|\s)#\s*(expect|ok|unknown)\b/;
const whole = /(?:^|\s)#\s*(expect|ok|unknown):\s*\[([^[\]]*)\]\s*$/;

/** Reads `# expect: [rule]`, `# ok: [rule]` and `# unknown: [rule]`: about their own line, or alone on a line about the next. */
export function readAnnotations(text: string): ReadAnnotations {
  const annotations: Annotation[] = [];
  const malformed: number[] = [];
  const lines = text.split(/\r\n|\n|\r/);
  for (const [position, line] of lines.entries()) {
    if (!beginning.test(line)) continue;
    const [, word, names = ''] = whole.exec(line) ?? [];
    const rules = names.split(',').map((name) => name.trim());
    const expected = (['expect', 'ok', 'unknown'] as const).find((one) => one === word);
    if (expected === undefined || rules.includes('')) malformed.push(position + 1);
    else annotations.push(...rules.map((rule) => ({ expected, rule, line: lineMeant(lines, position) })));
  }
  return { annotations, malformed };
}

/** A comment alone on its line is about the first line after it that is no comment. */
function lineMeant(lines: readonly string[], position: number): number {
  if (!isComment(lines[position])) return position + 1;
  const next = lines.findIndex((line, at) => at > position && !isComment(line));
  return (next < 0 ? position : next) + 1;
}

function isComment(line = ''): boolean {
  return /^\s*(?:#|$)/.test(line);
}
