import type { DomainBlast } from '../analysis/blast-radius.js';
import type { Model, ServiceIndex } from '../model/model.js';
import type { BlastChange } from '../report/report-change.js';

/** What the losses of one state do. */
interface Blasts {
  readonly model: Model;
  readonly blastRadii: readonly DomainBlast[];
}

/** For every failure domain of either state: whom its loss takes beyond their RTO in one and not in the other. */
export function blastChanges(before: Blasts, now: Blasts): readonly BlastChange[] {
  const was = new Map(before.blastRadii.map((blast) => [blast.domain.id, named(before.model, blast)]));
  const is = new Map(now.blastRadii.map((blast) => [blast.domain.id, named(now.model, blast)]));
  return [...new Set([...was.keys(), ...is.keys()])]
    .sort()
    .flatMap((domain): readonly BlastChange[] => {
      const [then, today] = [was.get(domain) ?? nobody, is.get(domain) ?? nobody];
      const change = {
        domain,
        kind: is.get(domain)?.kind ?? was.get(domain)?.kind ?? '',
        added: [...today.surely].filter((id) => !then.surely.has(id)),
        removed: [...then.surely].filter((id) => !today.surely.has(id) && !today.perhaps.has(id)),
        unsure: [...today.perhaps].filter((id) => !then.perhaps.has(id) && !then.surely.has(id)),
      };
      return change.added.length + change.removed.length + change.unsure.length === 0 ? [] : [change];
    })
    .toSorted((a, b) => b.added.length - a.added.length);
}

interface NamedBlast {
  readonly kind: string;
  readonly surely: ReadonlySet<string>;
  readonly perhaps: ReadonlySet<string>;
}

const nobody: NamedBlast = { kind: '', surely: new Set(), perhaps: new Set() };

function named({ services }: Model, { domain, surely, perhaps }: DomainBlast): NamedBlast {
  const ids = (indices: readonly ServiceIndex[]): ReadonlySet<string> =>
    new Set(indices.flatMap((index) => services[index]?.id ?? []).sort());
  return { kind: domain.kind, surely: ids(surely), perhaps: ids(perhaps) };
}
