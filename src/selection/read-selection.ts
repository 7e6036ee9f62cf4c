import { selectableFields, type SelectableField, type Selector } from './selector.js';

/** What was selected, or what is wrong with how it was said. */
export type ReadSelection =
  | { readonly ok: true; readonly selectors: readonly Selector[] }
  | { readonly ok: false; readonly wrong: string; readonly field: string | undefined };

/** Reads `tier=gold,silver` and the like. A service is selected if every one of them selects it. */
export function readSelection(expressions: readonly string[]): ReadSelection {
  const selectors: Selector[] = [];
  for (const expression of expressions) {
    const equals = expression.indexOf('=');
    const name = (equals < 0 ? expression : expression.slice(0, equals)).trim();
    const patterns = expression
      .slice(equals + 1)
      .split(',')
      .map((pattern) => pattern.trim());
    if (equals < 0) return { ok: false, wrong: `"${expression}" is not of the form field=value`, field: undefined };
    if (!isField(name)) return { ok: false, wrong: `services cannot be selected by "${name}"`, field: name };
    if (patterns.includes('')) return { ok: false, wrong: `"${expression}" names no value`, field: undefined };
    selectors.push({ [name]: patterns });
  }
  return { ok: true, selectors };
}

function isField(name: string): name is SelectableField {
  return selectableFields.some((field) => field === name);
}
