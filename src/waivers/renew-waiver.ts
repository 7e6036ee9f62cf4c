import { isMap, isScalar, Scalar, type Document, type YAMLMap } from 'yaml';
import { printed, withLineEnds } from '../editing/open-yaml.js';
import { openWaiverFile, waiverData, waiverNode } from './waiver-file.js';

/** What changes when the end of a waiver is put off. ISO dates. */
export interface Renewal {
  readonly expires: string;
  readonly renewed: string;
  /** Left as it is where there is none. */
  readonly reason: string | undefined;
}

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text of a file in which the waiver at this position (from 0) ends later. Everything else stays as it was written.
 * Undefined where it cannot be edited.
 */
export function renewWaiver(text: string, index: number, renewal: Renewal): string | undefined {
  const file = openWaiverFile(text);
  const node = file === undefined ? undefined : waiverNode(file, index);
  const before = waiverData(text);
  if (file === undefined || node === undefined || before === undefined) return undefined;
  const changes = Object.entries(renewal).filter(([, value]) => value !== undefined);
  const wanted = JSON.stringify(
    before.map((waiver, at) =>
      at === index && typeof waiver === 'object' ? sorted({ ...waiver, ...Object.fromEntries(changes) }) : waiver,
    ),
  );
  const isWanted = (edited: string): boolean =>
    JSON.stringify(waiverData(edited)?.map((waiver, at) => (at === index ? sorted(waiver) : waiver))) === wanted;
  const spliced = inPlace(text, node, renewal);
  if (spliced !== undefined && isWanted(spliced)) return spliced;
  const rewritten = printed(rewrite(file.document, index, renewal), text);
  return isWanted(rewritten) ? rewritten : undefined;
}

/** Changes only the characters of the values. */
function inPlace(text: string, node: YAMLMap, { expires, renewed, reason }: Renewal): string | undefined {
  const end = replaced(text, node, 'expires', expires);
  if (end === undefined) return undefined;
  const why = reason === undefined ? [] : [replaced(text, node, 'reason', reason)];
  const when = node.has('renewed') ? replaced(text, node, 'renewed', renewed) : added(text, node, end, renewed);
  const splices = [end, when, ...why].flatMap((splice) => splice ?? []);
  return splices
    .toSorted((a, b) => b.start - a.start || b.end - a.end)
    .reduce((edited, { start, end: stop, text: by }) => edited.slice(0, start) + by + edited.slice(stop), text);
}

/** The value of a key, replaced. One that was written over several lines comes back on one. */
function replaced(text: string, node: YAMLMap, key: string, value: string): Splice | undefined {
  const old = node.get(key, true);
  if (!isScalar(old) || !old.range) return undefined;
  const [start, end] = old.range;
  return { start, end, text: scalarText(value) + (/\r?\n$/.exec(text.slice(start, end))?.[0] ?? '') };
}

/** `renewed` behind `expires`: on a line of its own, or in the braces. */
function added(text: string, node: YAMLMap, { start, end }: Splice, renewed: string): Splice {
  if (node.flow === true) return { start: end, end, text: `, renewed: ${renewed}` };
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const indent = text.slice(line, start).search(/expires\b|"expires"|'expires'/);
  const next = text.indexOf('\n', end);
  const at = next < 0 ? text.length : next + 1;
  const apart = next < 0 ? '\n' : '';
  return {
    start: at,
    end: at,
    text: withLineEnds(`${apart}${' '.repeat(Math.max(0, indent))}renewed: ${renewed}\n`, text),
  };
}

/** A text as it can stand on one line in braces as well. */
function scalarText(value: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N} ()/._;-]*[\p{L}\p{N}).]$/u.test(value) && !/ #|: /.test(value)
    ? value
    : JSON.stringify(value);
}

function rewrite(document: Document.Parsed, index: number, renewal: Renewal): Document.Parsed {
  for (const [key, value] of Object.entries(renewal)) {
    if (value !== undefined) document.setIn(['waivers', index, key], new Scalar(value));
  }
  return document;
}

/** Where `renewed` stands among the fields makes no difference. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
