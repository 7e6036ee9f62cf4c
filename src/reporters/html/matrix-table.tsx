import type { JSX } from 'preact';
import type { ReportPromise } from '../../report/report.js';
import { To } from './link.js';
import { signs, verdictKey } from './marks.js';
import type { Page } from './page.js';
import type { PromiseRow } from './promise-rows.js';
import { Scroll } from './section.js';

/** Services against kinds of loss: in each cell target, modelled and proven of both objectives, leading to the derivation. */
export function MatrixTable({
  page,
  caption,
  rows,
  kinds,
}: {
  readonly page: Page;
  readonly caption: string;
  readonly rows: readonly PromiseRow[];
  readonly kinds: readonly string[];
}): JSX.Element {
  const { t } = page;
  return (
    <Scroll label={caption}>
      <table class="matrix" data-list="promises">
        <caption class="vh">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('service')}</th>
            {kinds.map((kind) => (
              <th scope="col">
                {t('lossOf', { kind })}
                <small>{t('targetModelledProven')}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row page={page} row={row} kinds={kinds} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Row({
  page,
  row: { service, promises },
  kinds,
}: {
  readonly page: Page;
  readonly row: PromiseRow;
  readonly kinds: readonly string[];
}): JSX.Element {
  const known = page.serviceOf(service);
  const about = [known?.tier, known?.owner].filter((text) => text !== undefined).join(' · ');
  const found = [...new Set(promises.map(({ verdict }) => verdict))].join(' ');
  return (
    <tr data-is={found}>
      <th scope="row">
        <To id={page.serviceId(service)}>{service}</To>
        {about === '' ? null : <small>{about}</small>}
      </th>
      {kinds.map((kind) => {
        const cell = promises.filter((one) => one.kind === kind);
        return (
          <td>
            {cell.map((one) => (
              <Cell page={page} promise={one} />
            ))}
          </td>
        );
      })}
    </tr>
  );
}

/** As short as can be: a large inventory has tens of thousands of them. */
function Cell({ page, promise }: { readonly page: Page; readonly promise: ReportPromise }): JSX.Element {
  const { objective, verdict, target, modelled, proven } = promise;
  const id = page.promiseId(promise);
  const endless = objective === 'rto' ? 'never' : 'all';
  const values = [
    page.time(target, endless),
    page.range(modelled, endless),
    proven === null ? '–' : page.time(proven.value, endless),
  ];
  const said = (
    <>
      {objective.toUpperCase()} <i>{signs[verdict]}</i>
      <span> {page.t(verdictKey(verdict))} </span>
      {verdict === 'not-applicable' ? '' : values.join(' → ')}
    </>
  );
  return id === undefined ? (
    <span class={`c ${verdict}`}>{said}</span>
  ) : (
    <a class={`c ${verdict}`} href={`#${id}`}>
      {said}
    </a>
  );
}
