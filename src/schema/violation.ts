/** One breach of a schema as a validator reports it. */
export interface Violation {
  /** JSON pointer to the value. */
  readonly instancePath: string;
  /** Where in the schema; begins with `#/$defs/<definition>/` except at the root. */
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}
