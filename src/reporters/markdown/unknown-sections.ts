import type { Gap, Report } from '../../report/report.js';
import { markdownRow, markdownTable } from '../markdown-text.js';
import { plural } from '../plural.js';
import type { Section } from './fit-sections.js';
import { shortCode, shortIds, shortText } from './short-text.js';

const mostNames = 40;

/** Sorts after every owner who has a name. */
const nobody = '';

/** The fields that would settle what is unknown, and how much hangs on each. */
export function unknownTable({ gaps }: Report): Section {
  return {
    title: 'Not known',
    lead: markdownTable(['Field', 'Left out by', 'Promises unknown', 'Checks unknown'], []),
    rows: gaps.map(({ field, subjects, promises, checks }) =>
      markdownRow([shortCode(field), String(subjects.length), String(promises), String(checks)]),
    ),
    what: 'fields',
    share: 0.03,
  };
}

/** The same as a list of things to do for each owner, the one with the most promises in the dark first. */
export function toDoSection({ gaps, promises, roster = [] }: Report): Section {
  const ownerOf = new Map(roster.map(({ service, owner }) => [service, owner ?? nobody]));
  const lists = new Map<string, { lines: string[]; promises: number }>();
  for (const gap of gaps)
    for (const [owner, subjects] of byOwner(gap, ownerOf)) {
      const list = lists.get(owner) ?? { lines: [], promises: 0 };
      const waiting = promises.filter(({ missing }) =>
        missing.some(({ subject, field }) => field === gap.field && subjects.has(subject)),
      ).length;
      list.lines.push(toDo(gap, [...subjects], waiting));
      list.promises += waiting;
      lists.set(owner, list);
    }
  const rows = [...lists]
    .toSorted(([a, one], [b, other]) => Number(a === nobody) - Number(b === nobody) || other.promises - one.promises)
    .flatMap(
      ([
        owner,
        {
          lines: [first = '', ...others],
        },
      ]) => [`\n### ${owner === nobody ? 'No owner stated' : shortText(owner)}\n\n${first}`, ...others],
    );
  return { title: 'To fill in, by owner', rows, what: 'things to fill in', share: 0.12 };
}

function byOwner({ subjects }: Gap, ownerOf: ReadonlyMap<string, string>): ReadonlyMap<string, ReadonlySet<string>> {
  const owners = new Map<string, Set<string>>();
  for (const subject of subjects) {
    const owner = ownerOf.get(subject) ?? nobody;
    owners.set(owner, (owners.get(owner) ?? new Set<string>()).add(subject));
  }
  return owners;
}

function toDo({ field }: Gap, subjects: readonly string[], promises: number): string {
  const waiting =
    promises === 0 ? 'checks of rules wait' : `${plural(promises, 'promise')} ${promises === 1 ? 'waits' : 'wait'}`;
  return `- [ ] ${shortCode(field)} of ${shortIds(subjects, mostNames)}: ${waiting} for it\n`;
}
