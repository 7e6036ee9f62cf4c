import type { ComponentChildren, JSX } from 'preact';

/** A head by which the script lets the reader sort; `amount`: by the `data-n` of the cells, the largest first. */
export function Sorted({
  amount = false,
  children,
}: {
  readonly amount?: boolean;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <th scope="col" data-sort={amount ? 'amount' : 'text'} class={amount ? 'amount' : undefined}>
      {children}
    </th>
  );
}
