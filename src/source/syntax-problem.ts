import { Lexer, type YAMLParseError } from 'yaml';
import type { Problem } from '../problem.js';

interface Words {
  readonly message: string;
  readonly help: string;
  /** What the reader should look at, where that is not where the parser stopped. */
  readonly start?: number;
}

const noColon: Words = {
  message: 'a line in a map has no colon',
  help: 'write `key: value`; a line that goes on with the text above is indented further',
};

const blockInFlow: Words = {
  message: 'an indented list or map stands inside `{ }` or `[ ]`',
  help: 'write it with brackets too',
};

const indentHelp =
  'entries of one map or list begin in the same column, and what belongs to an entry is indented further';

/** A YAML error in our words. `base` is the offset in the file at which `text` begins. */
export function syntaxProblem(error: YAMLParseError, file: string, text: string, base: number): Problem {
  const [start, end] = error.pos;
  const words = conflict(text) ?? missingSpace(text, start, end) ?? wordsFor(error, text);
  const at =
    words.start === undefined
      ? { file, start: base + start, end: base + Math.max(end, start + 1) }
      : { file, start: base + words.start, end: base + words.start + 1 };
  return { code: 'syntax', message: words.message, at, help: words.help };
}

function wordsFor(error: YAMLParseError, text: string): Words {
  const [start] = error.pos;
  const found = text.slice(start, start + 1);
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return { message: 'a tab is used for indentation', help: 'YAML allows only spaces there' };
    case 'BAD_INDENT':
      if (error.message.startsWith('Flow')) return unclosedBracket(text, start);
      return {
        message: 'the indentation does not fit the lines above',
        help: indentHelp,
        start: skipSpaces(text, start),
      };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return nestedValue(text, start);
    case 'MULTILINE_IMPLICIT_KEY':
      return colonLater(text, start);
    case 'MISSING_CHAR':
      if (error.message.startsWith('Missing closing')) return unclosedQuote(text, start);
      if (error.message.startsWith('Implicit map keys')) return noColon;
      if (error.message.includes('Expected flow')) return unclosedBracket(text, start);
      return {
        message: 'something is missing here',
        help: 'a comma between the entries of `{ }` or `[ ]`, or a space before `#`',
      };
    case 'BAD_SCALAR_START':
      return { message: `a value cannot begin with \`${found}\``, help: 'put it in quotes' };
    case 'BAD_DQ_ESCAPE':
      return {
        message: `\`${text.slice(start, start + 2)}\` is not an escape`,
        help: 'write `\\\\` for a backslash, or use single quotes',
      };
    case 'KEY_OVER_1024_CHARS':
      return {
        message: 'a key is longer than 1024 characters',
        help: 'shorten it; long texts belong in a value, such as `notes`',
      };
    case 'BAD_ALIAS':
      return {
        message: 'an alias or anchor has no proper name',
        help: 'put a text that begins with `*` or `&` in quotes',
      };
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_TAGS':
    case 'ALIAS_PROPS':
    case 'BAD_PROP_ORDER':
      return {
        message: 'anchors and tags are written here in a way that YAML does not allow',
        help: 'at most one `&anchor` before a value, and none before an alias',
      };
    case 'BAD_DIRECTIVE':
      return {
        message: 'a line beginning with `%` is not a proper directive',
        help: 'put the text in quotes if it is a value',
      };
    case 'BLOCK_IN_FLOW':
      return missingComma(text, start) ?? blockInFlow;
    case 'UNEXPECTED_TOKEN':
      return unexpected(error, text);
    default:
      return { message: 'this is not YAML', help: indentHelp };
  }
}

