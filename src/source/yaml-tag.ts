import { isMap, isScalar, isSeq } from 'yaml';

const prefix = 'tag:yaml.org,2002:';
const kinds: Readonly<Record<string, readonly string[]>> = {
  str: ['string'],
  int: ['number'],
  float: ['number'],
  bool: ['boolean'],
  null: ['null'],
  map: ['map'],
  seq: ['seq'],
};

/** What is wrong with a tag on a node, undefined for `!` and for tags of the core schema that fit their value. */
export function tagProblem(tag: string, node: unknown): string | undefined {
  if (tag === '!') return undefined;
  const isCore = tag.startsWith(prefix);
  const name = isCore ? tag.slice(prefix.length) : tag;
  const shown = isCore ? `!!${name}` : tag;
  const wanted = isCore && Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (wanted === undefined) return `the tag \`${shown}\` is not supported`;
  return wanted.includes(kindOf(node)) ? undefined : `the tag \`${shown}\` does not fit the value`;
}

function kindOf(node: unknown): string {
  if (isMap(node)) return 'map';
  if (isSeq(node)) return 'seq';
  const value = isScalar(node) ? node.value : undefined;
  return value === null ? 'null' : typeof value;
}

/** Where the tag before the value at `value` begins, as far as it stands on the same line or the one before. */
export function tagStart(text: string, value: number): number {
  const above = text.lastIndexOf('\n', text.lastIndexOf('\n', value - 1) - 1) + 1;
  const near = text.slice(Math.max(above, value - farthest), value);
  const before = /(?:^|[\s,[{])[!][^\s,[\]{}]*\s+(?:&\S+\s+)?(?:#.*\n\s*)?$/.exec(near);
  if (before === null) return value;
  const tag = before.index + before[0].indexOf('!');
  // Behind a # it is a comment that speaks of one.
  return /(?:^|\s)#.*$/.test(near.slice(0, tag)) ? value : value - near.length + tag;
}

/** How far before a value its tag is looked for, in UTF-16 code units. */
const farthest = 200;
