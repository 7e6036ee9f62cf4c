import type { DetailDomain, ReportDetail } from '../../report/report.js';
import { standingOf, type Standing } from './domain-standing.js';

/** One failure domain as the map draws it. */
export interface MapNode {
  readonly domain: DetailDomain;
  readonly standing: Standing;
  /** Ids of the services that stand on exactly this. */
  readonly services: readonly string[];
}

/** What takes something along: a place what is in it, a shared risk what fails with it. */
export interface MapEdge {
  readonly from: string;
  readonly to: string;
  /** `group`: only together with others. */
  readonly by: 'in' | 'fails-with' | 'group';
}

export interface MapGraph {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
  /** How many there are in all. */
  readonly all: number;
}

/** A picture of more than these cannot be read. */
const mostNodes = 70;

/** The failure domains whose loss hurts most, with everything around them; all of them where there are not too many. */
export function mapGraph(detail: ReportDetail): MapGraph {
  const { domains, ranking } = detail;
  const on = servicesOn(detail);
  const byId = new Map(domains.map((domain) => [domain.id, domain] as const));
  const chosen = chooseDomains(
    ranking.map(({ domain }) => domain),
    byId,
  );
  const standings = new Map(ranking.map((loss) => [loss.domain, standingOf(loss)] as const));
  const drawn = domains.filter(({ id }) => chosen.has(id));
  return {
    nodes: drawn.map((domain) => ({
      domain,
      standing: standings.get(domain.id) ?? 'unknown',
      services: on.get(domain.id) ?? [],
    })),
    edges: drawn.flatMap((domain) => edgesTo(domain)).filter(({ from }) => chosen.has(from)),
    all: domains.length,
  };
}

function edgesTo({ id, in: parent, failsWith }: DetailDomain): readonly MapEdge[] {
  const groups = failsWith.flatMap((group): readonly MapEdge[] =>
    group.map((from) => ({ from, to: id, by: group.length === 1 ? 'fails-with' : 'group' })),
  );
  const seen = new Set<string>();
  return [...(parent === undefined ? [] : [{ from: parent, to: id, by: 'in' } as const]), ...groups].filter(
    ({ from }) => {
      const fresh = !seen.has(from);
      seen.add(from);
      return fresh;
    },
  );
}

/** In order of rank, each with the places around it, as many as fit. */
function chooseDomains(ranked: readonly string[], byId: ReadonlyMap<string, DetailDomain>): ReadonlySet<string> {
  const chosen = new Set<string>();
  for (const id of ranked) {
    const around: string[] = [];
    for (let at: string | undefined = id; at !== undefined && !chosen.has(at); at = byId.get(at)?.in) around.push(at);
    if (chosen.size + around.length > mostNodes) break;
    for (const one of around) chosen.add(one);
  }
  return chosen;
}

/** Ids of the services that stand on exactly a domain. */
export function servicesOn({ services }: ReportDetail): ReadonlyMap<string, readonly string[]> {
  const on = new Map<string, string[]>();
  for (const { id, standsOn } of services) for (const domain of standsOn) add(on, domain, id);
  return on;
}

function add(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
