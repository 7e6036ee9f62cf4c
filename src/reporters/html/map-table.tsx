import type { JSX } from 'preact';
import type { DetailDomain, ReportDetail } from '../../report/report.js';
import type { RankedLoss } from '../../report/simulation.js';
import { standingOf } from './domain-standing.js';
import { servicesOn } from './map-nodes.js';
import { StandingMark } from './marks.js';
import type { Page } from './page.js';
import { NameLink, Names, Scroll } from './section.js';
import { Sorted } from './sorted.js';

/** Every failure domain in words: what takes it along, who stands on it, what its loss does. */
export function MapTable({ page, detail }: { readonly page: Page; readonly detail: ReportDetail }): JSX.Element {
  const { t } = page;
  const { domains, ranking } = detail;
  const losses = new Map(ranking.map((loss) => [loss.domain, loss] as const));
  const on = servicesOn(detail);
  return (
    <details class="table">
      <summary>{t('mapTable', { n: domains.length })}</summary>
      <Scroll label={t('mapTable', { n: domains.length })}>
        <table>
          <thead>
            <tr>
              <Sorted>{t('failureDomain')}</Sorted>
              <Sorted>{t('kind')}</Sorted>
              <th scope="col">{t('lostWith')}</th>
              <th scope="col">{t('standing')}</th>
              <Sorted>{t('itsLoss')}</Sorted>
            </tr>
          </thead>
          <tbody>
            {domains.map((domain) => (
              <Row page={page} domain={domain} services={on.get(domain.id) ?? []} loss={losses.get(domain.id)} />
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}

function Row({
  page,
  domain,
  services,
  loss,
}: {
  readonly page: Page;
  readonly domain: DetailDomain;
  readonly services: readonly string[];
  readonly loss: RankedLoss | undefined;
}): JSX.Element {
  const { t } = page;
  const { id, name, kind, in: parent, failsWith, operator } = domain;
  const takers = [...(parent === undefined ? [] : [[parent]]), ...failsWith];
  return (
    <tr id={page.domainId(id)}>
      <th scope="row">
        <span class="id">{id}</span>
        {name === undefined ? null : <small>{name}</small>}
        {operator === undefined ? null : <small>{t('runBy', { operator })}</small>}
      </th>
      <td>{kind}</td>
      <td>
        {takers.length === 0
          ? t('nothingElse')
          : takers.map((group, index) => (
              <>
                {index === 0 ? '' : ', '}
                {group.map((one, at) => (
                  <>
                    {at === 0 ? '' : ' + '}
                    <NameLink page={page} name={one} />
                  </>
                ))}
              </>
            ))}
      </td>
      <td>{services.length === 0 ? '–' : <Names page={page} names={services} most={6} />}</td>
      <td>{loss === undefined ? '–' : <StandingMark page={page} standing={standingOf(loss)} />}</td>
    </tr>
  );
}
