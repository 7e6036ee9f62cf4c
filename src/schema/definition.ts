import type { Violation } from './violation.js';

/** The definition of the schema that a violation comes from; empty for the document itself. */
export function definitionOf(violation: Violation): string {
  return /^#\/\$defs\/([^/]+)\//.exec(violation.schemaPath)?.[1] ?? '';
}

/**
 * The definition that a value as a whole was held against; undefined where a rule for one property of a definition
 * (its `enum`, say) speaks and not the definition itself.
 */
export function shapeOf(violation: Violation): string | undefined {
  return /\/(?:properties|prefixItems)\//.test(violation.schemaPath) ? undefined : definitionOf(violation);
}

/** A parameter of a violation that is a text. */
export function textParam(violation: Violation, name: string): string {
  const value = violation.params[name];
  return typeof value === 'string' ? value : '';
}

/** The words that violations of `enum` and `const` would have allowed, in the order of the schema. */
export function wordsAllowed(violations: readonly Violation[]): readonly string[] {
  const words = violations.flatMap(({ keyword, params }): readonly unknown[] => {
    if (keyword === 'const') return [params['allowedValue']];
    const listed = params['allowedValues'];
    return keyword === 'enum' && Array.isArray(listed) ? listed : [];
  });
  return [...new Set(words.filter((word) => typeof word === 'string'))];
}
