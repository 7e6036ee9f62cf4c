import { severities } from '../finding.js';
import { compareText } from '../model/compare-text.js';
import type { Extent, Place } from '../place.js';
import { rules } from '../rules/index.js';
import { groups, type Group } from '../rules/rule.js';
import { itemOffset } from '../source/locate.js';
import type { Sources } from '../source/sources.js';
import type { ReportFinding } from './report.js';

/** A finding with the place by which it is ordered: the first that it shows. */
export interface PlacedFinding {
  readonly finding: ReportFinding;
  readonly at: Place | Extent | undefined;
  readonly sources: Sources;
}

/** What a finding is ordered by, in this order; worked out once, since a sort asks for each of them many times. */
interface SortKeys {
  readonly finding: ReportFinding;
  readonly rank: number;
  readonly hurts: number;
  readonly group: number;
  readonly file: string;
  /** Where the item begins, as an offset. */
  readonly item: number;
}

/** By severity, then by whether they say what happens, by how many they hurt, by group, and then by place. */
export function worstFirst(findings: readonly PlacedFinding[]): readonly ReportFinding[] {
  return findings
    .map(keysOf)
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        b.hurts - a.hurts ||
        a.group - b.group ||
        compareText(a.file, b.file) ||
        a.item - b.item ||
        byLine(a.finding, b.finding) ||
        compareText(a.finding.rule, b.finding.rule) ||
        compareText(a.finding.fingerprint, b.finding.fingerprint),
    )
    .map(({ finding }) => finding);
}

function keysOf({ finding, at, sources }: PlacedFinding): SortKeys {
  const group = groupOf.get(finding.rule) ?? 'own';
  return {
    finding,
    rank: severities.indexOf(finding.severity) * 2 + Number(!whatHappens.has(group)),
    hurts: finding.hurts.length,
    group: groups.indexOf(group),
    file: at?.file ?? '',
    item: at === undefined ? 0 : itemOffset(sources, at),
  };
}

/** Findings of these say what happens in a loss; those of all others how it is proven, run and governed. */
const whatHappens: ReadonlySet<Group> = new Set(['placement', 'objectives', 'data', 'dependencies']);
const groupOf = new Map(rules.map(({ id, group }) => [id, group]));

/** Only within one item: elsewhere the items come in another order already. */
function byLine({ locations: [a] }: ReportFinding, { locations: [b] }: ReportFinding): number {
  return (a?.start.line ?? 0) - (b?.start.line ?? 0) || (a?.start.column ?? 0) - (b?.start.column ?? 0);
}
