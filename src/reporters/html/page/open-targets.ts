/** Opens the folds around what a link leads to, and all of them while the document is printed. */
export function openTargets(view: Window): void {
  const page = view.document;
  const show = (): void => {
    const target = page.getElementById(decoded(view.location.hash.slice(1)));
    if (target === null) return;
    for (let at: Element | null = target; at !== null; at = at.parentElement) {
      if (at instanceof HTMLDetailsElement) at.open = true;
    }
    target.scrollIntoView();
  };
  view.addEventListener('hashchange', show);
  if (view.location.hash !== '') show();
  let closed: readonly HTMLDetailsElement[] = [];
  view.addEventListener('beforeprint', () => {
    closed = [...page.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const fold of closed) fold.open = true;
  });
  view.addEventListener('afterprint', () => {
    for (const fold of closed) fold.open = false;
  });
}

function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}
