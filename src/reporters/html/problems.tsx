import type { JSX } from 'preact';
import { CodeExcerpt } from './code-excerpt.js';
import type { Page } from './page.js';
import { Prose } from './prose.js';
import { Section } from './section.js';

/** So many problems are shown; they often come from one mistake. */
const most = 200;

/** What kept the inventory from being audited. */
export function Problems({ page }: { readonly page: Page }): JSX.Element {
  const { report, t } = page;
  const { diagnostics } = report;
  return (
    <Section page={page} id="problems" title="problems" lead={t('problemsLead')}>
      {diagnostics.slice(0, most).map(({ message, help, locations }) => (
        <article class="finding">
          <h3>
            <Prose>{message}</Prose>
          </h3>
          {help === undefined ? null : (
            <p class="fix">
              <Prose>{help}</Prose>
            </p>
          )}
          {locations.slice(0, 3).map((location) => (
            <CodeExcerpt location={location} withColumn />
          ))}
        </article>
      ))}
      {diagnostics.length > most ? <p class="meta">{t('plusMore', { n: diagnostics.length - most })}</p> : null}
    </Section>
  );
}
