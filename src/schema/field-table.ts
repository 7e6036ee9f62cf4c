/** A map of fields that is reached from another one. */
interface FieldsBelow {
  /** Name of the definition. */
  readonly fields: string;
  /** As the value itself, as an item of its list, or as an entry of its map of ids. */
  readonly via: 'value' | 'item' | 'entry';
}

/** Per definition that is a map of fields (the document itself is the empty name): its keys and what lies below them. */
export type FieldTable = Readonly<Record<string, Readonly<Record<string, readonly FieldsBelow[]>>>>;
