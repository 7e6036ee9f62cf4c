import { Scalar, isAlias, isCollection, isMap, isScalar, isSeq } from 'yaml';
import type { Alias, Pair, YAMLMap, YAMLSeq } from 'yaml';
import type { Problem, ProblemCode } from '../problem.js';
import type { AliasBudget } from './alias-budget.js';
import { BareMap } from './bare-map.js';
import { hasHiddenCharacter } from './hidden-character.js';
import type { JsonValue } from './json-value.js';
import { type ChildSpans, KnownSpan, type NodeSpan, type TextRange } from './node-span.js';
import { isReservedKey } from './reserved-key.js';
import { type SourceLimits, depthHelp, notANumberHelp, scalarHelp } from './source-limits.js';
import type { YamlPiece } from './yaml-piece.js';
import { tagProblem, tagStart } from './yaml-tag.js';

const bigInteger = /^[-+]?[0-9]+$/;

/** Turns the nodes of one YAML document into plain data and notes where each value is written. */
export class YamlConverter {
  readonly #piece: YamlPiece;
  readonly #limits: SourceLimits;
  readonly #budget: AliasBudget;
  readonly #problems: Problem[];
  readonly #anchors = new Map<string, unknown>();
  /** What each alias met stands for: an anchor's name may be used again later for something else. */
  readonly #targets = new Map<Alias, unknown>();
  /** Nodes being converted, to know an alias inside its own anchor. */
  readonly #open = new Set<unknown>();
  /** Aliases around the current node. */
  #aliased = 0;
  /** The outermost of these aliases: what is wrong inside them is shown there. */
  #outerAlias: TextRange | undefined;
  /** Whether a limit was reported inside an alias: one such problem says it for all. */
  #aliasLimitTold = false;
  #range: TextRange | undefined;
  #children: ChildSpans | undefined;

  constructor(piece: YamlPiece, limits: SourceLimits, budget: AliasBudget, problems: Problem[]) {
    this.#piece = piece;
    this.#limits = limits;
    this.#budget = budget;
    this.#problems = problems;
  }

  /** The data of a document. Undefined if nothing is written in it. */
  document(root: unknown): JsonValue | undefined {
    const nothing =
      root === null || (isScalar(root) && root.value === null && root.source === '' && root.tag === undefined);
    return nothing ? undefined : this.#value(root, this.#piece.depth);
  }

  /** After `document`: where its values are written. */
  get span(): NodeSpan {
    return new KnownSpan(undefined, this.#range, this.#children);
  }

  #value(node: unknown, depth: number): JsonValue {
    this.#range = undefined;
    this.#children = undefined;
    if (isAlias(node)) return this.#alias(node, depth);
    if (!isScalar(node) && !isCollection(node)) return null;
    this.#range = this.#rangeOf(node);
    if (node.anchor !== undefined && this.#aliased === 0) this.#anchors.set(node.anchor, node);
    if (node.tag !== undefined && !this.#tagFits(node.tag, node)) return null;
    if (this.#aliased > 0 && !this.#budget.take(isScalar(node) ? String(node.value).length : 0)) {
      return this.#budgetSpent();
    }
    if (isScalar(node)) return this.#scalar(node);
    if (depth > this.#limits.depth) {
      return this.#refuse('limit', `maps and lists are nested deeper than ${String(this.#limits.depth)}`, depthHelp);
    }
    this.#open.add(node);
    const value = isMap(node) ? this.#map(node, depth) : isSeq(node) ? this.#list(node, depth) : null;
    this.#open.delete(node);
    return value;
  }

  #map(node: YAMLMap, depth: number): JsonValue {
    const map = new BareMap();
    const keys = new Map<string, TextRange>();
    const children: ChildSpans = new Map();
    const own = this.#rangeOf(node);
    let end = own?.start ?? 0;
    for (const pair of node.items) {
      const keyRange = this.#rangeOf(pair.key) ?? this.#rangeOf(pair.value) ?? own ?? { start: 0, end: 0 };
      this.#range = keyRange;
      const key = this.#key(pair);
      const value = this.#value(pair.value, depth + 1);
      end = this.#range?.end ?? keyRange.end;
      if (key === undefined) continue;
      const first = keys.get(key);
      if (first !== undefined) {
        this.#duplicate(key, keyRange, first);
        continue;
      }
      keys.set(key, keyRange);
      map[key] = value;
      children.set(key, new KnownSpan(keyRange, this.#range, this.#children));
    }
    this.#close(node.flow === true, own, end, children);
    return map;
  }

  #list(node: YAMLSeq, depth: number): JsonValue {
    const children: ChildSpans = new Map();
    const own = this.#rangeOf(node);
    let end = own?.start ?? 0;
    const list = node.items.map((item, index) => {
      const value = this.#value(item, depth + 1);
      children.set(index, new KnownSpan(undefined, this.#range, this.#children));
      end = this.#range?.end ?? end;
      return value;
    });
    this.#close(node.flow === true, own, end, children);
    return list;
  }

  /** Block collections end with their last value, flow collections with their bracket. */
  #close(flow: boolean, own: TextRange | undefined, end: number, children: ChildSpans): void {
    this.#range = flow || own === undefined ? own : { start: own.start, end: Math.max(end, own.start) };
    this.#children = children;
  }

  #scalar(node: Scalar): JsonValue {
    const { value } = node;
    if (typeof value === 'number') return this.#number(value, node.source ?? '');
    if (typeof value === 'string') {
      this.#checkText(value, node.type === Scalar.QUOTE_DOUBLE);
      return value;
    }
    return typeof value === 'boolean' ? value : null;
  }

  #number(value: number, written: string): JsonValue {
    if (!Number.isFinite(value))
      return this.#refuse('value', `\`${written}\` is not a number that can be used`, notANumberHelp);
    const exact = Number.isSafeInteger(value) || (!bigInteger.test(written) && !/^0[ox]/.test(written));
    if (exact) return value;
    return this.#refuse(
      'value',
      `the number ${written} is too large to be kept exactly`,
      'put it in quotes if it is a name',
    );
  }

