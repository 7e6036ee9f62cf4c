import type { JSX } from 'preact';
import { findingsFromBefore, openFindings } from '../acceptance.js';
import { SeverityMark } from './marks.js';
import type { Page } from './page.js';
import { Prose } from './prose.js';
import { Names, Section } from './section.js';

const most = 3;

/** The three findings to see to before all others, and whom that helps. */
export function FixFirst({ page }: { readonly page: Page }): JSX.Element {
  const { report, t } = page;
  const open = openFindings(report);
  const first = (open.length > 0 ? open : findingsFromBefore(report)).slice(0, most);
  const lead = open.length > 0 ? 'fixFirstLead' : first.length > 0 ? 'fixKnown' : 'fixNothing';
  return (
    <Section page={page} id="first" title="fixFirst" lead={t(lead)}>
      {first.length === 0 ? null : (
        <ol class="first">
          {first.map((finding) => (
            <li>
              <h3>
                <a href={`#${page.findingId(finding.fingerprint) ?? 'findings'}`}>
                  <Prose>{finding.message}</Prose>
                </a>{' '}
                <SeverityMark page={page} severity={finding.severity} />
              </h3>
              <p>
                <Prose>{finding.fix}</Prose>
              </p>
              <div class="meta">
                {t('owner')}: {finding.subject.owner ?? page.ownerOf(finding.subject.id) ?? t('noOwner')}
                {finding.hurts.length === 0 ? null : (
                  <>
                    {' · '}
                    {t('saves', { n: finding.hurts.length })}: <Names page={page} names={finding.hurts} most={8} />
                  </>
                )}
              </div>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
