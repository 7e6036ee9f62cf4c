/** A JSON Schema, with those keywords that options need. */
export interface OptionSchema {
  readonly anyOf?: readonly OptionSchema[];
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly items?: OptionSchema;
}
