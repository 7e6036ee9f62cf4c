import type { JSX } from 'preact';
import type { Page } from './page.js';
import { NameLink, Section } from './section.js';

/** How the answers are worked out, and what they cannot say. */
export function Method({ page }: { readonly page: Page }): JSX.Element {
  const { report, document, t } = page;
  const { limitations } = report;
  return (
    <Section page={page} id="method" title="method">
      {(['methodModel', 'methodTwice', 'methodColumns', 'methodProven', 'methodOrder'] as const).map((key) => (
        <p>{t(key)}</p>
      ))}
      <h3>{t('limits')}</h3>
      <ul>
        {(['limitInventory', 'limitSingle', 'limitDegrees', 'limitOpinion'] as const).map((key) => (
          <li>{t(key)}</li>
        ))}
        {document.lang === 'en' ? null : <li>{t('limitLanguage')}</li>}
      </ul>
      <h3>{t('limitsStated')}</h3>
      {limitations.length === 0 ? (
        <p>{t('limitsStatedNone')}</p>
      ) : (
        <ul>
          {limitations.map(({ about, note }) => (
            <li>
              {about.map((name, index) => (
                <>
                  {index === 0 ? '' : ', '}
                  <NameLink page={page} name={name} />
                </>
              ))}
              {about.length === 0 ? '' : ': '}
              {note}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
