import type { ReportPromise } from '../report/report.js';
import { csvTable, type CsvRow } from './csv-table.js';
import { problemRule } from './finding-details.js';
import type { Reporter } from './reporter.js';

/** The first is a word of ours: no text of an inventory begins a line, where a log could take it for a command. */
const columns = [
  'verdict',
  'service',
  'owner',
  'tier',
  'system',
  'kind',
  'objective',
  'target_seconds',
  'best_seconds',
  'worst_seconds',
  'worst_domain',
  'proven_seconds',
  'proven_on',
  'derivation',
  'missing',
] as const;

type Row = CsvRow<(typeof columns)[number]>;

/**
 * A row for each promise, for spreadsheets: target, modelled and proven in columns of their own, in seconds, so that they
 * can be sorted and compared. An input that could not be audited has a row of verdict `unaudited` for each problem.
 */
export const csvPromises: Reporter = ({ promises, diagnostics, roster = [] }) => {
  const whose = new Map(roster.map(({ service, owner, tier, system }) => [service, { owner, tier, system }]));
  return csvTable(columns, [
    ...diagnostics.map((problem): Row => ({
      verdict: 'unaudited',
      derivation: `${problemRule(problem)}: ${problem.message}`,
    })),
    ...promises.map((promise) => ({ ...whose.get(promise.service), ...promiseRow(promise) })),
  ]);
};

function promiseRow(promise: ReportPromise): Row {
  const { service, kind, objective, target, modelled, verdict, worst, proven, derivation, missing } = promise;
  const limit = objective === 'rto' ? 'never' : 'everything';
  return {
    service,
    kind,
    objective,
    target_seconds: target,
    best_seconds: modelled.best ?? limit,
    worst_seconds: modelled.worst ?? limit,
    verdict,
    worst_domain: worst,
    proven_seconds: proven?.value,
    proven_on: proven?.date,
    derivation,
    missing: missing.map(({ subject, field }) => `${subject} ${field}`).join(' | '),
  };
}
