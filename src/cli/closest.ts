import { distance } from 'fastest-levenshtein';

/** The name that was probably meant: within two edits, or a third of its length when it is long. */
export function closest(text: string, names: readonly string[]): string | undefined {
  const near = names
    .map((name) => ({ name, edits: distance(text.toLowerCase(), name) }))
    .filter(({ name, edits }) => edits <= Math.max(2, Math.floor(name.length / 3)) && edits < name.length)
    .sort((a, b) => a.edits - b.edits || (a.name < b.name ? -1 : 1));
  return near[0]?.name;
}
