import { isMap, isSeq, parseAllDocuments, type Document, type YAMLSeq } from 'yaml';

/** A file as it can be edited without a change to anything else in it. */
export interface OpenYaml {
  readonly document: Document.Parsed;
  /** The list under the key that was asked for. */
  readonly list: YAMLSeq | undefined;
}

/** Opens a text as one map with a list under a key; undefined where it is not one document that can be edited. */
export function openYaml(text: string, key: string): OpenYaml | undefined {
  const documents = parseAllDocuments(text, { version: '1.2', schema: 'core', logLevel: 'silent' });
  if (!Array.isArray(documents)) return undefined;
  const [document, ...others] = documents;
  if (document === undefined || others.length > 0 || document.errors.length > 0) return undefined;
  if (!isMap(document.contents)) return undefined;
  const list = document.get(key, true);
  return { document, list: isSeq(list) ? list : undefined };
}

/** How the whole of an edited document is written where its text could not be changed in place. */
export function printed(document: Document.Parsed, like: string): string {
  return withLineEnds(document.toString({ lineWidth: 0 }), like);
}

/** The text with the line ends that another one has. */
export function withLineEnds(text: string, like: string): string {
  return like.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text;
}
