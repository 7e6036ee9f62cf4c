import type { ComponentChildren, JSX } from 'preact';
import type { MessageKey } from './messages/english.js';
import type { Page } from './page.js';

/** One chapter of the document, by its id and the key of its title. */
export function Section({
  page,
  id,
  title,
  lead,
  children,
}: {
  readonly page: Page;
  readonly id: string;
  readonly title: MessageKey;
  readonly lead?: string | undefined;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{page.t(title)}</h2>
      {lead === undefined ? null : <p class="lead">{lead}</p>}
      {children}
    </section>
  );
}

/** A wide table in a box of its own that scrolls where the page is narrow, and can be reached by key. */
export function Scroll({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <div class="scroll" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}

/** Names in a row, each leading to what the document says of it; beyond `most` they stand behind a fold, and lead nowhere. */
export function Names({
  page,
  names,
  most,
}: {
  readonly page: Page;
  readonly names: readonly string[];
  readonly most: number;
}): JSX.Element {
  const link = (name: string, index: number): JSX.Element => (
    <>
      {index === 0 ? '' : ', '}
      <NameLink page={page} name={name} />
    </>
  );
  if (names.length <= most + 2) return <>{names.map(link)}</>;
  return (
    <>
      {names.slice(0, most).map(link)}
      <details class="more">
        <summary> {page.t('andMore', { n: names.length - most })}</summary>
        {`, ${names.slice(most).join(', ')}`}
      </details>
    </>
  );
}

export function NameLink({ page, name }: { readonly page: Page; readonly name: string }): JSX.Element {
  const id = page.serviceId(name) ?? page.domainId(name);
  return id === undefined ? (
    <span class="id">{name}</span>
  ) : (
    <a class="id" href={`#${id}`}>
      {name}
    </a>
  );
}
