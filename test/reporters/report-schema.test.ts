import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, type TSInterfaceDeclaration } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { keyRank } from '../../src/reporters/json-key-order.js';

const root = join(import.meta.dirname, '../..');

interface Shape {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

interface SchemaNode {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
}

const schema: SchemaNode = JSON.parse(readFileSync(join(root, 'schemas/report.v1.schema.json'), 'utf8'));

function shapeOf(declaration: TSInterfaceDeclaration): Shape {
  const members = declaration.body.body.flatMap((member) =>
    member.type === 'TSPropertySignature' && member.key.type === 'Identifier'
      ? [{ name: member.key.name, optional: member.optional }]
      : [],
  );
  const names = (optional: boolean): string[] =>
    members
      .filter((member) => member.optional === optional)
      .map(({ name }) => name)
      .sort();
  return { required: names(false), optional: names(true) };
}

/** The interfaces of report.ts, and of place.ts those that it uses, by name. */
function interfaces(file: string): ReadonlyMap<string, Shape> {
  const { program } = parseSync(file, readFileSync(join(root, 'src', file), 'utf8'));
  return new Map(
    program.body.flatMap((statement) => {
      const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : undefined;
      return declaration?.type === 'TSInterfaceDeclaration'
        ? [[declaration.id.name, shapeOf(declaration)] as const]
        : [];
    }),
  );
}

function shapeInSchema(node: SchemaNode): Shape {
  const required = (node.required ?? []).toSorted();
  const optional = Object.keys(node.properties ?? {}).filter((name) => name !== '$schema' && !required.includes(name));
  return { required, optional: optional.sort() };
}

/** Every property of every object in the schema, with the path to it. */
function* properties(node: SchemaNode, path: string): Iterable<{ readonly path: string; readonly node: SchemaNode }> {
  for (const [name, one] of Object.entries(node.properties ?? {})) {
    yield { path: `${path}.${name}`, node: one };
    yield* properties(one, `${path}.${name}`);
  }
  if (node.items !== undefined) yield* properties(node.items, `${path}[]`);
  for (const [name, one] of Object.entries(node.$defs ?? {})) yield* properties(one, name);
}

/** Every object with properties in the schema. */
function* objects(node: SchemaNode): Iterable<SchemaNode> {
  if (node.properties !== undefined) yield node;
  for (const one of [...Object.values(node.properties ?? {}), ...Object.values(node.$defs ?? {})]) yield* objects(one);
  if (node.items !== undefined) yield* objects(node.items);
}

describe('the schema of the report', () => {
  const files = [
    'report.ts',
    'report-detail.ts',
    'report-location.ts',
    'report-policy.ts',
    'report-change.ts',
    'promise-count.ts',
  ];
  const declared = new Map(files.flatMap((file) => [...interfaces(`report/${file}`)]));

  it('has every interface of the report, with the same fields required and optional', () => {
    const inSchema = new Map([
      ['Report', shapeInSchema(schema)],
      ...[...declared.keys()]
        .filter((name) => name !== 'Report')
        .map((name) => [name, shapeInSchema(schema.$defs?.[name] ?? {})] as const),
    ]);
    expect(Object.fromEntries(inSchema)).toEqual(Object.fromEntries(declared));
  });

  it('describes every field', () => {
    const all = [...properties(schema, 'Report')];
    expect(all.length).toBeGreaterThan(60);
    expect(all.filter(({ node }) => (node.description ?? '').length < 10).map(({ path }) => path)).toEqual([]);
  });

  it('has its fields in the order in which the JSON has them', () => {
    const disorder = [...objects(schema)]
      .map(({ properties: fields = {} }) => Object.keys(fields))
      .filter((names) => names.some((name, index) => index > 0 && keyRank(names[index - 1] ?? '') >= keyRank(name)));
    expect(disorder).toEqual([]);
  });
});
