import type { Drill, Model } from '../model/model.js';
import { inWords } from './in-words.js';
import type { Weakness } from './weakness.js';

/** Drills and incidents that were on record and are not any more, or that say less of what they lost, measured or tested. */
export function removedDrills(before: Model, now: Model): readonly Weakness[] {
  const left = new Map<string, Drill[]>();
  for (const drill of now.drills) {
    const key = identity(now, drill);
    const others = left.get(key);
    if (others === undefined) left.set(key, [drill]);
    else others.push(drill);
  }
  return before.drills.flatMap((drill): readonly Weakness[] => {
    const what = `the ${drill.kind === 'incident' ? 'incident' : 'drill'} of ${drill.date} that lost ${inWords(lost(before, drill))}`;
    const alike = left.get(identity(before, drill)) ?? [];
    // Of several that found the same, one that still says what was tested, and not more than it has to: others say more.
    const cost = (one: Drill): number =>
      (changedDigests(before, drill, now, one).length === 0 ? 0 : 1_000_000) + cutFrom(drill, one).length * 1_000;
    const [found] = alike.toSorted((a, b) => cost(a) - cost(b) || a.digests.size - b.digests.size);
    if (found === undefined) {
      const { services } = before;
      const subjects = [...drill.measured.keys()].flatMap((index) => services[index]?.id ?? []).sort();
      return [{ area: 'declarations', message: `${what} is not on record as it was`, subjects, at: undefined }];
    }
    alike.splice(alike.indexOf(found), 1);
    const subjects = changedDigests(before, drill, now, found);
    const at = (field: string): Weakness['at'] => now.place({ type: 'drill', index: found.index }, [field]);
    const tested = `${what} no longer says what it tested`;
    return [
      ...(subjects.length === 0
        ? []
        : [{ area: 'declarations', message: tested, subjects, at: at('digests') } as const]),
      ...cutFrom(drill, found).map(
        ({ message, field }) =>
          ({ area: 'declarations', message: `${what} ${message}`, subjects: [], at: at(field) }) as const,
      ),
    ];
  });
}

/** What is no longer shown for a drill, and what it brought to light that is no longer there to be mended, or only later. */
function cutFrom(was: Drill, is: Drill): readonly { readonly message: string; readonly field: string }[] {
  const field = 'findings';
  const today = new Map((is.findings ?? []).map((finding) => [finding.what, finding]));
  const open = (was.findings ?? []).filter(({ closed }) => closed === undefined);
  const settled = was.findings === undefined && is.findings?.length === 0;
  return [
    ...(was.evidence !== undefined && is.evidence === undefined
      ? [{ message: 'no longer names its evidence', field: 'evidence' }]
      : []),
    ...(settled ? [{ message: 'is said to have found nothing; before, nobody said', field }] : []),
    ...open.flatMap(({ what, due }) => {
      const left = today.get(what);
      if (left === undefined) return [{ message: `no longer names what it found: ${what}`, field }];
      if (left.closed !== undefined || due === undefined || (left.due !== undefined && left.due <= due)) return [];
      const until = left.due === undefined ? 'no longer says until when' : `gives until ${left.due}, no longer ${due},`;
      return [{ message: `${until} to mend what it found: ${what}`, field }];
    }),
  ];
}

/** Services of which a drill no longer records what was tested, or records something else: then no change since shows. */
function changedDigests(before: Model, was: Drill, now: Model, is: Drill): readonly string[] {
  const today = new Map([...is.digests].map(([index, digest]) => [now.services[index]?.id, digest]));
  return [...was.digests]
    .map(([index, digest]) => ({ id: before.services[index]?.id ?? '', digest }))
    .filter(({ id, digest }) => now.serviceById.has(id) && today.get(id) !== digest)
    .map(({ id }) => id)
    .sort();
}

/** Everything that was found in it: a better result written over a worse one is no small thing either. */
function identity(model: Model, drill: Drill): string {
  const measured = [...drill.measured].map(([index, { rto, rpo }]) => [model.services[index]?.id, rto, rpo]);
  return JSON.stringify([drill.date, drill.result, lost(model, drill), measured]);
}

function lost({ domains, services }: Model, { lose }: Drill): readonly string[] {
  const ids = [
    ...lose.domains.flatMap((index) => domains[index]?.id ?? []),
    ...lose.services.flatMap((index) => services[index]?.id ?? []),
  ];
  return ids.length === 0 ? ['nothing'] : ids.sort();
}
