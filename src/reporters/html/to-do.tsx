import type { JSX } from 'preact';
import { openQuestions } from './open-questions.js';
import type { Page } from './page.js';
import { Names, Section } from './section.js';

/** What nobody could assess, and which field would settle it, for each owner to tick off. */
export function ToDo({ page }: { readonly page: Page }): JSX.Element {
  const { t } = page;
  const owners = openQuestions(page);
  return (
    <Section page={page} id="open" title="open" lead={t(owners.length === 0 ? 'openNone' : 'openLead')}>
      {owners.map(({ owner, questions }) => (
        <div class="owner">
          <h3>{owner ?? t('noOwner')}</h3>
          <ul class="todo">
            {questions.map(({ field, subjects, promises }) => (
              <li>
                <span class="code">{field}</span> {t('of')} <Names page={page} names={subjects} most={10} />
                {promises === 0 ? null : <small> {t('settles', { n: promises })}</small>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}
