/** A key path inside one YAML or JSON document: map keys as text, list positions as 0-based numbers. */
export type KeyPath = readonly (string | number)[];

/**
 * Where something was written, without line numbers: a file, a document inside it and a key path.
 * Stages pass places around; `source/locate` turns the few that are shown into lines and columns.
 */
export interface Place {
  readonly file: string;
  /** 0-based position of the document in a file that holds several. */
  readonly document: number;
  readonly path: KeyPath;
  /** Whether the map key or the value behind it is meant. List items have no key. */
  readonly on: 'key' | 'value';
}

/** A stretch of a file by UTF-16 offset, for problems met before there are any keys (syntax, encoding). */
export interface Extent {
  readonly file: string;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** A point in a file as an editor shows it: both 1-based, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A resolved place. `end` is exclusive. */
export interface Span {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

/** The place of `path` below another place. */
export function below(place: Place, ...path: KeyPath): Place {
  return { file: place.file, document: place.document, path: [...place.path, ...path], on: 'value' };
}

/** The key of a place, instead of the value behind it. */
export function keyOf(place: Place): Place {
  return { ...place, on: 'key' };
}
