import type { JSX } from 'preact';
import type { ReportWaiver } from '../../report/report.js';
import { Address } from './link.js';
import type { Page } from './page.js';
import { Scroll, Section } from './section.js';

/** What somebody has accepted, until when, who and why. */
export function Waivers({ page }: { readonly page: Page }): JSX.Element {
  const { report, t } = page;
  const { waivers = [], baseline } = report;
  return (
    <Section page={page} id="waivers" title="waivers" lead={t(waivers.length === 0 ? 'waiversNone' : 'waiversLead')}>
      {waivers.length === 0 ? null : (
        <Scroll label={t('waivers')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('waiver')}</th>
                <th scope="col">{t('state')}</th>
                <th scope="col">{t('expires')}</th>
                <th scope="col">{t('acceptedBy')}</th>
                <th scope="col">{t('reason')}</th>
                <th scope="col">{t('findings')}</th>
              </tr>
            </thead>
            <tbody>
              {waivers.map((waiver) => (
                <Row page={page} waiver={waiver} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {baseline === undefined ? null : (
        <p>
          {t('baselineText', {
            path: baseline.path,
            entries: baseline.entries,
            known: baseline.known,
            worsened: baseline.worsened,
            new: baseline.new,
            fixed: baseline.fixed.length,
          })}
        </p>
      )}
    </Section>
  );
}

const states = {
  'in-force': 'waiverInForce',
  expiring: 'waiverExpiring',
  expired: 'waiverExpired',
  'not-yet': 'waiverNotYet',
} as const;

function Row({ page, waiver }: { readonly page: Page; readonly waiver: ReportWaiver }): JSX.Element {
  const { t } = page;
  const { id, rule, state, expires, daysLeft, owner, approvedBy, reason, ticket, names } = waiver;
  return (
    <tr>
      <th scope="row">
        <span class="id">{id}</span>
        <small>{rule}</small>
      </th>
      <td>{t(states[state])}</td>
      <td class="num">
        {expires}
        <small>{daysLeft < 0 ? t('daysAgo', { n: -daysLeft }) : t('daysLeft', { n: daysLeft })}</small>
      </td>
      <td>
        {approvedBy ?? owner}
        {approvedBy === undefined ? null : <small>{t('ownedBy', { owner })}</small>}
      </td>
      <td>
        {reason}
        {ticket === undefined ? null : (
          <>
            {' '}
            <Address>{ticket}</Address>
          </>
        )}
      </td>
      <td>
        {names.length === 0
          ? t('namesNothing')
          : names.map((fingerprint, index) => {
              const target = page.findingId(fingerprint);
              return (
                <>
                  {index === 0 ? '' : ', '}
                  {target === undefined ? (
                    fingerprint
                  ) : (
                    <a href={`#${target}`} class="code">
                      {fingerprint}
                    </a>
                  )}
                </>
              );
            })}
      </td>
    </tr>
  );
}
