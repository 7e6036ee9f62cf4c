import type { JSX } from 'preact';
import type { ReportPromise } from '../../report/report.js';
import { signs, verdictKey, VerdictMark } from './marks.js';
import { mostDerived, type Page } from './page.js';
import { promiseRows, type PromiseRow } from './promise-rows.js';
import { NameLink, Section } from './section.js';
import { Prose } from './prose.js';

/** How each verdict of the matrix came about, by service. */
export function Derivations({ page }: { readonly page: Page }): JSX.Element | null {
  const { report, t } = page;
  const rows = promiseRows(page);
  if (rows.length === 0) return null;
  const all = report.promises.length <= mostDerived;
  const derived = rows.filter(({ service }) => page.serviceId(service) !== undefined);
  return (
    <Section page={page} id="derivations" title="derivations" lead={t(all ? 'derivationsLead' : 'derivationsShort')}>
      {derived.map((row) => (
        <Service page={page} row={row} />
      ))}
    </Section>
  );
}

function Service({
  page,
  row: { service, promises, worst },
}: {
  readonly page: Page;
  readonly row: PromiseRow;
}): JSX.Element {
  const { t } = page;
  const known = page.serviceOf(service);
  const derived = promises.filter((promise) => page.promiseId(promise) !== undefined);
  return (
    <details class="service" id={page.serviceId(service)}>
      <summary>
        <span class="id">{service}</span> <VerdictMark page={page} verdict={worst} />
      </summary>
      {known === undefined ? null : (
        <p class="meta">
          {t('owner')}: {known.owner ?? t('noOwner')} · {t('standsOn')}:{' '}
          {known.standsOn.length === 0 ? t('nowhereStated') : known.standsOn.join(', ')}
          {known.placeUnknown && known.standsOn.length > 0 ? `; ${t('placesMissing')}` : ''}
        </p>
      )}
      {derived.length === 0 ? null : (
        <ul class="derived">
          {derived.map((promise) => (
            <Derived page={page} promise={promise} id={page.promiseId(promise)} />
          ))}
        </ul>
      )}
    </details>
  );
}

function Derived({
  page,
  promise: { kind, objective, verdict, worst, derivation, missing, proven },
  id,
}: {
  readonly page: Page;
  readonly promise: ReportPromise;
  readonly id: string | undefined;
}): JSX.Element {
  const { t } = page;
  return (
    <li id={id} class={verdict}>
      <b>
        {kind} {objective.toUpperCase()}
      </b>{' '}
      <i>{signs[verdict]}</i> {t(verdictKey(verdict))}
      {worst === undefined ? null : (
        <>
          {' '}
          <small>
            {t('worstLoss')} <NameLink page={page} name={worst} />
          </small>
        </>
      )}
      <p>
        <Prose>{derivation}</Prose>
      </p>
      {proven === null ? null : (
        <p class="meta">{t('provenBy', { value: page.time(proven.value, 'all'), date: proven.date })}</p>
      )}
      {missing.length === 0 ? null : (
        <p class="meta">
          {t('wouldSettle')}: {missing.map(({ subject, field }) => `${subject}: ${field}`).join('; ')}
        </p>
      )}
    </li>
  );
}
