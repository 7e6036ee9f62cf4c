import { nameOfShape, type Shape } from '../../src/own-rules/shape.js';
import { subjectShapes } from '../../src/own-rules/subject-shapes.js';

/** The fields of every subject, as docs/OWN-RULES.md lists them. */
export function fieldList(): string {
  const blocks = Object.entries(subjectShapes).map(([subject, { fields }]) => {
    const lines = Object.entries(fields).flatMap(([name, shape]) => linesOf(`${subject}.${name}`, shape));
    return `### ${subject}\n\n${lines.map((line) => `- ${line}\n`).join('')}`;
  });
  return `\n${blocks.join('\n')}\n`;
}

function linesOf(name: string, shape: Shape): readonly string[] {
  if (shape.is === 'part')
    return Object.entries(shape.fields).flatMap(([key, field]) => linesOf(`${name}.${key}`, field));
  if (shape.is !== 'list') return [`\`${name}\`: ${wordsOf(shape)}`];
  const { of } = shape;
  if (of.is === 'part') return linesOf(`${name}[]`, of);
  return [`\`${name}\`: ${of.is === 'list' ? 'a list of lists of ids' : 'a list of texts'}`];
}

function wordsOf(shape: Shape): string {
  return shape.is === 'text' && shape.words !== undefined
    ? shape.words.map((word) => `\`${word}\``).join(', ')
    : nameOfShape(shape);
}
