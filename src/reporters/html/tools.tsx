import type { ComponentChildren, JSX } from 'preact';
import type { Page } from './page.js';

/**
 * Search and filter for the rows of a list, shown once the script is there: without it they would do nothing. The list
 * says with `data-list` whose it is, its rows with `data-is` what they are.
 */
export function Tools({
  page,
  of,
  title,
  filters,
}: {
  readonly page: Page;
  readonly of: string;
  /** Of the list, for those who listen. */
  readonly title: string;
  readonly filters: readonly { readonly value: string; readonly label: ComponentChildren }[];
}): JSX.Element {
  const { t } = page;
  return (
    <form class="tools" role="search" aria-label={t('searchIn', { title })} data-tools={of} hidden>
      <label>
        <span class="vh">{t('search')}</span>
        <input type="search" placeholder={t('search')} autocomplete="off" />
      </label>
      <fieldset>
        <legend class="vh">{t('show')}</legend>
        {filters.map(({ value, label }) => (
          <label class="check">
            <input type="checkbox" value={value} /> {label}
          </label>
        ))}
      </fieldset>
      <output aria-live="polite" data-shown={t('shownOf')} />
    </form>
  );
}
