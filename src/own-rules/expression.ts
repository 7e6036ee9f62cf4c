import { Environment, type ASTNode } from '@marcbachmann/cel-js';

/** The syntax tree of an expression. Only its grammar comes from the package: what a tree means is worked out here. */
export type Expression = ASTNode;

/** Longest expression in UTF-16 units. */
export const longestExpression = 2000;

/** Something wrong with an expression, by offset in its text. */
export interface ExpressionProblem {
  readonly message: string;
  readonly help: string;
  /** In UTF-16 units from the beginning of the expression. */
  readonly start: number;
}

export type ReadExpression =
  { readonly ok: true; readonly expression: Expression } | { readonly ok: false; readonly problem: ExpressionProblem };

const grammar = new Environment({
  unlistedVariablesAreDyn: true,
  limits: { maxAstNodes: 400, maxDepth: 32, maxListElements: 100, maxMapEntries: 10, maxCallArguments: 4 },
});

/** Reads the text of an expression. Never throws, whatever the text. */
export function readExpression(text: string): ReadExpression {
  if (text.length > longestExpression) {
    const message = `the expression has ${text.length} characters; the most is ${longestExpression}`;
    return { ok: false, problem: { message, help: 'make several rules of it', start: 0 } };
  }
  try {
    return { ok: true, expression: grammar.parse(text).ast };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

/** What the parser throws has a summary in one line and a range; anything else is told without a place. */
function problemOf(error: unknown): ExpressionProblem {
  const told = error instanceof Error && 'summary' in error ? error.summary : undefined;
  const summary = typeof told === 'string' ? told : 'it is too deeply nested';
  const range = error instanceof Error && 'range' in error ? error.range : undefined;
  const start = typeof range === 'object' && range !== null && 'start' in range ? range.start : 0;
  return {
    message: `the expression cannot be read: ${summary.slice(0, 200).replaceAll(/\s+/g, ' ')}`,
    help: 'write it like `size(service.replicas) >= 2 && service.stateful`',
    start: typeof start === 'number' ? start : 0,
  };
}
