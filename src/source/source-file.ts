/** One input file as the caller read it. `path` is what reports print: relative, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  /** Bytes as read (checked to be UTF-8), or text that is already decoded. */
  readonly content: Uint8Array | string;
  /** SHA-256 of the bytes in lower-case hex, where the caller has it at hand; worked out otherwise. */
  readonly sha256?: string;
}

/** A file together with its digest. */
export interface DigestedFile extends SourceFile {
  readonly sha256: string;
}
