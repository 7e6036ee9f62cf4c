/** The same object without the fields that are undefined, which no JSON has. */
export function stated<Fields extends Readonly<Record<string, unknown>>>(
  fields: Fields,
): { readonly [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  const known: { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } = {};
  for (const key in fields) {
    const value = fields[key];
    if (isStated(value)) known[key] = value;
  }
  return known;
}

function isStated<Value>(value: Value): value is Exclude<Value, undefined> {
  return value !== undefined;
}
