import type { Expression } from './expression.js';
import { globalFunctions, macros, methods, type OwnFunction } from './functions.js';
import { spend, type Meter } from './meter.js';
import { calculated, compared, equal } from './operators.js';
import { fault, isFault, isKnown, isList, isPart, list, obstacle, type Known, type Result } from './value.js';

/** The names that an expression can use, and nothing else. */
export type Scope = ReadonlyMap<string, Known>;

const exhausted = fault('the expression takes too long');

/**
 * Works out an expression over what is known and what is not. `&&`, `||`, `all` and `exists` look past what is unknown where
 * the rest decides, as CEL has it for errors; everything else is unknown as soon as anything in it is.
 */
export function evaluate(expression: Expression, scope: Scope, meter: Meter): Result {
  const result = step(expression, scope, meter);
  return meter.left < 0 ? exhausted : result;
}

function step(node: Expression, scope: Scope, meter: Meter): Result {
  if (!spend(meter, 1)) return exhausted;
  const run = (one: Expression): Result => step(one, scope, meter);
  switch (node.op) {
    case 'value':
      return literal(node.args);
    case 'id':
      return scope.get(node.args) ?? fault(`there is no "${node.args}"`);
    case '.':
      return field(run(node.args[0]), node.args[1]);
    case '[]':
      return item(run(node.args[0]), run(node.args[1]));
    case 'list':
      return whole(node.args.map(run), (values) => list(values));
    case '?:': {
      const condition = run(node.args[0]);
      if (typeof condition !== 'boolean') return notFlag(condition);
      return run(node.args[condition ? 1 : 2]);
    }
    case '&&':
      return decided(node.args, false, run);
    case '||':
      return decided(node.args, true, run);
    case '!_': {
      const value = run(node.args);
      return typeof value === 'boolean' ? !value : notFlag(value);
    }
    case '-_': {
      const value = run(node.args);
      return typeof value === 'number' ? -value : (obstacle([value]) ?? fault('only numbers can be negative'));
    }
    case 'call':
      return called(node.args[0], node.args[1], run, meter);
    case 'rcall':
      return method(node.args, scope, meter);
    case '==':
    case '!=':
      return whole(node.args.map(run), ([a, b]) => {
        if (a === undefined || b === undefined || !spend(meter, 1)) return exhausted;
        return equal(a, b, meter) === (node.op === '==');
      });
    case 'in':
      return whole(node.args.map(run), ([a, within]) => {
        if (a === undefined || within === undefined || !isList(within)) return fault('`in` looks into lists only');
        if (!spend(meter, within.items.length)) return exhausted;
        return within.items.some((one) => equal(a, one, meter));
      });
    case '<':
    case '<=':
    case '>':
    case '>=':
      return whole(node.args.map(run), ([a, b]) => compared(node.op, a, b));
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return whole(node.args.map(run), ([a, b]) => calculated(node.op, a, b, meter));
    default:
      return fault(`\`${node.op}\` is not available`);
  }
}

function literal(value: unknown): Result {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return fault('such a literal is not available');
}

/** Of values that are all known. */
function whole(results: readonly Result[], then: (values: readonly Known[]) => Result): Result {
  return obstacle(results) ?? then(results.filter(isKnown));
}

function field(target: Result, name: string): Result {
  if (!isKnown(target)) return target;
  const value = isPart(target) ? target.fields.get(name) : undefined;
  if (value === undefined) return fault(`there is no field "${name}"`);
  return typeof value === 'object' && value.is === 'absent' ? { is: 'unknown', missing: [value.path] } : value;
}

function item(target: Result, index: Result): Result {
  return whole([target, index], ([on, position]) => {
    const found = on !== undefined && isList(on) && typeof position === 'number' ? on.items[position] : undefined;
    return found ?? fault('a list is shorter than the expression takes it to be');
  });
}

function notFlag(value: Result): Result {
  return obstacle([value]) ?? fault('a condition is neither true nor false');
}

/** Both sides of `&&` or `||`: one that decides is enough. */
function decided(sides: readonly Expression[], decisive: boolean, run: (one: Expression) => Result): Result {
  const seen: Result[] = [];
  for (const side of sides) {
    const value = run(side);
    if (value === decisive) return decisive;
    seen.push(typeof value === 'boolean' ? value : notFlag(value));
  }
  return obstacle(seen) ?? !decisive;
}

function called(name: string, args: readonly Expression[], run: (one: Expression) => Result, meter: Meter): Result {
  if (name === 'has') {
    const value = args[0] === undefined ? fault('has() takes a field') : run(args[0]);
    return isFault(value) ? value : isKnown(value);
  }
  const found = own(globalFunctions, name);
  return applied(name, found, args.map(run), meter);
}

/** A long text costs more to look through than a short one. */
function applied(name: string, found: OwnFunction | undefined, results: readonly Result[], meter: Meter): Result {
  if (found === undefined) return fault(`there is no function ${name}()`);
  return whole(results, (values) => {
    const length = values.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 0), 0);
    return spend(meter, Math.floor(length / 100)) ? found.run(values) : exhausted;
  });
}

function own<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function method(
  [name, on, args]: readonly [string, Expression, readonly Expression[]],
  scope: Scope,
  meter: Meter,
): Result {
  const target = step(on, scope, meter);
  const [variable, ...bodies] = args;
  if (!macros.some((macro) => macro === name)) {
    const results = [target, ...args.map((one) => step(one, scope, meter))];
    return applied(name, own(methods, name), results, meter);
  }
  if (!isKnown(target)) return target;
  const [body] = bodies;
  if (!isList(target) || variable?.op !== 'id' || body === undefined) return fault(`${name}() goes through lists only`);
  const { args: bound } = variable;
  const results: Result[] = [];
  for (const one of target.items) {
    const value = step(body, new Map([...scope, [bound, one]]), meter);
    if (meter.left < 0) return exhausted;
    if ((name === 'all' && value === false) || (name === 'exists' && value === true)) return value;
    results.push(name === 'map' || typeof value === 'boolean' ? value : notFlag(value));
  }
  const open = obstacle(results);
  if (open !== undefined) return open;
  if (name === 'map') return list(results.filter(isKnown));
  if (name === 'filter') return list(target.items.filter((_, position) => results[position] === true));
  if (name === 'exists_one') return results.filter((value) => value === true).length === 1;
  return name === 'all';
}
