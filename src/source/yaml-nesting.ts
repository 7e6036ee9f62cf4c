import { Lexer } from 'yaml';

// Marks that the lexer puts between the pieces of text; they have no length of their own.
const marks: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001f']);

/**
 * Where a text nests flow and block collections deeper than `max`, by its tokens alone; undefined if it does not.
 * Needed before parsing: a few kilobytes of brackets or dashes overflow the stack of the YAML parser. An estimate that
 * may be low by half (a list may stand at the indent of its map) and counts unclosed brackets of earlier documents.
 */
export function tooDeepAt(text: string, max: number): number | undefined {
  const columns: number[] = [];
  let flow = 0;
  let offset = 0;
  let lineStart = 0;
  // Column of the first token on the line, or behind the last `-` or `?`: where a key would begin.
  let content: number | undefined;
  for (const token of new Lexer().lex(text)) {
    if (marks.has(token)) continue;
    const column = offset - lineStart;
    if (token === '[' || token === '{') flow += 1;
    else if (token === ']' || token === '}') flow = Math.max(0, flow - 1);
    else if (flow === 0 && (token === '-' || token === '?')) open(columns, column);
    else if (flow === 0 && token === ':') open(columns, content ?? column);
    if (columns.length + flow > max) return offset;
    if (token === '-' || token === '?') content = undefined;
    else if (content === undefined && token.trim() !== '') content = column;
    const lastBreak = token.lastIndexOf('\n');
    if (lastBreak >= 0) {
      lineStart = offset + lastBreak + 1;
      content = undefined;
    }
    offset += token.length;
  }
  return undefined;
}

function open(columns: number[], column: number): void {
  while ((columns.at(-1) ?? -1) > column) columns.pop();
  if ((columns.at(-1) ?? -1) < column) columns.push(column);
}
