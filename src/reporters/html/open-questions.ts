import type { Gap } from '../../report/report.js';
import type { Page } from './page.js';

/** One field that somebody is to fill in. */
export interface Question {
  readonly field: string;
  /** Ids of those that leave it out. */
  readonly subjects: readonly string[];
  /** How many promises it keeps unknown. */
  readonly promises: number;
}

export interface OwnerQuestions {
  /** undefined: nobody is named. */
  readonly owner: string | undefined;
  readonly questions: readonly Question[];
  /** Promises that any of them keeps unknown. */
  readonly promises: number;
}

/** What could not be assessed, by who can settle it: whose answers decide most promises comes first. */
export function openQuestions(page: Page): readonly OwnerQuestions[] {
  const held = promisesHeldUp(page);
  const byOwner = new Map<string | undefined, Question[]>();
  for (const gap of page.report.gaps) {
    for (const [owner, subjects] of byOwnerOf(page, gap)) {
      const promises = new Set(subjects.flatMap((subject) => [...(held.get(`${subject}\t${gap.field}`) ?? [])]));
      const list = byOwner.get(owner) ?? [];
      list.push({ field: gap.field, subjects, promises: promises.size });
      byOwner.set(owner, list);
    }
  }
  return [...byOwner]
    .map(([owner, questions]) => ({
      owner,
      questions: questions.toSorted((a, b) => b.promises - a.promises),
      promises: questions.reduce((most, question) => Math.max(most, question.promises), 0),
    }))
    .sort((a, b) => b.promises - a.promises || b.questions.length - a.questions.length);
}

function byOwnerOf(page: Page, { subjects }: Gap): ReadonlyMap<string | undefined, readonly string[]> {
  const groups = new Map<string | undefined, string[]>();
  for (const subject of subjects) {
    const owner = page.ownerOf(subject);
    const list = groups.get(owner) ?? [];
    list.push(subject);
    groups.set(owner, list);
  }
  return groups;
}

/** By subject and field: the positions of the promises that it keeps unknown. */
function promisesHeldUp({ report }: Page): ReadonlyMap<string, ReadonlySet<number>> {
  const held = new Map<string, Set<number>>();
  report.promises.forEach(({ missing }, index) => {
    for (const { subject, field } of missing) {
      const key = `${subject}\t${field}`;
      const set = held.get(key) ?? new Set<number>();
      set.add(index);
      held.set(key, set);
    }
  });
  return held;
}
