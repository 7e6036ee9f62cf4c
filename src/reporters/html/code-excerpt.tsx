import type { JSX } from 'preact';
import type { ReportLocation } from '../../report/report.js';
import { excerptOf } from '../excerpt.js';

const width = 96;

/** A line of the inventory with what matters in it marked, under where it stands and what it is. */
export function CodeExcerpt({
  location,
  withColumn = false,
}: {
  readonly location: ReportLocation;
  /** Where a reader has to find one character, and not an entry. */
  readonly withColumn?: boolean;
}): JSX.Element {
  const { path, start, label } = location;
  const { head, marked, tail } = marks(location);
  return (
    <figure class="excerpt">
      <figcaption>
        <span class="code">
          {path}:{start.line}
          {withColumn ? `:${start.column}` : null}
        </span>
        {label === '' ? null : <> {label}</>}
      </figcaption>
      {head + marked + tail === '' ? null : (
        <pre>
          <span class="line" aria-hidden="true">
            {start.line}
          </span>
          <code>
            {head}
            <mark>{marked}</mark>
            {tail}
          </code>
        </pre>
      )}
    </figure>
  );
}

function marks(location: ReportLocation): { readonly head: string; readonly marked: string; readonly tail: string } {
  const { excerpt, start, end } = location;
  const from = between(excerpt, start.column - 1);
  const to = end.line === start.line ? Math.max(from, between(excerpt, end.column - 1)) : excerpt.length;
  if (excerpt.length > width * 3) {
    const { text } = excerptOf(location, width, '…');
    return { head: text, marked: '', tail: '' };
  }
  return { head: excerpt.slice(0, from), marked: excerpt.slice(from, to), tail: excerpt.slice(to) };
}

/** The same position, or the one before it where it lies in the middle of a character. */
function between(text: string, at: number): number {
  return /[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(Math.max(0, at - 1), at + 1)) ? at - 1 : at;
}
