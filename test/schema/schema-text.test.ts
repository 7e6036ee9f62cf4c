import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { readSchema, targets } from '../../scripts/generate.js';

interface Node {
  readonly [keyword: string]: unknown;
}

interface Field {
  readonly pointer: string;
  readonly node: Node;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** All definitions and all properties of a schema, with the pointer to each. */
function fieldsOf(node: unknown, pointer = ''): readonly Field[] {
  if (!isNode(node)) return [];
  return Object.entries(node).flatMap(([keyword, value]): readonly Field[] => {
    if (keyword === 'examples' || keyword === 'enum' || keyword === 'const') return [];
    if (Array.isArray(value)) return value.flatMap((item, index) => fieldsOf(item, `${pointer}/${keyword}/${index}`));
    if (!isNode(value)) return [];
    if (keyword !== 'properties' && keyword !== '$defs') return fieldsOf(value, `${pointer}/${keyword}`);
    return Object.entries(value).flatMap(([name, child]) => {
      const at = `${pointer}/${keyword}/${name}`;
      return isNode(child) ? [{ pointer: at, node: child }, ...fieldsOf(child, at)] : [];
    });
  });
}

/** A field with what it takes over from the definition that it refers to. */
function resolved(schema: Node, node: Node): Node {
  const reference = node['$ref'];
  if (typeof reference !== 'string') return node;
  const definitions = schema['$defs'];
  const target = isNode(definitions) ? definitions[reference.replace('#/$defs/', '')] : undefined;
  return { ...(isNode(target) ? resolved(schema, target) : {}), ...node };
}

function isSchema(value: unknown): value is AnySchema & Node {
  return isNode(value);
}

describe.each(targets.filter(({ written }) => written).map(({ schema }) => schema))('the schema %s', async (name) => {
  const schema = await readSchema(name);
  if (!isSchema(schema)) throw new Error('not a schema');
  const id = schema['$id'];
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  ajv.addSchema(schema);
  const fields = fieldsOf(schema);

  it('has fields', () => {
    expect(fields.length).toBeGreaterThan(10);
  });

  it('is of draft 2020-12 under a stable address', () => {
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(id).toBe(`urn:firebreak:${name.replace('.', ':')}`);
  });

  it('explains every field', () => {
    const silent = fields.filter(({ node }) => {
      const { description } = resolved(schema, node);
      return typeof description !== 'string' || !/^\S.{5,}[.]$/s.test(description);
    });
    expect(silent.map(({ pointer }) => pointer)).toEqual([]);
  });

  it('shows examples of every field, all of them valid', () => {
    const wrong = fields.flatMap(({ pointer, node }) => {
      const { examples } = resolved(schema, node);
      if (!Array.isArray(examples) || examples.length === 0) return [`${pointer}: no examples`];
      const validate = ajv.getSchema(`${String(id)}#${pointer}`) ?? ajv.compile({ $ref: `${String(id)}#${pointer}` });
      return examples
        .filter((example) => !validate(example))
        .map((example) => `${pointer}: ${JSON.stringify(example)}`);
    });
    expect(wrong).toEqual([]);
  });

  it('closes every map of fields except to keys that begin with x-', () => {
    const maps = [{ pointer: '', node: schema }, ...fields].filter(({ node }) => isNode(node['properties']));
    const open = maps.filter(({ node }) => {
      const free = node['patternProperties'];
      return (
        node['additionalProperties'] !== false || !isNode(free) || free['^x-'] !== true || Object.keys(free).length > 1
      );
    });
    expect(maps.length).toBeGreaterThan(1);
    expect(open.map(({ pointer }) => pointer)).toEqual([]);
  });

  it('refers only to its own definitions, and to all of them', () => {
    const text = JSON.stringify(schema);
    const used = new Set(Array.from(text.matchAll(/"\$ref":"([^"]+)"/g), ([, reference = '']) => reference));
    const definitions = fields.map(({ pointer }) => pointer).filter((pointer) => /^\/\$defs\/[^/]+$/.test(pointer));
    expect([...used].sort()).toEqual(definitions.map((pointer) => `#${pointer}`).sort());
  });
});
