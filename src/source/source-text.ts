/** How a file was read, and so how its places are found again. Files without a single document are unread. */
export type SourceFormat = 'json' | 'plain-yaml' | 'yaml' | 'unread';

/** The text of one file, as positions count it: no byte order mark, LF as the only line break. */
export class SourceText {
  readonly file: string;
  readonly text: string;
  readonly format: SourceFormat;
  #lineStarts: Uint32Array | undefined;

  constructor(file: string, text: string, format: SourceFormat) {
    this.file = file;
    this.text = text;
    this.format = format;
  }

  /** Offsets of the first character of each line. Made on first use: most files have nothing to show. */
  get lineStarts(): Uint32Array {
    this.#lineStarts ??= findLineStarts(this.text);
    return this.#lineStarts;
  }
}

function findLineStarts(text: string): Uint32Array {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  const starts = new Uint32Array(count);
  let line = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts[(line += 1)] = at + 1;
  return starts;
}
