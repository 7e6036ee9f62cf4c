/** Spaces other than the plain one, and characters that have no width. */
const unseen = /[\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]/;

/** The first character in a text that cannot be seen or looks like a plain space, in words; undefined if there is none. */
export function unseenCharacter(text: string): string | undefined {
  const found = unseen.exec(text)?.[0];
  return found === undefined
    ? undefined
    : `an invisible character (U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')})`;
}
