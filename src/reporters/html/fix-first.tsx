import type { JSX } from 'preact';
import { openFindings } from '../acceptance.js';
import { SeverityMark } from './marks.js';
import type { Page } from './page.js';
import { Prose } from './prose.js';
import { Names, Section } from './section.js';

const most = 3;

/** The three findings to see to before all others, and whom that helps. */
export function FixFirst({ page }: { readonly page: Page }): JSX.Element {
  const { report, t } = page;
  const first = openFindings(report).slice(0, most);
  return (
    <Section page={page} id="first" title="fixFirst" lead={first.length === 0 ? t('fixNothing') : t('fixFirstLead')}>
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
