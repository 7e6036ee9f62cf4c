import { formatDuration } from '../units/duration.js';
import { formatShare } from '../units/share.js';
import { formatSize } from '../units/size.js';
import { checkExpression, type ShapeScope } from './check-expression.js';
import { evaluate, type Scope } from './evaluate.js';
import { readExpression, type Expression, type ExpressionProblem } from './expression.js';
import type { Meter } from './meter.js';
import { anything, type Shape } from './shape.js';
import { isKnown, isList, type Known } from './value.js';

/** A message with placeholders: texts, and between them expressions in braces. */
export type Template = readonly (string | Placeholder)[];

interface Placeholder {
  readonly expression: Expression;
  readonly shape: Shape;
}

export interface ReadTemplate {
  readonly template: Template;
  readonly problems: readonly ExpressionProblem[];
}

/** Longest text that one placeholder puts into a message, in UTF-16 units. */
const longestValue = 200;

/** Reads a message such as `{service.id} has {size(service.replicas)} copies`. A doubled brace stands for itself. */
export function readTemplate(message: string, scope: ShapeScope): ReadTemplate {
  const pieces: (string | Placeholder)[] = [];
  const problems: ExpressionProblem[] = [];
  const pattern = /\{\{|\}\}|\{([^{}]*)\}|[{}]|[^{}]+/g;
  for (const match of message.matchAll(pattern)) {
    const [piece, inside] = match;
    if (inside === undefined) {
      if (piece === '{' || piece === '}')
        problems.push({ message: 'a brace has no partner', help: 'double it if it is meant', start: match.index });
      pieces.push(piece === '{{' || piece === '}}' ? piece.slice(0, 1) : piece);
      continue;
    }
    const read = readExpression(inside);
    const found = read.ok ? checkExpression(read.expression, scope) : { problems: [read.problem], shape: anything };
    problems.push(...found.problems.map((one) => ({ ...one, start: match.index + 1 + one.start })));
    if (read.ok) pieces.push({ expression: read.expression, shape: found.shape });
  }
  return { template: pieces, problems };
}

/** The message about one subject. What nobody filled in reads "unknown". */
export function fillTemplate(template: Template, scope: Scope, meter: Meter): string {
  return template
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const value = evaluate(piece.expression, scope, meter);
      return isKnown(value) ? shown(value, piece.shape).slice(0, longestValue) : 'unknown';
    })
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function shown(value: Known, shape: Shape): string {
  if (typeof value === 'object') {
    if (!isList(value)) return '…';
    const of = shape.is === 'list' ? shape.of : anything;
    return value.items.length === 0
      ? 'none'
      : value.items
          .slice(0, 20)
          .map((one) => shown(one, of))
          .join(', ');
  }
  if (typeof value !== 'number') return String(value);
  if (value === Infinity) return 'without limit';
  if (shape.is === 'seconds' && value >= 0) return formatDuration(value);
  if (shape.is === 'bytes' && value >= 0) return formatSize(value);
  if (shape.is === 'share' && value >= 0) return formatShare(value);
  return String(Math.round(value * 1000) / 1000);
}
