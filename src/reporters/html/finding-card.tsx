import type { JSX } from 'preact';
import type { ReportFinding } from '../../report/report.js';
import { CodeExcerpt } from './code-excerpt.js';
import { Address } from './link.js';
import { SeverityMark } from './marks.js';
import type { Page } from './page.js';
import { Prose } from './prose.js';
import { Names } from './section.js';

/** Places beyond these are given without their lines. */
const mostPlaces = 4;

/** One finding in full: what is wrong, where, why, whom it hurts, what to do and who is to do it. */
export function FindingCard({ page, finding }: { readonly page: Page; readonly finding: ReportFinding }): JSX.Element {
  const { t } = page;
  const {
    rule,
    severity,
    message,
    hurts,
    locations,
    derivation,
    fix,
    also,
    fingerprint,
    subject,
    waiver,
    lapsed,
    baseline,
  } = finding;
  const text = page.ruleText(rule);
  const id = page.findingId(fingerprint);
  return (
    <article class="finding" id={id} data-is={severity} aria-labelledby={`${id}-t`}>
      <h3 id={`${id}-t`}>
        <SeverityMark page={page} severity={severity} /> <Prose>{message}</Prose>
      </h3>
      <p class="meta">
        <span class="code">{rule}</span> · {t('owner')}: {subject.owner ?? page.ownerOf(subject.id) ?? t('noOwner')} ·{' '}
        <span class="code">{fingerprint}</span>
      </p>
      {waiver === undefined ? null : (
        <p class="note">{t('waivedBy', { owner: waiver.owner, expires: waiver.expires, reason: waiver.reason })}</p>
      )}
      {lapsed === undefined ? null : <p class="note">{t('waiverLapsed', { id: lapsed.id, note: lapsed.note })}</p>}
      {baseline === undefined ? null : <p class="note">{t(baselineKeys[baseline])}</p>}
      <p class="fix">
        <b>{t('fix')}</b> <Prose>{fix}</Prose>
      </p>
      {hurts.length === 0 ? null : (
        <div class="hurts">
          <b>{t('hurts', { n: hurts.length })}</b> <Names page={page} names={hurts} most={14} />
        </div>
      )}
      <details class="why" open={severity === 'critical' || severity === 'high'}>
        <summary>{t('derivationAndSource')}</summary>
        {text === undefined ? null : (
          <p>
            <Prose>{text.why}</Prose>
          </p>
        )}
        {derivation.length === 0 ? null : (
          <ul class="derivation">
            {derivation.map((line) => (
              <li>
                <Prose>{line}</Prose>
              </li>
            ))}
          </ul>
        )}
        {locations.slice(0, mostPlaces).map((location) => (
          <CodeExcerpt location={location} />
        ))}
        {locations.length <= mostPlaces ? null : (
          <p class="meta">
            {t('alsoAt')}:{' '}
            {locations
              .slice(mostPlaces, mostPlaces + 12)
              .map(({ path, start }) => `${path}:${start.line}`)
              .join(', ')}
            {locations.length > mostPlaces + 12 ? ` ${t('plusMore', { n: locations.length - mostPlaces - 12 })}` : ''}
          </p>
        )}
        {also.length === 0 ? null : (
          <p class="meta">
            {t('seenBy')}: <span class="code">{also.join(', ')}</span>
          </p>
        )}
        {text === undefined || text.controls.length === 0 ? null : (
          <p class="meta">
            {t('controlsOf')}: {text.controls.join('; ')}
          </p>
        )}
        {(text?.references ?? []).map(({ title, url }) => (
          <p class="meta">
            {title}
            {url === undefined ? null : (
              <>
                {' '}
                <Address>{url}</Address>
              </>
            )}
          </p>
        ))}
      </details>
    </article>
  );
}

const baselineKeys = { known: 'baselineKnown', worsened: 'baselineWorsened', new: 'baselineNew' } as const;
