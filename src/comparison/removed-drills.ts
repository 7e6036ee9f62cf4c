import type { Drill, Model } from '../model/model.js';
import { inWords } from './in-words.js';
import type { Weakness } from './weakness.js';

/** Drills and incidents that were on record and are not any more, or that say less of what they lost or measured. */
export function removedDrills(before: Model, now: Model): readonly Weakness[] {
  const left = now.drills.map((drill) => identity(now, drill));
  return before.drills.flatMap((drill): readonly Weakness[] => {
    const at = left.indexOf(identity(before, drill));
    if (at >= 0) {
      left.splice(at, 1);
      return [];
    }
    const { services } = before;
    const subjects = [...drill.measured.keys()].flatMap((index) => services[index]?.id ?? []).sort();
    const what = drill.kind === 'incident' ? 'incident' : 'drill';
    const message = `the ${what} of ${drill.date} that lost ${inWords(lost(before, drill))} is not on record as it was`;
    return [{ area: 'declarations', message, subjects, at: undefined }];
  });
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
