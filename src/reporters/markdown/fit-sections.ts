import { byteLength } from '../byte-length.js';

/** A chapter that can be cut after any of its rows. */
export interface Section {
  readonly title: string;
  /** Before the rows: a sentence, the head of a table. */
  readonly lead?: string;
  /** Markdown already, each with its line end. */
  readonly rows: readonly string[];
  /** What a row is, for saying how many were cut. */
  readonly what: string;
  /** The part of the room that is its own if it needs it, of 1. */
  readonly share: number;
}

export interface Fitted {
  readonly text: string;
  /** What was left out; empty where everything fitted. */
  readonly cut: readonly string[];
}

/** Kept free in each section for saying what was cut of it. */
const noteBytes = 120;

/**
 * The sections one below the other in no more than so many bytes. Each has its share, and what some do not need goes to
 * the others, the first of them first. What does not fit is cut at the end of a row and counted.
 */
export function fitSections(sections: readonly Section[], room: number): Fitted {
  const there = sections.filter(({ rows }) => rows.length > 0).map((section) => ({ section, need: needOf(section) }));
  // Not all sections are in every report; if they are, they share what there is.
  const shares = Math.max(
    1,
    there.reduce((sum, { section }) => sum + section.share, 0),
  );
  const granted = there.map(({ section, need }) => Math.min(need, Math.floor((section.share / shares) * room)));
  let free = room - granted.reduce((sum, bytes) => sum + bytes, 0);
  const fitted = there.map(({ section, need }, index) => {
    const own = granted[index] ?? 0;
    const extra = Math.max(0, Math.min(free, need - own));
    free -= extra;
    return cutTo(section, own + extra, need);
  });
  return { text: fitted.map(({ text }) => text).join(''), cut: fitted.flatMap(({ cut }) => cut) };
}

function headOf({ title, lead = '' }: Section): string {
  return `\n## ${title}\n\n${lead}`;
}

function needOf(section: Section): number {
  return section.rows.reduce((sum, row) => sum + byteLength(row), byteLength(headOf(section)));
}

function cutTo(section: Section, room: number, need: number): Fitted {
  const { rows, what } = section;
  const head = headOf(section);
  if (need <= room) return { text: head + rows.join(''), cut: [] };
  let free = room - noteBytes - byteLength(head);
  const over = rows.findIndex((row) => {
    free -= byteLength(row);
    return free < 0;
  });
  const told = `${rows.length - over} of ${rows.length} ${what}`;
  return { text: `${head}${rows.slice(0, over).join('')}\nLeft out here: ${told}.\n`, cut: [told] };
}
