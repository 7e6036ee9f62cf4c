import { nearestWord } from '../schema/nearest-word.js';
import type { Expression, ExpressionProblem } from './expression.js';
import { globalFunctions, macros, methods, type OwnFunction } from './functions.js';
import { anything, family, flag, listOf, nameOfShape, number, text, type Shape } from './shape.js';

/** The names that an expression may use, with what they hold. */
export type ShapeScope = ReadonlyMap<string, Shape>;

/** What an expression gives, and what is wrong with it whatever an inventory says. */
export interface CheckedExpression {
  readonly shape: Shape;
  readonly problems: readonly ExpressionProblem[];
}

/** Finds misspelt fields and words, functions that there are not, and values that do not go together. */
export function checkExpression(expression: Expression, scope: ShapeScope): CheckedExpression {
  const problems: ExpressionProblem[] = [];
  const report: Report = (node, message, help) => problems.push({ message, help, start: node.start });
  return { shape: shapeOf(expression, scope, report), problems };
}

type Report = (node: Expression, message: string, help: string) => unknown;

function shapeOf(node: Expression, scope: ShapeScope, report: Report): Shape {
  const of = (one: Expression): Shape => shapeOf(one, scope, report);
  switch (node.op) {
    case 'value':
      if (typeof node.args === 'string') return text;
      if (typeof node.args === 'boolean') return flag;
      if (typeof node.args === 'bigint' || typeof node.args === 'number') return number;
      report(
        node,
        'such a value is not available',
        'write a text, a number, `true` or `false`; has() asks whether there is one',
      );
      return anything;
    case 'id':
      return scope.get(node.args) ?? unknownName(node, node.args, 'name', [...scope.keys()], report);
    case '.':
      return fieldShape(node, of(node.args[0]), node.args[1], report);
    case '[]': {
      const on = of(node.args[0]);
      expect(node.args[1], of(node.args[1]), [number], report);
      if (on.is === 'list') return on.of;
      if (on.is !== 'any') report(node, `${nameOfShape(on)} has no items`, 'fields are written with a point');
      return anything;
    }
    case 'list': {
      const [first = anything, ...rest] = node.args.map(of);
      return listOf(rest.every((one) => family(one) === family(first)) ? first : anything);
    }
    case '?:': {
      const [condition, yes, no] = node.args;
      expect(condition, of(condition), [flag], report);
      const [a, b] = [of(yes), of(no)];
      return family(a) === family(b) ? a : anything;
    }
    case '&&':
    case '||':
      for (const side of node.args) expect(side, of(side), [flag], report);
      return flag;
    case '!_':
      expect(node.args, of(node.args), [flag], report);
      return flag;
    case '-_':
      expect(node.args, of(node.args), [number], report);
      return number;
    case '==':
    case '!=':
      same(node, node.args, of, report);
      return flag;
    case 'in': {
      const [one, within] = [of(node.args[0]), of(node.args[1])];
      noParts(node, [one, within], report);
      if (within.is !== 'list') expect(node.args[1], within, [listOf(anything)], report);
      else agree(node, one, within.of, report);
      if (node.args[1].op === 'list') for (const item of node.args[1].args) knownWord(item, one, report);
      if (within.is === 'list') knownWord(node.args[0], within.of, report);
      return flag;
    }
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const [a, b] = [of(node.args[0]), of(node.args[1])];
      expect(node.args[0], a, [number, text], report);
      expect(node.args[1], b, [number, text], report);
      agree(node, a, b, report);
      return flag;
    }
    case '+':
    case '-':
    case '*':
    case '/':
    case '%': {
      const [a, b] = [of(node.args[0]), of(node.args[1])];
      const allowed = node.op === '+' ? [number, text, listOf(anything)] : [number];
      expect(node.args[0], a, allowed, report);
      expect(node.args[1], b, allowed, report);
      agree(node, a, b, report);
      return node.op === '+' || node.op === '-' || a.is === 'number' ? widest(a, b) : a;
    }
    case 'call':
      return callShape(node, node.args, scope, report);
    case 'rcall':
      return methodShape(node, node.args, scope, report);
    default:
      report(
        node,
        `\`${node.op}\` is not available in a rule`,
        'rules compare fields with ==, <, in and the like, joined by && and ||',
      );
      return anything;
  }
}

/** A duration plus a number is a duration. */
function widest(a: Shape, b: Shape): Shape {
  return a.is === 'number' ? b : a;
}

function fieldShape(node: Expression, on: Shape, name: string, report: Report): Shape {
  if (on.is === 'part') {
    const shape = Object.hasOwn(on.fields, name) ? on.fields[name] : undefined;
    return shape ?? unknownName(node, name, 'field', Object.keys(on.fields), report);
  }
  const help =
    on.is === 'list'
      ? 'a list has items: all(), exists(), filter(), map() and size() look at them'
      : 'take the point and the name behind it away';
  if (on.is !== 'any') report(node, `${nameOfShape(on)} has no field "${name}"`, help);
  return anything;
}

function unknownName(node: Expression, name: string, what: string, names: readonly string[], report: Report): Shape {
  const meant = nearestWord(name, names);
  const help = meant === undefined ? `there are ${names.join(', ')}` : `did you mean "${meant}"?`;
  report(node, `there is no ${what} "${name}"`, help);
  return anything;
}

function expect(node: Expression, shape: Shape, allowed: readonly Shape[], report: Report): void {
  if (shape.is === 'any' || allowed.some((one) => family(one) === family(shape))) return;
  report(
    node,
    `this is ${nameOfShape(shape)}, but must be ${allowed.map(nameOfShape).join(' or ')}`,
    convertHelp(shape, allowed),
  );
}

