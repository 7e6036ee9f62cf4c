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

/** By severity, then by whether they say what happens, by how many they hurt, by group, and then by place. */
export function worstFirst(findings: readonly PlacedFinding[]): readonly ReportFinding[] {
  return findings
    .map((placed) => ({ ...placed, rank: rankOf(placed.finding), item: onlyOnce(() => itemOf(placed)) }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        b.finding.hurts.length - a.finding.hurts.length ||
        groupRank(a.finding) - groupRank(b.finding) ||
        compareText(a.at?.file ?? '', b.at?.file ?? '') ||
        a.item() - b.item() ||
        byLine(a.finding, b.finding) ||
        compareText(a.finding.rule, b.finding.rule) ||
        compareText(a.finding.fingerprint, b.finding.fingerprint),
    )
    .map(({ finding }) => finding);
}

/** Findings of these say what happens in a loss; those of all others how it is proven, run and governed. */
const whatHappens: ReadonlySet<Group> = new Set(['placement', 'objectives', 'data', 'dependencies']);
const groupOf = new Map(rules.map(({ id, group }) => [id, group]));

function rankOf({ rule, severity }: ReportFinding): number {
  const happens = whatHappens.has(groupOf.get(rule) ?? 'own');
  return severities.indexOf(severity) * 2 + Number(!happens);
}

function groupRank({ rule }: ReportFinding): number {
  return groups.indexOf(groupOf.get(rule) ?? 'own');
}

function itemOf({ at, sources }: PlacedFinding): number {
  return at === undefined ? 0 : itemOffset(sources, at);
}

/** Only within one item: elsewhere the items come in another order already. */
function byLine({ locations: [a] }: ReportFinding, { locations: [b] }: ReportFinding): number {
  return (a?.start.line ?? 0) - (b?.start.line ?? 0) || (a?.start.column ?? 0) - (b?.start.column ?? 0);
}

function onlyOnce(work: () => number): () => number {
  let known: number | undefined;
  return () => (known ??= work());
}
