/** Plain data as YAML and JSON share it. Maps have no prototype, so that no key is special. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: JsonValue;
}
