import type { Problem } from '../problem.js';
import { hiddenCharacterAt } from './hidden-character.js';
import type { SourceFile } from './source-file.js';

/** The text of a file with LF as its only line break and without a byte order mark, and what was wrong with it. */
export interface DecodedSource {
  readonly text: string;
  readonly problem: Problem | undefined;
}

/**
 * Turns bytes into text. Columns and line numbers of the result are those of the file: only characters at the end of
 * lines and the byte order mark at the start are changed.
 */
export function decodeSource(file: SourceFile, maxBytes: number): DecodedSource {
  const { path, content } = file;
  if (content.length > maxBytes) {
    const at = { file: path, start: 0, end: 0 };
    const message = `the file is larger than ${megabytes(maxBytes)}`;
    const help = 'split it; any file may hold any section, and the files are read together';
    return { text: '', problem: { code: 'limit', message, at, help } };
  }
  if (typeof content === 'string') return checkCharacters(path, normalise(content));
  if (startsWith(content, [0xff, 0xfe]) || startsWith(content, [0xfe, 0xff])) {
    const at = { file: path, start: 0, end: 0 };
    const message = 'the file is UTF-16, not UTF-8';
    return { text: '', problem: { code: 'encoding', message, at, help: 'save it as UTF-8' } };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
    return checkCharacters(path, normalise(text));
  } catch {
    return badBytes(path, content);
  }
}

function normalise(text: string): string {
  const withoutMark = text.startsWith('\ufeff') ? text.slice(1) : text;
  return withoutMark.includes('\r') ? withoutMark.replace(/\r\n?/g, '\n') : withoutMark;
}

function checkCharacters(file: string, text: string): DecodedSource {
  const start = hiddenCharacterAt(text);
  if (start < 0) return { text, problem: undefined };
  const code = text.charCodeAt(start);
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const what = code >= 0xd800 ? 'half of a character' : code === 0 ? 'a NUL character' : 'a control character';
  const help =
    code === 0
      ? 'the file may be UTF-16 or not a text file; save it as UTF-8'
      : 'remove it; editors can show such characters';
  const at = { file, start, end: start + 1 };
  return { text, problem: { code: 'encoding', message: `${what} (${name}) is not allowed`, at, help } };
}

/** Decodes with replacement characters and finds the first that was not one already in the bytes. */
function badBytes(file: string, bytes: Uint8Array): DecodedSource {
  const lossy = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const encoder = new TextEncoder();
  let offset = 0;
  let from = 0;
  let found = lossy.indexOf('\ufffd');
  while (found >= 0) {
    offset += encoder.encode(lossy.slice(from, found)).length;
    if (!startsWith(bytes.subarray(offset), [0xef, 0xbf, 0xbd])) break;
    offset += 3;
    from = found + 1;
    found = lossy.indexOf('\ufffd', from);
  }
  const start = normalise(lossy.slice(0, Math.max(found, 0))).length;
  const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const message = `the file is not UTF-8: byte 0x${byte} does not belong here`;
  const problem: Problem = { code: 'encoding', message, at: { file, start, end: start + 1 }, help: 'save it as UTF-8' };
  return { text: normalise(lossy), problem };
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

function megabytes(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${String(Math.floor(bytes / 1024 / 1024))} MiB` : `${String(bytes)} bytes`;
}
