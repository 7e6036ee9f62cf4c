/** A stretch of a file for the complete reader: a file as a whole, or one item of it. */
export interface YamlPiece {
  readonly file: string;
  readonly text: string;
  /** Offset of `text` in the file. */
  readonly base: number;
  /** How deep its outermost map or list stands in the document: 1 for a file as a whole. */
  readonly depth: number;
}
