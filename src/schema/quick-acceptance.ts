import type { SchemaNode } from './schema-node.js';

type Accept = (value: unknown) => boolean;

/**
 * A test that says true only for values that the schema allows, and false for everything else and wherever it is in
 * doubt. It is many times faster than a full validator in a short-lived process, because its few small functions are
 * compiled by the engine at once; the full validator has the last word on what it turns down, and the explanation.
 */
export function quickAcceptance(schema: SchemaNode): Accept {
  const definitions = new Map<string, Accept>();
  const refer = (reference: string): Accept => {
    const known = definitions.get(reference);
    if (known !== undefined) return known;
    // A definition may come back to itself: the test that is being made is looked up when it is first used.
    definitions.set(reference, (value) => definitions.get(reference)?.(value) ?? false);
    const target = schema.$defs?.[reference.replace('#/$defs/', '')];
    const accept = target === undefined ? never : compile(target);
    definitions.set(reference, accept);
    return accept;
  };
  const compile = (node: SchemaNode): Accept => {
    if (Object.keys(node).some((keyword) => !understood.has(keyword))) return never;
    const tests = [...textTests(node), ...numberTests(node), ...wordTests(node)];
    if (node.$ref !== undefined) tests.push(refer(node.$ref));
    if (node.anyOf !== undefined) tests.push(anyOf(node.anyOf.map(compile)));
    if (node.items !== undefined || node.minItems !== undefined) tests.push(listTest(node, compile));
    if (node.properties !== undefined || node.additionalProperties !== undefined) tests.push(mapTest(node, compile));
    if (node.type !== undefined) tests.unshift(typeTests.get(node.type) ?? never);
    return all(tests);
  };
  return compile(schema);
}

const understood = new Set(
  '$defs $ref anyOf type const enum minimum maximum minLength maxLength pattern minItems prefixItems items required properties patternProperties propertyNames additionalProperties'.split(
    ' ',
  ),
);

const never: Accept = () => false;

const typeTests: ReadonlyMap<string, Accept> = new Map<string, Accept>([
  ['string', (value) => typeof value === 'string'],
  ['boolean', (value) => typeof value === 'boolean'],
  ['number', (value) => Number.isFinite(value)],
  ['integer', (value) => Number.isInteger(value)],
  ['array', (value) => Array.isArray(value)],
  ['object', isMap],
]);

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function all(tests: readonly Accept[]): Accept {
  const [first, second, ...more] = tests;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  const rest = more.length === 0 ? second : all([second, ...more]);
  return (value) => first(value) && rest(value);
}

function anyOf(tests: readonly Accept[]): Accept {
  return (value) => tests.some((test) => test(value));
}

function wordTests(node: SchemaNode): readonly Accept[] {
  const allowed = node.enum ?? ('const' in node ? [node.const] : undefined);
  if (allowed === undefined) return [];
  const words = new Set(allowed);
  return [(value) => words.has(value)];
}

function numberTests({ minimum, maximum }: SchemaNode): readonly Accept[] {
  if (minimum === undefined && maximum === undefined) return [];
  return [(value) => typeof value !== 'number' || (value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity))];
}

/** Units and names of kinds repeat; ids do not, and must not fill the memory. */
const remembered = 1000;

function textTests({ pattern, minLength = 0, maxLength = Infinity }: SchemaNode): readonly Accept[] {
  if (pattern === undefined && minLength === 0 && maxLength === Infinity) return [];
  const matches = pattern === undefined ? (): boolean => true : matcher(pattern);
  const known = new Set<string>();
  return [
    (value) => {
      if (typeof value !== 'string' || known.has(value)) return true;
      // The schema counts code points, of which there are at least half as many as UTF-16 units.
      if (value.length < 2 * minLength - 1 || value.length > maxLength || !matches(value)) return false;
      if (known.size < remembered && value.length < 30) known.add(value);
      return true;
    },
  ];
}

/**
 * The classes of all the letters of the world cost the engine milliseconds to make ready. The same pattern with the
 * letters of ASCII allows less, and nearly every id needs no more.
 */
function matcher(pattern: string): (text: string) => boolean {
  const ascii = new RegExp(
    pattern
      .replaceAll('\\p{Ll}', 'a-z')
      .replaceAll('\\p{L}', 'A-Za-z')
      .replaceAll('\\p{N}', '0-9')
      .replaceAll(/\\p\{(?:Lo|Lm|M)\}/g, ''),
  );
  let full: RegExp | undefined;
  return (text) => ascii.test(text) || (full ??= new RegExp(pattern, 'u')).test(text);
}

function listTest(node: SchemaNode, compile: (node: SchemaNode) => Accept): Accept {
  const { minItems = 0, prefixItems = [], items } = node;
  const first = prefixItems.map(compile);
  const other = items === undefined ? (): boolean => true : items === false ? never : compile(items);
  return (value) =>
    !Array.isArray(value) ||
    (value.length >= minItems && value.every((item: unknown, index) => (first[index] ?? other)(item)));
}

function mapTest(node: SchemaNode, compile: (node: SchemaNode) => Accept): Accept {
  const { required = [], additionalProperties: others = true, patternProperties = {} } = node;
  if (Object.keys(patternProperties).some((pattern) => pattern !== '^x-')) return never;
  const free = Object.hasOwn(patternProperties, '^x-');
  const fields = new Map(Object.entries(node.properties ?? {}).map(([key, field]) => [key, compile(field)]));
  const name = node.propertyNames === undefined ? undefined : compile(node.propertyNames);
  const other = others === true ? undefined : others === false ? never : compile(others);
  return (value) => {
    if (!isMap(value)) return true;
    for (const key in value) {
      if (name !== undefined && !name(key)) return false;
      const field = fields.get(key);
      if (field !== undefined) {
        if (!field(value[key])) return false;
      } else if (!(free && key.startsWith('x-')) && other !== undefined && !other(value[key])) return false;
    }
    return required.every((key) => Object.hasOwn(value, key));
  };
}
