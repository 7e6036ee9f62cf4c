import { type Document, Scalar, isAlias, isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';

export type Oracle =
  { readonly kind: 'data'; readonly data: unknown } | { readonly kind: 'refused'; readonly why: string };

/** What the `yaml` package alone makes of a text: one document's data, with keys as they are written and each only once. */
export function oracle(text: string): Oracle {
  const options = {
    prettyErrors: false,
    uniqueKeys: false,
    schema: 'core',
    version: '1.2',
    logLevel: 'silent',
  } as const;
  const parsed = parseAllDocuments(text, options);
  const documents: Document.Parsed[] = Array.isArray(parsed) ? parsed : [];
  const [document] = documents;
  if (document === undefined || documents.length !== 1)
    return { kind: 'refused', why: `${String(documents.length)} documents` };
  const [error] = document.errors;
  if (error !== undefined) return { kind: 'refused', why: error.message };
  try {
    return { kind: 'data', data: dataOf(document.contents, document) };
  } catch (reason) {
    return { kind: 'refused', why: String(reason) };
  }
}

/** The data of a node, with keys as they are written; throws where a key is no text or stands there twice, or an alias stands for nothing. */
export function dataOf(node: unknown, document: Document.Parsed, around: readonly unknown[] = []): unknown {
  const inside = [...around, node];
  if (isAlias(node)) {
    const target = node.resolve(document);
    if (target === undefined || around.includes(target)) throw new Error('an alias for nothing, or for what it is in');
    return dataOf(target, document, inside);
  }
  if (isSeq(node)) return node.items.map((item) => dataOf(item, document, inside));
  if (isScalar(node)) return node.value;
  if (!isMap(node)) return null;
  const entries = node.items.map(({ key, value }): [string, unknown] => {
    if (!isScalar(key) || (key.type === Scalar.PLAIN && key.value === null)) throw new Error('a key that is not text');
    const name = key.type === Scalar.PLAIN ? (key.source ?? '') : String(key.value);
    return [name, dataOf(value, document, inside)];
  });
  const names = new Set(entries.map(([name]) => name));
  if (names.size !== entries.length) throw new Error('a repeated key');
  return Object.fromEntries(entries);
}
