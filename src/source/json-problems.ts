import { type JSONScanner, createScanner } from 'jsonc-parser';
import type { Problem, ProblemCode } from '../problem.js';
import { hasHiddenCharacter } from './hidden-character.js';
import { jsonToken } from './json-syntax.js';
import type { TextRange } from './node-span.js';
import { isReservedKey } from './reserved-key.js';
import { type SourceLimits, depthHelp, notANumberHelp, scalarHelp } from './source-limits.js';

interface Level {
  readonly close: number;
  readonly open: number;
  /** Where the keys met are written; undefined in a list. */
  readonly keys: Map<string, TextRange> | undefined;
}

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma' | 'end';

/** Finds what is wrong with a JSON text: repeated and refused keys, limits, and the first error of syntax. */
export function findJsonProblems(file: string, text: string, limits: SourceLimits): readonly Problem[] {
  return new JsonExaminer(file, text, limits).examine();
}

class JsonExaminer {
  readonly #file: string;
  readonly #text: string;
  readonly #limits: SourceLimits;
  readonly #scanner: JSONScanner;
  readonly #problems: Problem[] = [];
  readonly #levels: Level[] = [];
  #expected: Expected = 'value';
  #done = false;

  constructor(file: string, text: string, limits: SourceLimits) {
    this.#file = file;
    this.#text = text;
    this.#limits = limits;
    this.#scanner = createScanner(text, false);
  }

  examine(): readonly Problem[] {
    while (!this.#done) {
      const token: number = this.#scanner.scan();
      if (token !== jsonToken.space && token !== jsonToken.lineBreak) this.#take(token);
    }
    return this.#problems;
  }

  #take(token: number): void {
    if (token === jsonToken.lineComment || token === jsonToken.blockComment) {
      return this.#syntax('JSON has no comments', 'remove it, or name the file `.yaml`, where comments begin with `#`');
    }
    if (this.#scanner.getTokenError() !== 0) return this.#badToken(token);
    const expected = this.#expected;
    const level = this.#levels.at(-1);
    const closes = level !== undefined && token === level.close;
    if (closes && (expected === 'comma' || expected === 'value or ]' || expected === 'key or }')) {
      this.#levels.pop();
      return this.#afterValue();
    }
    if (expected === 'end' && token === jsonToken.end) this.#done = true;
    else if (expected === 'colon' && token === jsonToken.colon) this.#expected = 'value';
    else if (expected === 'comma' && token === jsonToken.comma)
      this.#expected = level?.keys === undefined ? 'value' : 'key';
    else if ((expected === 'key' || expected === 'key or }') && token === jsonToken.string) this.#key(level);
    else if ((expected === 'value' || expected === 'value or ]') && startsValue(token)) this.#value(token);
    else this.#unexpected(token);
  }

