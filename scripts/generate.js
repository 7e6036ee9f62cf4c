/**
 * Everything that is derived from the JSON Schemas:
 *
 * - `src/schema/inventory-document.ts`, `settings-document.ts` and so on: TypeScript types, committed.
 * - `src/schema/generated/validate-*.js`, `*-tables.js` and their `.d.ts`: standalone validators, built, not committed. Compiling a schema
 *   at run time costs ten times the start-up of the whole program.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { compile } from 'json-schema-to-typescript';

const root = new URL('../', import.meta.url);

/**
 * Each schema with the name of its validator and of its TypeScript type. `written`: by people, so that violations need the
 * tables from which they are put into words.
 */
export const targets = [
  { schema: 'inventory.v1', name: 'inventory', type: 'InventoryDocument', written: true },
  { schema: 'settings.v1', name: 'settings', type: 'SettingsDocument', written: true },
  { schema: 'waivers.v1', name: 'waivers', type: 'WaiversDocument', written: true },
  { schema: 'rules.v1', name: 'rules', type: 'RulesDocument', written: true },
  { schema: 'baseline.v1', name: 'baseline', type: 'BaselineDocument', written: true },
  { schema: 'report.v1', name: 'report', type: 'ReportDocument', written: false },
];

/** Reads one of the published schemas. */
export async function readSchema(name) {
  return JSON.parse(await readFile(new URL(`schemas/${name}.schema.json`, root), 'utf8'));
}

/** The text of `src/schema/<name>-document.ts`. */
async function typesOf({ schema, type }) {
  return compile(forTypes(withoutWords(await readSchema(schema))), type, {
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    bannerComment:
      `// Generated from schemas/${schema}.schema.json by scripts/generate.js: change the schema, not this file.\n` +
      '// What each field means stands there.',
    style: { singleQuote: true, printWidth: 120 },
  });
}

/**
 * The schema as the type generator understands it: it knows tuples only in their older spelling, and the free `x-`
 * keys would turn every interface into an open map, in which a misspelt field goes unnoticed. Lengths of lists would
 * come out as comments.
 */
function forTypes(node) {
  if (Array.isArray(node)) return node.map(forTypes);
  if (node === null || typeof node !== 'object') return node;
  const { patternProperties: _free, minItems: _length, prefixItems, ...rest } = node;
  const known = Array.isArray(prefixItems) ? { ...rest, items: prefixItems, additionalItems: false } : rest;
  return Object.fromEntries(Object.entries(known).map(([key, value]) => [key, forTypes(value)]));
}

/** The text of `src/schema/generated/validate-<name>.js`. */
async function validatorOf({ schema, name }) {
  const published = await readSchema(schema);
  const document = { ...withoutWords(published), $id: published.$id };
  const compiled = [];
  const ajv = new Ajv2020({
    code: {
      source: true,
      esm: true,
      lines: false,
      process(code, environment) {
        compiled.push(environment);
        return code;
      },
    },
    allErrors: true,
    messages: false,
    allowUnionTypes: true,
    // One function for each definition: less code to load, and it is only called where the quick test has doubts.
    inlineRefs: false,
  });
  ajv.compile(document);
  for (const { schema: definition, validate } of compiled) nameDefinition(document, definition, validate.source);
  const code = standaloneCode(ajv, { [`validate${capital(name)}`]: document.$id });
  // The ES module output of ajv still calls `require` for its run-time parts.
  const bundled = await build({
    stdin: {
      contents: bounded(code, `validate${capital(name)}`),
      resolveDir: fileURLToPath(root),
      loader: 'js',
    },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    minify: true,
    target: 'node20',
    write: false,
    charset: 'utf8',
  });
  return bundled.outputFiles[0].text;
}

/** A definition with a function of its own reports paths from its own root; this makes them begin at the document's. */
function nameDefinition(document, definition, source) {
  const found = Object.entries(document.$defs).find(([, node]) => node === definition);
  if (found === undefined) return;
  source.validateCode = source.validateCode.replaceAll(
    /schemaPath:"#\/(?!\$defs\/)/g,
    () => `schemaPath:"#/$defs/${found[0]}/`,
  );
}

/**
 * Makes the code of ajv fit for hostile documents. As it comes, every call of another function copies all violations so
 * far, which is quadratic, and a file with millions of violations uses up the memory. Here new ones are added in place,
 * and validation ends when there are too many.
 */
function bounded(code, name) {
  const pushing = /if\(vErrors === null\)\{vErrors = \[(\w+)\];\}\s*else \{vErrors\.push\(\1\);\}/g;
  const copying = /(\w+) === null \? (\w+)\.errors : \1\.concat\(\2\.errors\)/g;
  const exported = new RegExp(`export const ${name} = (\\w+);`);
  const main = exported.exec(code)?.[1];
  if (main === undefined || code.match(pushing) === null || code.match(copying) === null) {
    throw new Error('The code of ajv has changed: scripts/generate.js must learn how.');
  }
  const body = code
    .replace(exported, '')
    .replaceAll(pushing, 'vErrors = reported(vErrors, $1);')
    .replaceAll(copying, 'joined($1, $2.errors)');
  return `${body}
const most = 50000;
class TooMany extends Error {
  constructor(violations) {
    super();
    this.violations = violations;
  }
}
function reported(all, violation) {
  if (all === null) return [violation];
  if (all.length >= most) throw new TooMany(all);
  all.push(violation);
  return all;
}
function joined(all, more) {
  if (all === null) return more;
  for (const violation of more) reported(all, violation);
  return all;
}
export function ${name}(value) {
  ${name}.complete = true;
  try {
    const valid = ${main}(value);
    ${name}.errors = ${main}.errors;
    return valid;
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    ${name}.complete = false;
    ${name}.errors = error.violations;
    return false;
  }
}
`;
}

