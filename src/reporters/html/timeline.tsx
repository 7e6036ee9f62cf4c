import type { JSX } from 'preact';
import { formatDuration } from '../../units/duration.js';
import type { DetailRow, DetailScenario } from '../../report/report.js';
import { VerdictMark } from './marks.js';
import type { Page } from './page.js';
import { NameLink, Scroll } from './section.js';
import { timeAxis, type TimeAxis } from './time-axis.js';
import { segmentsOf, type Segment } from './timeline-segments.js';

/** The recovery after one loss: a row for each service, with a bar of what is done and what is waited for. */
export function Timeline({ page, scenario }: { readonly page: Page; readonly scenario: DetailScenario }): JSX.Element {
  const { t } = page;
  const { rows, rowsInAll } = scenario;
  const axis = timeAxis(
    rows.flatMap(({ recovery, objectives }) => [recovery.best, recovery.worst, rtoOf(objectives)?.target ?? null]),
  );
  const label = t('timelineOf', { id: scenario.name ?? scenario.id });
  return (
    <>
      <Scroll label={label}>
        <table class="gantt">
          <caption class="vh">{label}</caption>
          <thead>
            <tr>
              <th scope="col">{t('service')}</th>
              <th scope="col" class="axis">
                <span class="vh">{t('recovery')}</span>
                <Axis axis={axis} never={t('never')} />
              </th>
              <th scope="col">{t('backAfter')}</th>
              <th scope="col">RTO</th>
              <th scope="col">{t('dataLost')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row page={page} row={row} axis={axis} />
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="meta">
        {axis.compressed ? `${t('axisCompressed')} ` : ''}
        {rowsInAll > rows.length
          ? t('rowsMore', {
              n: rowsInAll - rows.length,
              flag: scenario.type === 'scenario' ? '--scenario' : '--lose',
              id: scenario.id,
            })
          : ''}
      </p>
    </>
  );
}

function rtoOf(objectives: DetailRow['objectives']): DetailRow['objectives'][number] | undefined {
  return objectives.find(({ objective }) => objective === 'rto');
}

function Row({
  page,
  row,
  axis,
}: {
  readonly page: Page;
  readonly row: DetailRow;
  readonly axis: TimeAxis;
}): JSX.Element {
  const { t } = page;
  const { service, via, waitsFor, objectives, recovery, loss } = row;
  const rto = rtoOf(objectives);
  const rpo = objectives.find(({ objective }) => objective === 'rpo');
  return (
    <tr>
      <th scope="row">
        <NameLink page={page} name={service} />
        <small>
          {via === 'none' ? '' : t(ways[via])}
          {waitsFor.length === 0 ? null : (
            <>
              {via === 'none' ? '' : '; '}
              {t('waitsFor')}{' '}
              {waitsFor
                .slice(0, 3)
                .map((wait) => wait.waitsFor.join(` ${t('or')} `))
                .join(', ')}
              {waitsFor.length > 3 ? ` ${t('plusMore', { n: waitsFor.length - 3 })}` : ''}
            </>
          )}
        </small>
      </th>
      <td class="bars">
        <Bars page={page} segments={segmentsOf(row)} axis={axis} rto={rto?.target} />
      </td>
      <td class="num">{page.range(recovery, 'never')}</td>
      <td class="num">
        {rto === undefined ? (
          <span class="none">–</span>
        ) : (
          <>
            <VerdictMark page={page} verdict={rto.verdict} quiet /> {formatDuration(rto.target)}
            {rto.promisedFor === null ? <small>{t('notPromised')}</small> : null}
          </>
        )}
      </td>
      <td class="num">
        {rpo === undefined ? null : <VerdictMark page={page} verdict={rpo.verdict} quiet />} {page.range(loss, 'all')}
      </td>
    </tr>
  );
}

const ways = {
  failover: 'viaFailover',
  restore: 'viaRestore',
  rebuild: 'viaRebuild',
  wait: 'viaWait',
  never: 'viaNever',
} as const;

function Bars({
  page,
  segments,
  axis,
  rto,
}: {
  readonly page: Page;
  readonly segments: readonly Segment[];
  readonly axis: TimeAxis;
  readonly rto: number | undefined;
}): JSX.Element {
  return (
    <svg width="100%" height="22" aria-hidden="true">
      {axis.ticks.map((tick) => (
        <line class="grid" x1={percent(axis.at(tick))} x2={percent(axis.at(tick))} y1="0" y2="22" />
      ))}
      {segments.map(({ what, phase, from, to }) => (
        <rect
          class={`seg ${what}`}
          x={percent(axis.at(from))}
          y={what === 'unsure' || what === 'never' ? 7 : 4}
          width={percent(Math.max(0.4, axis.at(to) - axis.at(from)))}
          height={what === 'unsure' || what === 'never' ? 8 : 14}
        >
          <title>{`${segmentName(page, what, phase)}: ${formatDuration(from)}–${page.time(to, 'never')}`}</title>
        </rect>
      ))}
      {rto === undefined ? null : (
        <line class="rto" x1={percent(axis.at(rto))} x2={percent(axis.at(rto))} y1="0" y2="22">
          <title>{`RTO ${formatDuration(rto)}`}</title>
        </line>
      )}
    </svg>
  );
}

function segmentName({ t }: Page, what: Segment['what'], phase: string | undefined): string {
  return phase ?? t(segmentKeys[what]);
}

const segmentKeys = {
  detect: 'segDetect',
  wait: 'segWait',
  work: 'segWork',
  unsure: 'segUnsure',
  never: 'segNever',
} as const;

function Axis({ axis, never }: { readonly axis: TimeAxis; readonly never: string }): JSX.Element {
  return (
    <svg width="100%" height="16" aria-hidden="true">
      <text x="0" y="12">
        0
      </text>
      {axis.ticks.map((tick) => (
        <text x={percent(axis.at(tick))} y="12" text-anchor="middle">
          {formatDuration(tick)}
        </text>
      ))}
      <text x="100%" y="12" text-anchor="end">
        {never} →
      </text>
    </svg>
  );
}

/** What the bars mean, once for all of them. */
export function TimelineLegend({ page }: { readonly page: Page }): JSX.Element {
  return (
    <p class="legend">
      {(['detect', 'wait', 'work', 'unsure', 'never'] as const).map((what) => (
        <span>
          <svg width="26" height="14" aria-hidden="true">
            <rect
              class={`seg ${what}`}
              x="1"
              y={what === 'unsure' || what === 'never' ? 3 : 0}
              width="24"
              height={what === 'unsure' || what === 'never' ? 8 : 14}
            />
          </svg>{' '}
          {page.t(segmentKeys[what])}
        </span>
      ))}
      <span>
        <svg width="10" height="14" aria-hidden="true">
          <line class="rto" x1="5" x2="5" y1="0" y2="14" />
        </svg>{' '}
        RTO
      </span>
    </p>
  );
}

function percent(share: number): string {
  return `${Number(share.toFixed(2))}%`;
}
