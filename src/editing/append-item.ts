import { Document, isMap, isNode, isSeq } from 'yaml';
import { openYaml, printed, withLineEnds, type OpenYaml } from './open-yaml.js';

/** What is to be added, and where. */
export interface Addition {
  /** The key of the list. */
  readonly key: string;
  /** The fields of the item, in the order in which they are written. */
  readonly item: Readonly<Record<string, unknown>>;
  /** Fields that are written on one line, in braces or brackets. Maps and lists inside of other fields are anyway. */
  readonly onOneLine: readonly string[];
}

/**
 * The text of a file with one item more at the end of a list. Everything else stays as it was written, comments and
 * layout too. Undefined where the text is not a file that can be edited; an empty text begins a new one.
 */
export function appendItem(text: string, addition: Addition): string | undefined {
  const { key, item } = addition;
  if (text.trim() === '') return `version: 1\n${key}:\n${indented(itemText(addition), 2)}`;
  const file = openYaml(text, key);
  const before = dataOf(text, key);
  if (file === undefined || before === undefined) return undefined;
  const items = before[key] ?? [];
  if (!Array.isArray(items)) return undefined;
  const wanted = JSON.stringify({ ...before, [key]: [...items, item] });
  const isWanted = (edited: string): boolean => JSON.stringify(dataOf(edited, key)) === wanted;
  const inserted = key in before ? insertAtEnd(text, file, addition) : withList(text, addition);
  if (inserted !== undefined && isWanted(inserted)) return inserted;
  const { document } = file;
  if (file.list === undefined) document.set(key, document.createNode([]));
  document.addIn([key], itemNode(addition));
  const list = document.get(key, true);
  if (isSeq(list) && items.length === 0) list.flow = false;
  const rewritten = printed(document, text);
  return isWanted(rewritten) ? rewritten : undefined;
}

/** The whole file as plain data, for telling whether an edit did what it should; undefined: it cannot be read. */
function dataOf(text: string, key: string): Readonly<Record<string, unknown>> | undefined {
  // The reader of inventories has limits of its own for aliases.
  const data: unknown = openYaml(text, key)?.document.toJS({ maxAliasCount: -1 });
  return isPlainMap(data) ? data : undefined;
}

function isPlainMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The list is new: behind everything else. */
function withList(text: string, addition: Addition): string {
  const apart = text.endsWith('\n') ? '' : '\n';
  return text + withLineEnds(`${apart}${addition.key}:\n${indented(itemText(addition), 2)}`, text);
}

/** Puts the item behind the last one, in its indentation; undefined where the list is not written in lines. */
function insertAtEnd(text: string, { list }: OpenYaml, addition: Addition): string | undefined {
  const [first] = list?.items ?? [];
  const last = list?.items.at(-1);
  if (!isNode(first) || !isNode(last) || !first.range || !last.range) return undefined;
  const line = text.slice(text.lastIndexOf('\n', first.range[0] - 1) + 1, first.range[0]);
  const indent = /^( *)- *$/.exec(line)?.[1]?.length;
  if (indent === undefined) return undefined;
  const at = endOfItem(text, last.range[1], indent);
  const apart = text.slice(0, at).endsWith('\n') ? '' : '\n';
  return text.slice(0, at) + withLineEnds(apart + indented(itemText(addition), indent), text) + text.slice(at);
}

/** Behind the last line of an item, with the comments that stand inside of it. */
function endOfItem(text: string, valueEnd: number, indent: number): number {
  let at = valueEnd > 0 && text[valueEnd - 1] === '\n' ? valueEnd : nextLine(text, valueEnd);
  while (new RegExp(`^ {${indent + 1},}#`).test(text.slice(at, nextLine(text, at)))) at = nextLine(text, at);
  return at;
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

/** The item of a list as it is written, from the first column. */
export function itemText(addition: Addition): string {
  return new Document([itemNode(addition)]).toString({ lineWidth: 0 });
}

function itemNode({ item, onOneLine }: Addition): unknown {
  const node = new Document(item).contents;
  if (!isMap(node)) return node;
  for (const [field, value] of Object.entries(item)) {
    const inner = isPlainMap(value) ? Object.keys(value).map((key) => [field, key]) : [];
    for (const path of onOneLine.includes(field) ? [[field]] : inner) {
      const part = node.getIn(path, true);
      if (isMap(part) || isSeq(part)) part.flow = true;
    }
  }
  return node;
}

function indented(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by));
}
