import type { Extent, Place, Position, Span } from '../place.js';
import { documentSpans } from './document-spans.js';
import type { NodeSpan, TextRange } from './node-span.js';
import type { SourceText } from './source-text.js';
import type { Sources } from './sources.js';

// Spans are found again for what is shown, often many times in the same file.
const known = new WeakMap<SourceText, readonly NodeSpan[]>();

/**
 * Lines and columns of a place. A path that is not written gives the key of the nearest place above it that is, or
 * that place's value where it has no key; a file that was not read gives its first character.
 */
export function locate(sources: Sources, at: Place | Extent): Span {
  const source = sources.texts.get(at.file);
  if (source === undefined) return { file: at.file, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  const { start, end } = 'start' in at ? at : rangeOf(spansOf(sources, source)[at.document], at);
  return { file: at.file, start: positionOf(source, start), end: positionOf(source, Math.max(start, end)) };
}

/**
 * Where the item that a place is in begins, as an offset: service by service, domain by domain. Orders places without
 * reading the items again, which is what finding lines and columns inside them costs.
 */
export function itemOffset(sources: Sources, at: Place | Extent): number {
  if ('start' in at) return at.start;
  const source = sources.texts.get(at.file);
  if (source === undefined) return 0;
  return rangeOf(spansOf(sources, source)[at.document], { ...at, path: at.path.slice(0, itemDepth), on: 'key' }).start;
}

/** A section and a name in it. */
const itemDepth = 2;

function spansOf(sources: Sources, source: SourceText): readonly NodeSpan[] {
  const found = known.get(source) ?? documentSpans(source, sources.limits);
  known.set(source, found);
  return found;
}

function rangeOf(root: NodeSpan | undefined, at: Place): TextRange {
  let span = root;
  let nearest: TextRange = { start: 0, end: 0 };
  for (const step of at.path) {
    nearest = span?.key ?? (span === root ? nearest : span?.value) ?? nearest;
    span = span?.child(step);
    if (span === undefined) return nearestOf(root, nearest);
  }
  const exact = at.on === 'key' ? (span?.key ?? span?.value) : (span?.value ?? span?.key);
  return exact ?? nearestOf(root, nearest);
}

/** A document has no key; where nothing nearer is known its beginning is shown. */
function nearestOf(root: NodeSpan | undefined, nearest: TextRange): TextRange {
  if (nearest.end > 0) return nearest;
  const start = root?.value?.start ?? 0;
  return { start, end: start };
}

function positionOf(source: SourceText, offset: number): Position {
  const starts = source.lineStarts;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const inside = Math.min(Math.max(offset, 0), source.text.length);
  return { line: low + 1, column: inside - (starts[low] ?? 0) + 1 };
}
