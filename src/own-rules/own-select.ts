import { below, keyOf, type Place } from '../place.js';
import type { Problem } from '../problem.js';
import { nearestWord } from '../schema/nearest-word.js';
import { matches } from '../selection/selector.js';
import type { PartShape } from './shape.js';
import type { Part } from './value.js';

/** Patterns by field, as written. */
export type Patterns = Readonly<Record<string, string | readonly string[]>>;

/** Whether all fields given fit; of the patterns of one field one is enough. A field left out fits none, as with `--select`. */
export function isSelected(select: Patterns, { fields }: Part): boolean {
  return Object.entries(select).every(([name, patterns]) => {
    const value = fields.get(name);
    return typeof value === 'string' && [patterns].flat().some((pattern) => matches(pattern, value));
  });
}

/** Fields that cannot be selected by, and words that they never are. */
export function selectProblems(
  { select = {} }: { readonly select?: Patterns },
  { fields }: PartShape,
  place: Place,
): readonly Problem[] {
  const texts = Object.entries(fields).filter(([, { is }]) => is === 'text' || is === 'date');
  const names = texts.map(([name]) => name);
  return Object.entries(select).flatMap(([name, patterns]): readonly Problem[] => {
    const at = below(place, 'select', name);
    if (!names.includes(name)) {
      const meant = nearestWord(name, names);
      const help = meant === undefined ? `the fields are ${names.join(', ')}` : `did you mean \`${meant}\`?`;
      return [{ code: 'unknown-key', message: `nothing can be selected by \`${name}\``, at: keyOf(at), help }];
    }
    const shape = fields[name];
    const known = shape?.is === 'text' ? shape.words : undefined;
    return [patterns].flat().flatMap((pattern): readonly Problem[] => {
      if (known === undefined || known.some((word) => matches(pattern, word))) return [];
      const help = `there are ${known.join(', ')}`;
      return [{ code: 'value', message: `\`${name}\` is never \`${pattern}\``, at, help }];
    });
  });
}
