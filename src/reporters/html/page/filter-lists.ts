/** Shows the search and the filters of each list, and hides the entries that do not match. */
export function filterLists(page: Document): void {
  for (const tools of page.querySelectorAll<HTMLFormElement>('form[data-tools]')) {
    const name = tools.dataset['tools'] ?? '';
    const entries = entriesOf(page, name);
    tools.hidden = false;
    tools.addEventListener('submit', (event) => event.preventDefault());
    tools.addEventListener('input', () => apply(tools, entries));
    apply(tools, entries);
  }
}

/** Rows of tables, or else the children themselves. */
function entriesOf(page: Document, name: string): readonly HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>(`[data-list="${name}"]`)].flatMap((list) => [
    ...list.querySelectorAll<HTMLElement>('[data-is]'),
  ]);
}

function apply(tools: HTMLFormElement, entries: readonly HTMLElement[]): void {
  const wanted = tools.querySelector<HTMLInputElement>('input[type=search]')?.value.trim().toLowerCase() ?? '';
  const kinds = [...tools.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value);
  const filtered = wanted !== '' || kinds.length > 0;
  let shown = 0;
  for (const entry of entries) {
    const is = entry.dataset['is']?.split(' ') ?? [];
    const fits =
      (kinds.length === 0 || kinds.some((kind) => is.includes(kind))) &&
      (wanted === '' || (entry.textContent ?? '').toLowerCase().includes(wanted));
    entry.hidden = !fits;
    if (fits) shown += 1;
  }
  for (const fold of foldsAround(entries)) {
    const any = [...fold.querySelectorAll<HTMLElement>('[data-is]')].some(({ hidden }) => !hidden);
    fold.hidden = filtered && !any;
    if (filtered && any && shown <= 200) fold.open = true;
  }
  const output = tools.querySelector('output');
  if (output)
    output.textContent = filtered
      ? (output.dataset['shown'] ?? '').replace('{shown}', String(shown)).replace('{all}', String(entries.length))
      : '';
}

/** The folds in which entries stand, not those inside of them. */
function foldsAround(entries: readonly HTMLElement[]): ReadonlySet<HTMLDetailsElement> {
  return new Set(entries.flatMap((entry) => entry.parentElement?.closest<HTMLDetailsElement>('details') ?? []));
}
