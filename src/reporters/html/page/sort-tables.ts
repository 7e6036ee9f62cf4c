/** Makes a button of each head by which its table can be sorted. */
export function sortTables(page: Document): void {
  for (const head of page.querySelectorAll<HTMLTableCellElement>('th[data-sort]')) {
    const button = page.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => sortBy(head));
  }
}

function sortBy(head: HTMLTableCellElement): void {
  const table = head.closest('table');
  const body = table?.tBodies[0];
  if (!table || !body) return;
  const amount = head.dataset['sort'] === 'amount';
  const first = amount ? 'descending' : 'ascending';
  const now = head.getAttribute('aria-sort');
  const order = now === first ? (first === 'ascending' ? 'descending' : 'ascending') : first;
  for (const other of table.querySelectorAll('th[aria-sort]')) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', order);
  const turn = order === 'ascending' ? 1 : -1;
  const at = head.cellIndex;
  const rows = [...body.rows].sort((a, b) => turn * compare(a.cells[at], b.cells[at], amount));
  body.append(...rows);
}

function compare(a: HTMLElement | undefined, b: HTMLElement | undefined, amount: boolean): number {
  if (amount) return Number(a?.dataset['n'] ?? 0) - Number(b?.dataset['n'] ?? 0);
  return (a?.textContent ?? '').localeCompare(b?.textContent ?? '', undefined, { numeric: true });
}
