import type { JSX } from 'preact';
import type { CountRange, RankedLoss } from '../../report/simulation.js';
import { standingOf } from './domain-standing.js';
import { StandingMark } from './marks.js';
import type { Page } from './page.js';
import { NameLink, Scroll, Section } from './section.js';
import { Sorted } from './sorted.js';

/** So many losses are in the open; the others are behind a fold. */
const most = 15;
/** More would be a list nobody reads; they are counted. */
const mostInAll = 600;

/** Every single loss by how many services it takes beyond their RTO, stops and robs of data. */
export function Ranking({ page }: { readonly page: Page }): JSX.Element {
  const { report, t } = page;
  const { detail } = report;
  if (detail === undefined)
    return (
      <Section page={page} id="ranking" title="ranking">
        <p class="absent">{t('detailAbsent')}</p>
      </Section>
    );
  const { ranking } = detail;
  const longest = Math.max(1, ...ranking.map(({ down }) => down.worst));
  const rest = ranking.slice(most, mostInAll);
  return (
    <Section page={page} id="ranking" title="ranking" lead={t('rankingLead')}>
      <p class="legend">
        <span>
          <svg width="26" height="12" aria-hidden="true">
            <rect class="sure" width="26" height="12" />
          </svg>{' '}
          {t('downSurely')}
        </span>
        <span>
          <svg width="26" height="12" aria-hidden="true">
            <rect class="may" width="26" height="12" />
          </svg>{' '}
          {t('downMay')}
        </span>
      </p>
      <Table page={page} losses={ranking.slice(0, most)} longest={longest} first={1} />
      {rest.length === 0 ? null : (
        <details class="table">
          <summary>{t('rankingRest', { n: rest.length })}</summary>
          <Table page={page} losses={rest} longest={longest} first={most + 1} />
        </details>
      )}
      {ranking.length > mostInAll ? <p class="meta">{t('rankingCut', { n: ranking.length - mostInAll })}</p> : null}
    </Section>
  );
}

function Table({
  page,
  losses,
  longest,
  first,
}: {
  readonly page: Page;
  readonly losses: readonly RankedLoss[];
  readonly longest: number;
  readonly first: number;
}): JSX.Element {
  const { t } = page;
  return (
    <Scroll label={t('ranking')}>
      <table class="ranking">
        <thead>
          <tr>
            <Sorted amount>{t('rank')}</Sorted>
            <Sorted>{t('lossOfWhat')}</Sorted>
            <th scope="col" class="axis">
              {t('downAtOnce')}
            </th>
            <Sorted amount>{t('beyondRto')}</Sorted>
            <Sorted amount>{t('beyondRpo')}</Sorted>
            <Sorted amount>{t('losingData')}</Sorted>
            <Sorted>{t('itsLoss')}</Sorted>
          </tr>
        </thead>
        <tbody>
          {losses.map((loss, index) => (
            <tr>
              <td class="num" data-n={-first - index}>
                {first + index}
              </td>
              <th scope="row">
                <NameLink page={page} name={loss.domain} />
                <small>{loss.kind}</small>
              </th>
              <td class="bars">
                <div>
                  <Bar range={loss.down} longest={longest} />
                  <span class="num">{counted(loss.down)}</span>
                </div>
              </td>
              {([loss.beyondRto, loss.beyondRpo, loss.losingData] as const).map((range) => (
                <td class="num" data-n={range.worst}>
                  {counted(range)}
                </td>
              ))}
              <td>
                <StandingMark page={page} standing={standingOf(loss)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Bar({
  range: { best, worst },
  longest,
}: {
  readonly range: CountRange;
  readonly longest: number;
}): JSX.Element {
  const share = (count: number): string => `${Number(((count / longest) * 100).toFixed(2))}%`;
  return (
    <svg width="100%" height="14" aria-hidden="true">
      <rect class="sure" width={share(best)} height="14" />
      <rect class="may" x={share(best)} width={share(worst - best)} height="14" />
    </svg>
  );
}

function counted({ best, worst }: CountRange): string {
  return best === worst ? String(best) : `${best}–${worst}`;
}
