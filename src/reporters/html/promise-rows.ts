import type { ReportPromise, Verdict } from '../../report/report.js';
import { verdicts, type Page } from './page.js';

/** The promises of one service. */
export interface PromiseRow {
  readonly service: string;
  readonly promises: readonly ReportPromise[];
  readonly worst: Verdict;
}

export interface PromiseGroup {
  /** The system, or else the tier or owner, that the services share; undefined: they share none, or are not grouped. */
  readonly name: string | undefined;
  readonly rows: readonly PromiseRow[];
}

/** More services than these are shown in groups that open. */
const mostTogether = 120;

/** A row for each service that promises something, by service. */
export function promiseRows({ report }: Page): readonly PromiseRow[] {
  const byService = new Map<string, ReportPromise[]>();
  for (const promise of report.promises) {
    const known = byService.get(promise.service);
    if (known) known.push(promise);
    else byService.set(promise.service, [promise]);
  }
  return [...byService].map(([service, promises]) => ({
    service,
    promises,
    worst: verdicts.find((verdict) => promises.some((one) => one.verdict === verdict)) ?? 'not-applicable',
  }));
}

/** The same in groups, the graver first, where there are too many for one table. */
export function promiseGroups(page: Page, rows: readonly PromiseRow[]): readonly PromiseGroup[] {
  if (rows.length <= mostTogether) return [{ name: undefined, rows }];
  const groupOf = groupingOf(page, rows);
  const groups = new Map<string | undefined, PromiseRow[]>();
  for (const row of rows) {
    const name = groupOf(row);
    const known = groups.get(name);
    if (known) known.push(row);
    else groups.set(name, [row]);
  }
  return [...groups]
    .map(([name, members]) => ({ name, rows: members }))
    .sort((a, b) => broken(b) - broken(a) || b.rows.length - a.rows.length);
}

/** By the narrowest of what services share that makes a tenth as many groups as there are services, or fewer. */
function groupingOf(page: Page, rows: readonly PromiseRow[]): (row: PromiseRow) => string | undefined {
  const ways = (['system', 'owner', 'tier'] as const).map(
    (field) =>
      ({ service }: PromiseRow): string | undefined =>
        page.serviceOf(service)?.[field],
  );
  const fits = (way: (row: PromiseRow) => string | undefined): boolean =>
    new Set(rows.map(way)).size <= rows.length / 10;
  return ways.find(fits) ?? ((): undefined => undefined);
}

function broken({ rows }: PromiseGroup): number {
  return rows.filter(({ worst }) => worst === 'broken').length;
}

/** The kinds of loss that anybody promises to survive, the most promised first. */
export function promisedKinds({ report }: Page): readonly string[] {
  const counts = new Map<string, number>();
  for (const { kind } of report.promises) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([kind]) => kind);
}
