/**
 * Gives each object a further field whose value is worked out when somebody first reads it, and then kept. Copying an
 * object reads it. `valueOf` is asked by position in the list.
 */
export function withLazyField<Part extends object, Name extends string, Value>(
  parts: readonly Part[],
  name: Name,
  valueOf: (at: number) => Value,
): readonly (Part & Readonly<Record<Name, Value>>)[] {
  let positions: ReadonlyMap<unknown, number> | undefined;
  const values = parts.map((): Value | undefined => undefined);
  // One getter for all of them: with a getter of its own each would be a hash table, three times as large.
  const field: PropertyDescriptor = {
    enumerable: true,
    get(): Value {
      positions ??= new Map(parts.map((part, at) => [part, at]));
      const at = positions.get(this) ?? -1;
      const known = values[at];
      if (known !== undefined) return known;
      const value = valueOf(at);
      values[at] = value;
      return value;
    },
  };
  for (const part of parts) Object.defineProperty(part, name, field);
  return parts.filter((part): part is Part & Readonly<Record<Name, Value>> => name in part);
}
