import type { Extent, Place } from '../place.js';
import { lineAt } from '../source/line-at.js';
import { locate } from '../source/locate.js';
import type { Sources } from '../source/sources.js';
import type { ReportLocation } from './report.js';

/** Longest excerpt kept of a line, in UTF-16 units: enough for any frame, and a minified file stays out of reports. */
const longestExcerpt = 400;

/** A place as a report shows it: line and column, JSON pointer, and the text of the line. */
export function locateSpot(sources: Sources, at: Place | Extent, label: string): ReportLocation {
  const { file, start, end } = locate(sources, at);
  return {
    path: file,
    start,
    end,
    label,
    pointer: 'path' in at ? pointerOf(at) : '',
    excerpt: lineAt(sources, file, start.line).slice(0, longestExcerpt),
  };
}

/** RFC 6901. */
function pointerOf({ path }: Place): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
