import type { ReportPromise, Verdict } from '../../report/report.js';
import { formatDuration } from '../../units/duration.js';
import { groupBy } from '../group-by.js';
import { markdownRow, markdownTable } from '../markdown-text.js';
import { rangeText } from '../simulation/range-text.js';
import type { Section } from './fit-sections.js';
import { shortCode, shortText } from './short-text.js';

const gravity: readonly Verdict[] = ['broken', 'unknown', 'kept', 'not-applicable'];

const rank = ({ verdict }: ReportPromise): number => gravity.indexOf(verdict);

/** Services by kinds of loss, those with the worst verdicts first: what does not hold is what a reader looks for. */
export function promiseMatrix(promises: readonly ReportPromise[]): Section {
  const kinds = [...new Set(promises.map(({ kind }) => kind))].sort();
  const services = [...groupBy(promises, ({ service }) => service)].map(([service, own]) => ({
    service,
    own,
    worst: Math.min(...own.map(rank)),
  }));
  const rows = services
    .toSorted((a, b) => a.worst - b.worst)
    .map(({ service, own }) => markdownRow([shortCode(service), ...kinds.map((kind) => cell(own, kind))]));
  return {
    title: 'Promises by service and loss',
    lead: `Each cell: RTO / RPO. A dash: nothing promised.\n\n${markdownTable(['Service', ...kinds.map(shortText)], [])}`,
    rows,
    what: 'services',
    share: 0.15,
  };
}

function cell(own: readonly ReportPromise[], kind: string): string {
  const verdictOf = (objective: 'rto' | 'rpo'): string => {
    const verdict = own.find((one) => one.kind === kind && one.objective === objective)?.verdict;
    if (verdict === undefined) return '–';
    return verdict === 'broken' ? '**broken**' : verdict;
  };
  return `${verdictOf('rto')} / ${verdictOf('rpo')}`;
}

/** Every promise with target, modelled and proven apart, broken ones first. */
export function promiseTable(promises: readonly ReportPromise[]): Section {
  const rows = promises
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ service, kind, objective, target, modelled, proven, outdated, verdict, worst }) =>
      markdownRow([
        shortCode(service),
        `${shortText(kind)}${worst === undefined ? '' : `, ${shortCode(worst)}`}`,
        objective.toUpperCase(),
        formatDuration(target),
        rangeText(modelled, objective === 'rto' ? 'never' : 'everything'),
        proven === null ? tellOutdated(outdated) : `${formatDuration(proven.value)} on ${proven.date}`,
        verdict,
      ]),
    );
  return {
    title: 'Promises',
    lead: markdownTable(['Service', 'Loss of', 'Objective', 'Target', 'Modelled', 'Proven', 'Verdict'], []),
    rows,
    what: 'promises',
    share: 0.13,
  };
}

function tellOutdated(outdated: ReportPromise['outdated']): string {
  if (outdated === undefined) return 'not proven';
  return `not proven; ${formatDuration(outdated.value)} on ${outdated.date}, changed since`;
}
