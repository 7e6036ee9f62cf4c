import type { ComponentChildren, JSX } from 'preact';

/** A text that leads elsewhere in the document where there is something to lead to. */
export function To({
  id,
  children,
}: {
  readonly id: string | undefined;
  readonly children: ComponentChildren;
}): JSX.Element {
  return id === undefined ? <>{children}</> : <a href={`#${id}`}>{children}</a>;
}

/**
 * An address out of an inventory. Only web addresses become links: whatever else it says, a script among them, stays
 * text. The reader sees the address itself.
 */
export function Address({ children }: { readonly children: string }): JSX.Element {
  return isWeb(children) ? (
    <a href={children} rel="noopener noreferrer nofollow" class="address">
      {children}
    </a>
  ) : (
    <span class="address">{children}</span>
  );
}

function isWeb(address: string): boolean {
  return /^https?:\/\/[^\s@\\]+$/i.test(address) && URL.canParse(address);
}
