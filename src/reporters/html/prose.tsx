import { createContext, type Context, type JSX } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from './document-options.js';

/** The language of the document. What rules and derivations say is English whatever it is. */
export const DocumentLanguage: Context<Language> = createContext<Language>('en');

/**
 * A sentence as rules and derivations write it: what stands between backticks is code. In a document of another language it
 * is marked as English, so that it is read out as such.
 */
export function Prose({ children }: { readonly children: string }): JSX.Element {
  const isForeign = useContext(DocumentLanguage) !== 'en';
  const parts = children.split('`');
  // An odd number of backticks quotes nothing.
  const text =
    parts.length % 2 === 0 ? [children] : parts.map((part, index) => (index % 2 === 0 ? part : <code>{part}</code>));
  return isForeign ? <span lang="en">{text}</span> : <>{text}</>;
}