const words = new Set(['$schema', '$id', 'title', 'description', 'examples']);

/** The schema without what only people and editors read. */
function withoutWords(node) {
  if (Array.isArray(node)) return node.map(withoutWords);
  if (node === null || typeof node !== 'object') return node;
  const kept = Object.entries(node).filter(([keyword]) => !words.has(keyword));
  return Object.fromEntries(
    kept.map(([keyword, value]) => [
      keyword,
      // Under these keywords stand names of fields, which may well be called `title`.
      keyword === 'properties' || keyword === '$defs'
        ? Object.fromEntries(Object.entries(value).map(([name, child]) => [name, withoutWords(child)]))
        : withoutWords(value),
    ]),
  );
}

/**
 * Per map of fields its keys, each with the maps of fields below it and how one gets there. The document itself is
 * listed as the empty name.
 */
function fieldsOf(document) {
  const below = (node, via) => {
    if (node.$ref !== undefined) {
      const name = node.$ref.replace('#/$defs/', '');
      const target = document.$defs[name];
      return target.properties === undefined ? below(target, via) : [{ fields: name, via }];
    }
    return [
      ...(node.anyOf ?? []).flatMap((branch) => below(branch, via)),
      ...(node.items ? below(node.items, 'item') : []),
      ...(node.additionalProperties ? below(node.additionalProperties, 'entry') : []),
    ];
  };
  const maps = Object.entries({ '': document, ...document.$defs }).filter(([, node]) => node.properties !== undefined);
  return Object.fromEntries(
    maps.map(([name, node]) => [
      name,
      Object.fromEntries(Object.entries(node.properties).map(([key, value]) => [key, below(value, 'value')])),
    ]),
  );
}

/** The text of `src/schema/generated/validate-<name>.d.ts`. */
function declarationsOf({ name, type }) {
  return `import type { ${type} } from '../${name}-document.js';
import type { Violation } from '../violation.js';

export declare const validate${capital(name)}: {
  (value: unknown): value is ${type};
  errors: readonly Violation[] | null;
  /** False where there were so many violations that validation ended early. */
  complete: boolean;
};
`;
}

/** What is needed of a schema besides its validator, which most documents never meet. */
async function tablesOf({ schema, name }) {
  const document = withoutWords(await readSchema(schema));
  return [
    {
      path: `src/schema/generated/${name}-tables.js`,
      text:
        `export const ${name}Fields = ${JSON.stringify(fieldsOf(document))};\n` +
        `export const ${name}Schema = ${JSON.stringify(document)};\n`,
    },
    {
      path: `src/schema/generated/${name}-tables.d.ts`,
      text: `import type { FieldTable } from '../field-table.js';
import type { SchemaNode } from '../schema-node.js';

export declare const ${name}Fields: FieldTable;
/** The schema without descriptions and examples. */
export declare const ${name}Schema: SchemaNode;
`,
    },
  ];
}

function capital(word) {
  return word[0].toUpperCase() + word.slice(1);
}

/** The committed files with the text they should have. */
export async function typeFiles() {
  return Promise.all(
    targets.map(async (target) => ({ path: `src/schema/${target.name}-document.ts`, text: await typesOf(target) })),
  );
}

/** The built files with the text they should have. */
export async function validatorFiles() {
  const files = targets.map(async (target) => {
    const base = `src/schema/generated/validate-${target.name}`;
    return [
      { path: `${base}.js`, text: await validatorOf(target) },
      { path: `${base}.d.ts`, text: declarationsOf(target) },
    ];
  });
  const tables = targets.filter(({ written }) => written).map(tablesOf);
  return (await Promise.all([...files, ...tables])).flat();
}

/** What the HTML report carries inside it: its style and its script, minified, as texts. */
export async function pageFiles() {
  const base = 'src/reporters/html/generated/page';
  const folder = fileURLToPath(new URL('src/reporters/html/page/', root));
  const text = async (entry) => {
    const { outputFiles } = await build({
      absWorkingDir: folder,
      entryPoints: [entry],
      bundle: true,
      minify: true,
      charset: 'utf8',
      format: 'iife',
      target: ['chrome111', 'firefox113', 'safari16.4'],
      write: false,
    });
    return outputFiles[0].text.trim();
  };
  const [style, script] = await Promise.all([text('style.css'), text('enhance.ts')]);
  return [
    {
      path: `${base}.js`,
      text: `export const style = ${JSON.stringify(style)};\nexport const script = ${JSON.stringify(script)};\n`,
    },
    { path: `${base}.d.ts`, text: 'export declare const style: string;\nexport declare const script: string;\n' },
  ];
}

/** Writes all derived files. Calling it twice changes nothing. */
export async function generate() {
  await mkdir(new URL('src/schema/generated/', root), { recursive: true });
  await mkdir(new URL('src/reporters/html/generated/', root), { recursive: true });
  const files = [...(await typeFiles()), ...(await validatorFiles()), ...(await pageFiles())];
  await Promise.all(files.map((file) => writeFile(new URL(file.path, root), file.text)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generate();
