import type { JSX } from 'preact';

/** A sentence in which what stands between backticks is code, as rules and derivations write it. */
export function Prose({ children }: { readonly children: string }): JSX.Element {
  const parts = children.split('`');
  // An odd number of backticks quotes nothing.
  if (parts.length % 2 === 0) return <>{children}</>;
  return <>{parts.map((part, index) => (index % 2 === 0 ? part : <code>{part}</code>))}</>;
}