/** The parser takes a line without a colon, and the one below it, for a single key. */
function colonLater(text: string, start: number): Words {
  if (!/["'[{?]/.test(text.charAt(start))) return noColon;
  return {
    message: 'a key and its colon are on different lines',
    help: 'give each `key: value` a line of its own; put a text that goes over several lines in quotes or behind `|`',
  };
}

function nestedValue(text: string, start: number): Words {
  const lineEnd = text.indexOf('\n', start);
  const line = text.slice(start, lineEnd < 0 ? text.length : lineEnd);
  if (/:(?: |$)/.test(line)) {
    return {
      message: 'a second colon follows on the same line',
      help: 'put a value with `: ` in it in quotes, or write the inner map in `{ }`',
    };
  }
  // The parser stops at the value above, where it takes the two lines for one key.
  const next = skipSpaces(text, lineEnd + 1);
  return {
    message: 'this line is indented deeper, but the line above has its value already',
    help: indentHelp,
    start: next,
  };
}

function unexpected(error: YAMLParseError, text: string): Words {
  const [start] = error.pos;
  const found = text.slice(start, start + 1);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  if (error.message.includes('Block scalar header') || /[|>][-+1-9]* +$/.test(text.slice(lineStart, start))) {
    return { message: 'text stands on the line of `|` or `>`', help: 'begin the text on the next line, indented' };
  }
  if (found === ']' || found === '}')
    return {
      message: `\`${found}\` closes nothing that is open`,
      help: 'take it out, or write the bracket that it closes',
    };
  if (found === ',') return { message: 'a comma has no entry before it', help: 'write one comma between two entries' };
  if (error.message.includes('block-seq-ind')) {
    return { message: 'a list begins on the line of its key', help: 'begin it on the next line, or write `[a, b]`' };
  }
  const help = 'a quoted text or a bracket ends its value: put all of it in one pair of quotes; check the indentation';
  return { message: `nothing may follow the value here, but \`${restOfLine(text, start)}\` does`, help };
}

function skipSpaces(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === 32) at += 1;
  return at;
}

function restOfLine(text: string, start: number): string {
  const line = /^[^\n]{1,20}/.exec(text.slice(start, start + 20));
  return line?.[0].trimEnd() ?? 'the next line';
}

/** What version control leaves behind where two changes met. */
function conflict(text: string): Words | undefined {
  const start = text.search(/^(?:<{7}|={7}|>{7})(?: |$)/m);
  if (start < 0) return undefined;
  const help = 'keep one of the two sides, and take out the lines of `<<<<<<<`, `=======` and `>>>>>>>`';
  return { message: 'a merge conflict is left in the file', help, start };
}

/** In `{ at: a role: primary }` the value seems to be a map of its own. */
function missingComma(text: string, start: number): Words | undefined {
  const before = /^[^\n,:{}[\]]*? (?=[\w-]+:(?: |$))/m.exec(text.slice(start, start + 200));
  if (before?.index !== 0) return undefined;
  const message = 'a comma is missing between two entries';
  return { message, help: 'write `{ key: value, key: value }`', start: start + before[0].length };
}

/** `rto:30m` reads as one text; only the lines after it look wrong to a parser. */
function missingSpace(text: string, start: number, end: number): Words | undefined {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lines = text.slice(from, Math.min(end, from + 2000));
  const found = /^[ -]*([A-Za-z][\w-]*):(?=[^\s:/])/.exec(lines);
  if (found === null) return undefined;
  const key = found[1] ?? '';
  const colon = from + found[0].length - 1;
  return { message: `a space is missing after \`${key}:\``, help: `write \`${key}: …\``, start: colon };
}

function unclosedQuote(text: string, stop: number): Words {
  let offset = 0;
  let opening = stop;
  for (const token of lexed(text)) {
    if (offset >= stop) break;
    if (token.startsWith('"') || token.startsWith("'")) opening = offset;
    offset += token.length;
  }
  const help =
    text.charAt(opening) === "'"
      ? "close it with `'`; inside it, write each `'` twice"
      : 'close it with `"`; inside it, write each `"` as `\\"`';
  return { message: 'a quoted text is not closed', help, start: opening };
}

function unclosedBracket(text: string, stop: number): Words {
  const open: { readonly bracket: string; readonly offset: number }[] = [];
  let offset = 0;
  for (const token of lexed(text)) {
    if (offset >= stop) break;
    if (token === '[' || token === '{') open.push({ bracket: token, offset });
    if (token === ']' || token === '}') open.pop();
    offset += token.length;
  }
  const last = open.at(-1);
  const message = `\`${last?.bracket ?? '['}\` is not closed`;
  const help = 'close it; lines inside brackets must be indented further than the key before them';
  return { message, help, start: last?.offset ?? stop };
}

/** The tokens of a text that have a length; the lexer's own marks are single control characters. */
function* lexed(text: string): Generator<string, void> {
  for (const token of new Lexer().lex(text)) {
    if (token !== '\u0002' && token !== '\u0018' && token !== '\u001f') yield token;
  }
}
