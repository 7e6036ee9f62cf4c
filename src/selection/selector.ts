/** What a selection looks at of a service. */
export interface Selectable {
  readonly id: string;
  readonly tier: string | undefined;
  readonly owner: string | undefined;
  readonly system: string | undefined;
}

/** The fields by which services are selected. */
export const selectableFields = ['service', 'tier', 'owner', 'system'] as const;

export type SelectableField = (typeof selectableFields)[number];

/** Patterns by field. All fields given must fit; of the patterns of one field one is enough. */
export type Selector = { readonly [Field in SelectableField]?: readonly string[] };

export function selects(selector: Selector, service: Selectable): boolean {
  return selectableFields.every((field) => {
    const patterns = selector[field];
    if (patterns === undefined) return true;
    const value = valueOf(service, field);
    return value !== undefined && patterns.some((pattern) => matches(pattern, value));
  });
}

export function valueOf(service: Selectable, field: SelectableField): string | undefined {
  return field === 'service' ? service.id : service[field];
}

/** Whether a text fits a pattern, in which `*` stands for any text. Linear in both, whatever the pattern. */
export function matches(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return pattern === text;
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}