/** How to make one of what there is, where that is usual. */
function convertHelp(shape: Shape, allowed: readonly Shape[]): string {
  const wantsNumber = allowed.some(({ is }) => is === 'number');
  const wantsFlag = allowed.some(({ is }) => is === 'flag');
  if (shape.is === 'list' && wantsNumber) return 'size() counts the items of a list';
  if (shape.is === 'list' && wantsFlag) return 'exists() and all() ask something of the items of a list';
  if (wantsFlag) return 'compare it with something, or ask has() whether there is one';
  return `write ${allowed.map(nameOfShape).join(' or ')} in its place`;
}

function same(
  node: Expression,
  [a, b]: readonly [Expression, Expression],
  of: (one: Expression) => Shape,
  report: Report,
): void {
  const [left, right] = [of(a), of(b)];
  noParts(node, [left, right], report);
  agree(node, left, right, report);
  knownWord(a, right, report);
  knownWord(b, left, report);
}

/** Maps of fields, in lists too, are never equal: some of their fields may be unknown. */
function noParts(node: Expression, shapes: readonly Shape[], report: Report): void {
  if (shapes.some(holdsPart)) report(node, 'maps of fields cannot be compared', 'compare their fields');
}

function holdsPart(shape: Shape): boolean {
  return shape.is === 'list' ? holdsPart(shape.of) : shape.is === 'part';
}

function agree(node: Expression, a: Shape, b: Shape, report: Report): void {
  if (a.is === 'any' || b.is === 'any' || family(a) === family(b)) return;
  const help =
    a.is === 'seconds' || b.is === 'seconds' ? 'write a duration as `duration("4h")`' : 'compare like with like';
  report(node, `${nameOfShape(a)} and ${nameOfShape(b)} do not go together`, help);
}

/** A text that is compared with a field of a few words has to be one of them, or it would never be. */
function knownWord(node: Expression, shape: Shape, report: Report): void {
  if (shape.is !== 'text' || shape.words === undefined) return;
  if (node.op !== 'value' || typeof node.args !== 'string' || shape.words.includes(node.args)) return;
  const meant = nearestWord(node.args, shape.words);
  const help = meant === undefined ? `there are ${shape.words.join(', ')}` : `did you mean "${meant}"?`;
  report(node, `the field is never "${node.args}"`, help);
}

function callShape(
  node: Expression,
  [name, args]: readonly [string, readonly Expression[]],
  scope: ShapeScope,
  report: Report,
): Shape {
  if (name === 'has') {
    const [field] = args;
    if (args.length === 1 && field?.op === '.') shapeOf(field, scope, report);
    else report(node, 'has() takes one field', 'write it like `has(service.owner)`');
    return flag;
  }
  return functionShape(node, { name, args, known: globalFunctions }, scope, report);
}

function methodShape(
  node: Expression,
  [name, on, args]: readonly [string, Expression, readonly Expression[]],
  scope: ShapeScope,
  report: Report,
): Shape {
  if (!macros.some((macro) => macro === name))
    return functionShape(node, { name, args: [on, ...args], known: methods }, scope, report);
  const target = shapeOf(on, scope, report);
  expect(on, target, [listOf(anything)], report);
  const [variable, body, more] = args;
  if (variable?.op !== 'id' || body === undefined || more !== undefined) {
    report(
      node,
      `${name}() takes a name and an expression`,
      `write it like \`service.replicas.${name}(r, has(r.at))\``,
    );
    return anything;
  }
  if (scope.has(variable.args)) report(variable, `there is a "${variable.args}" already`, 'take another name');
  const item = target.is === 'list' ? target.of : anything;
  const shape = shapeOf(body, new Map([...scope, [variable.args, item]]), report);
  if (name === 'map') return listOf(shape);
  expect(body, shape, [flag], report);
  if (name === 'filter') return target;
  return flag;
}

interface Call {
  readonly name: string;
  readonly args: readonly Expression[];
  readonly known: Readonly<Record<string, OwnFunction>>;
}

function functionShape(node: Expression, { name, args, known }: Call, scope: ShapeScope, report: Report): Shape {
  const shapes = args.map((one) => shapeOf(one, scope, report));
  const found = Object.hasOwn(known, name) ? known[name] : undefined;
  if (found === undefined) {
    const names = [...Object.keys(known), ...(known === methods ? macros : ['has'])];
    const meant = nearestWord(name, names);
    const instead = name === 'matches' ? 'like() takes a text in which * stands for any text' : undefined;
    const help = instead ?? (meant === undefined ? `there are ${names.join(', ')}` : `did you mean ${meant}()?`);
    report(node, `there is no function ${name}()`, help);
    return anything;
  }
  if (args.length !== found.takes.length) {
    report(node, `${name}() takes another number of values`, `it takes ${found.takes.length}`);
    return found.gives;
  }
  for (const [position, one] of args.entries())
    expect(one, shapes[position] ?? anything, found.takes[position] ?? [], report);
  const [first] = args;
  if (found.literal === undefined || first === undefined) return found.gives;
  if (first.op !== 'value' || typeof first.args !== 'string')
    report(first, `${name}() takes a text in quotes`, `write it like \`${name}("…")\``);
  else {
    const read = found.literal(first.args);
    if (!read.ok) report(first, `"${first.args}" cannot be read`, read.help);
  }
  return found.gives;
}
