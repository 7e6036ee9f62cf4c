import type { Sections } from './collect-sections.js';
import type { Entry } from './entry.js';

/** What an id that `lose` can name stands for. */
export interface Named {
  readonly section: 'locations' | 'domains' | 'services';
  /** Position in `Model.domains` or `Model.services`; -1: planned, legal to name and not in the model. */
  readonly index: number;
  /** The index alone in a list, empty if planned: shared by the hundred thousand lists that name just one thing. */
  readonly alone: readonly number[];
}

/** Every id that a reference can name, with its position in the model. */
export interface NameTable {
  readonly byId: ReadonlyMap<string, Named>;
  /** Sorted by code units; the position of an id is its index in the model. */
  readonly domainIds: readonly string[];
  readonly serviceIds: readonly string[];
  /** Each tier with its rank, in order of ids. */
  readonly tiers: ReadonlyMap<string, number | undefined>;
}

/** Numbers everything. Where one id is defined in two sections, the first section has it. */
export function tableNames(sections: Sections, planned: ReadonlySet<string>): NameTable {
  const { locations, domains, services, tiers } = sections;
  const domainIds = [...new Set([...locations.keys(), ...domains.keys()])].filter((id) => !planned.has(id)).sort();
  const serviceIds = [...services.keys()].sort();
  const byId = new Map<string, Named>();
  for (const [index, id] of serviceIds.entries()) byId.set(id, { section: 'services', index, alone: [index] });
  for (const [index, id] of domainIds.entries()) {
    byId.set(id, { section: locations.has(id) ? 'locations' : 'domains', index, alone: [index] });
  }
  for (const id of planned) byId.set(id, { section: 'locations', index: -1, alone: [] });
  return {
    byId,
    domainIds,
    serviceIds,
    tiers: new Map([...tiers.keys()].sort().map((id) => [id, rankOf(tiers.get(id))])),
  };
}

/** What is not a rank at all is reported where the tier is read. */
function rankOf(tier: Entry | undefined): number | undefined {
  const rank = tier?.value['rank'];
  return typeof rank === 'number' && Number.isInteger(rank) && rank > 0 ? rank : undefined;
}