  #value(token: number): void {
    const isMap = token === jsonToken.openMap;
    if (!isMap && token !== jsonToken.openList) {
      this.#scalar(token);
      return this.#afterValue();
    }
    if (this.#levels.length === this.#limits.depth) {
      this.#problem('limit', `maps and lists are nested deeper than ${String(this.#limits.depth)}`, depthHelp);
      this.#done = true;
      return;
    }
    const open = this.#scanner.getTokenOffset();
    const close = isMap ? jsonToken.closeMap : jsonToken.closeList;
    this.#levels.push({ close, open, keys: isMap ? new Map() : undefined });
    this.#expected = isMap ? 'key or }' : 'value or ]';
  }

  #afterValue(): void {
    this.#expected = this.#levels.length === 0 ? 'end' : 'comma';
  }

  #key(level: Level | undefined): void {
    this.#expected = 'colon';
    const start = this.#scanner.getTokenOffset();
    const key = this.#scanner.getTokenValue();
    const first = level?.keys?.get(key);
    if (isReservedKey(key)) this.#problem('value', `\`${key}\` is not allowed as a key`, 'choose another name');
    else if (first === undefined) {
      level?.keys?.set(key, { start, end: start + this.#scanner.getTokenLength() });
      this.#checkText(key);
    } else {
      const at = { file: this.#file, ...first };
      const message = `the key \`${key}\` is written twice in the same map`;
      this.#problem('duplicate', message, 'keep one, or bring together what the two hold', [
        { at, label: 'first written here' },
      ]);
    }
  }

  #scalar(token: number): void {
    if (token === jsonToken.string) return this.#checkText(this.#scanner.getTokenValue());
    if (token !== jsonToken.number) return;
    const start = this.#scanner.getTokenOffset();
    const written = this.#text.slice(start, start + this.#scanner.getTokenLength());
    const value = Number(written);
    if (!Number.isFinite(value))
      this.#problem('value', `\`${written}\` is not a number that can be used`, notANumberHelp);
    else if (/^-?[0-9]+$/.test(written) && !Number.isSafeInteger(value)) {
      const message = `the number ${written} is too large to be kept exactly`;
      this.#problem('value', message, 'put it in quotes if it is a name');
    }
  }

  #checkText(text: string): void {
    if (text.length > this.#limits.scalarLength) {
      this.#problem('limit', `a text is longer than ${String(this.#limits.scalarLength)} characters`, scalarHelp);
    } else if (hasHiddenCharacter(text)) {
      this.#problem('value', 'an escape stands for a control character or half of a character', 'remove it');
    }
  }

  #badToken(token: number): void {
    const start = this.#scanner.getTokenOffset();
    if (token === jsonToken.number)
      return this.#syntax('a number breaks off', 'write its digits on, or put it in quotes if it is a text');
    if (this.#scanner.getTokenError() === 2)
      return this.#syntax('a text is not closed', 'close it with `"` on the same line');
    if (token === jsonToken.string) {
      return this.#syntax(
        'a text has an escape that JSON does not know, or a line break',
        'write `\\\\` for a backslash, `\\n` for a line break',
      );
    }
    return this.#syntax(
      `\`${this.#text.slice(start, start + 1)}\` cannot stand here`,
      'texts and keys stand in double quotes',
    );
  }

  #unexpected(token: number): void {
    const level = this.#levels.at(-1);
    if (token === jsonToken.end && level !== undefined) {
      const bracket = this.#text.charAt(level.open);
      const at = { file: this.#file, start: level.open, end: level.open + 1 };
      const help = `close it with \`${bracket === '{' ? '}' : ']'}\``;
      this.#problems.push({ code: 'syntax', message: `\`${bracket}\` is not closed`, at, help });
      this.#done = true;
      return;
    }
    const closes = token === jsonToken.closeMap || token === jsonToken.closeList;
    if (closes && (this.#expected === 'key' || this.#expected === 'value') && level?.close === token) {
      return this.#syntax('a comma has no entry after it', 'JSON allows no comma before a closing bracket');
    }
    const start = this.#scanner.getTokenOffset();
    const found = this.#text.slice(start, start + Math.min(this.#scanner.getTokenLength(), 20));
    return this.#syntax(
      `${expectedWords[this.#expected]}, and this is ${found === '' ? 'the end of the file' : `\`${found}\``}`,
      token === jsonToken.unknown ? 'texts and keys stand in double quotes' : expectedHelp[this.#expected],
    );
  }

  #syntax(message: string, help: string): void {
    this.#problem('syntax', message, help);
    this.#done = true;
  }

  #problem(code: ProblemCode, message: string, help: string, related?: Problem['related']): void {
    const start = this.#scanner.getTokenOffset();
    const at = { file: this.#file, start, end: start + Math.max(1, this.#scanner.getTokenLength()) };
    this.#problems.push({ code, message, at, help, related });
  }
}

const expectedWords: Readonly<Record<Expected, string>> = {
  value: 'a value has to follow here',
  'value or ]': 'a value or `]` has to follow here',
  key: 'a key in double quotes has to follow here',
  'key or }': 'a key in double quotes or `}` has to follow here',
  colon: 'a colon has to follow the key',
  comma: 'a comma or a closing bracket has to follow here',
  end: 'nothing may follow the value of the file',
};

const expectedHelp: Readonly<Record<Expected, string>> = {
  value: 'write a text in double quotes, a number, `true`, `false`, `null`, a map or a list',
  'value or ]': 'write a value, or close the list',
  key: 'write `"key": value`',
  'key or }': 'write `"key": value`, or close the map',
  colon: 'write `"key": value`',
  comma: 'put a comma between two entries, or close the bracket behind the last',
  end: 'keep one map in the file: what follows goes into it, or into a file of its own',
};

function startsValue(token: number): boolean {
  return token === jsonToken.openMap || token === jsonToken.openList || (token >= 7 && token <= jsonToken.number);
}