  #key(pair: Pair): string | undefined {
    const { key } = pair;
    if (!isScalar(key)) {
      const what = isAlias(key) ? 'an alias' : isCollection(key) ? 'a map or list' : 'nothing';
      const template = this.#range !== undefined && this.#textAt(this.#range).startsWith('{{');
      const help = template
        ? 'a template has to be filled in before it can be audited'
        : 'put it in quotes if it is a name';
      this.#refuse('type', `a key must be text, and this is ${what}`, help);
      return undefined;
    }
    if (key.anchor !== undefined && this.#aliased === 0) this.#anchors.set(key.anchor, key);
    if (key.tag !== undefined && !this.#tagFits(key.tag, key)) return undefined;
    const plain = key.type === Scalar.PLAIN;
    const name = plain ? (key.source ?? '') : String(key.value);
    if (key.value === null) {
      this.#refuse('type', 'a key must be text, and this is nothing', 'put it in quotes if it is a name');
      return undefined;
    }
    if (plain && name === '<<') {
      this.#refuse(
        'syntax',
        'merge keys (`<<`) are not part of YAML 1.2',
        'write the entries out, or state them once in `defaults` or a tier',
      );
      return undefined;
    }
    if (isReservedKey(name)) {
      this.#refuse('value', `\`${name}\` is not allowed as a key`, 'choose another name');
      return undefined;
    }
    this.#checkText(name, key.type === Scalar.QUOTE_DOUBLE);
    return name;
  }

  #alias(node: Alias, depth: number): JsonValue {
    const range = this.#rangeOf(node);
    this.#range = range;
    const known = this.#targets.get(node);
    const target = known ?? this.#anchors.get(node.source);
    if (target === undefined) {
      return this.#refuse(
        'reference',
        `no anchor \`&${node.source}\` stands before this alias`,
        'put a text that begins with `*` in quotes',
      );
    }
    this.#targets.set(node, target);
    if (this.#open.has(target))
      return this.#refuse(
        'limit',
        `the alias \`*${node.source}\` stands inside what it stands for`,
        'write out what is meant instead of the alias',
      );
    if (!this.#budget.take(0)) return this.#budgetSpent();
    if (this.#aliased === 0) this.#outerAlias = range;
    this.#aliased += 1;
    const value = this.#value(target, depth);
    this.#aliased -= 1;
    this.#range = range;
    return value;
  }

  #budgetSpent(): null {
    if (!this.#budget.tell()) return null;
    const most = String(this.#limits.aliasedValues);
    return this.#refuse(
      'limit',
      `the aliases of this file stand for more than ${most} values`,
      'write the values out, or state them once in `defaults` or a tier',
    );
  }

  #tagFits(tag: string, node: unknown): boolean {
    const message = tagProblem(tag, node);
    if (message === undefined) return true;
    const value = this.#range;
    const { base, text } = this.#piece;
    if (value !== undefined) this.#range = { start: base + tagStart(text, value.start - base), end: value.end };
    this.#refuse('syntax', message, 'remove it');
    this.#range = value;
    return false;
  }

  #checkText(text: string, escapes: boolean): void {
    if (text.length > this.#limits.scalarLength) {
      const most = String(this.#limits.scalarLength);
      this.#refuse('limit', `a text is longer than ${most} characters`, scalarHelp);
    } else if (escapes && hasHiddenCharacter(text)) {
      this.#refuse('value', 'an escape stands for a control character or half of a character', 'remove it');
    }
  }

  #duplicate(key: string, at: TextRange, first: TextRange): void {
    if (this.#aliased > 0) return;
    const { file } = this.#piece;
    const related = [{ at: { file, ...first }, label: 'first written here' }];
    this.#problems.push({
      code: 'duplicate',
      message: `the key \`${key}\` is written twice in the same map`,
      at: { file, ...at },
      help: 'keep one, or bring together what the two hold',
      related,
    });
  }

  /** Notes a problem with the current value. Inside an alias all but limits were noted where the anchor stands. */
  #refuse(code: ProblemCode, message: string, help: string): null {
    if (this.#aliased > 0) {
      if (code !== 'limit' || this.#aliasLimitTold) return null;
      this.#aliasLimitTold = true;
    }
    const { file, base } = this.#piece;
    const range = this.#aliased > 0 ? this.#outerAlias : this.#range;
    const at = { file, ...(range ?? { start: base, end: base }) };
    this.#problems.push({ code, message, at, help });
    return null;
  }

  /** Undefined for a value that nothing is written for. */
  #textAt({ start, end }: TextRange): string {
    const { base, text } = this.#piece;
    return text.slice(start - base, end - base);
  }

  #rangeOf(node: unknown): TextRange | undefined {
    if (!isScalar(node) && !isCollection(node) && !isAlias(node)) return undefined;
    const { range } = node;
    if (range === null || range === undefined || range[1] <= range[0]) return undefined;
    // A block scalar ends with its line breaks; what is shown ends with its text.
    const [start, valueEnd] = range;
    const { base, text } = this.#piece;
    let end = valueEnd;
    while (end > start + 1 && text.charCodeAt(end - 1) === 10) end -= 1;
    return { start: base + start, end: base + end };
  }
}
