import type { JsonValue } from './json-value.js';

/** One YAML or JSON document as plain data. */
export interface SourceDocument {
  readonly file: string;
  /** 0-based position of this document in its file. */
  readonly index: number;
  readonly value: JsonValue;
}
