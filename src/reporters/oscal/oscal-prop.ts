import { oscalValue } from './oscal-text.js';

/** Marks the properties as ours. */
const ns = 'urn:firebreak:oscal';

export interface OscalProp {
  readonly name: string;
  readonly ns: string;
  readonly value: string;
}

/** The properties of these names that have a value. */
export function oscalProps(
  values: Readonly<Record<string, string | number | boolean | undefined>>,
): readonly OscalProp[] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, ns, value: oscalValue(String(value)) }],
  );
}
