import { AliasBudget } from './alias-budget.js';
import type { JsonValue } from './json-value.js';
import type { ChildSpans } from './node-span.js';
import type { SourceLimits } from './source-limits.js';

/** What an anchor stands before, and so what its aliases stand for. */
export interface Anchored {
  readonly value: JsonValue;
  /** Where what it holds is written. */
  readonly children: ChildSpans | undefined;
  /** Maps and lists inside each other, itself included; 0 for a scalar. */
  readonly height: number;
  /** Values that an alias for it adds. */
  readonly cost: number;
}

interface Anchor {
  /** Where the anchor stands, and where its value ends; undefined while that is being read. */
  readonly start: number;
  end: number | undefined;
  anchored: Anchored | undefined;
}

/** The anchors of one document, met so far. An alias stands for the last one of its name before it. */
export class PlainAnchors {
  readonly #limits: SourceLimits;
  readonly #budget: AliasBudget;
  readonly #byName = new Map<string, Anchor[]>();
  /** The anchored maps and lists: an alias inside another anchor's value leads to the very same object. */
  readonly #known = new Map<JsonValue, Anchored>();
  /** Aliases for scalars met, which nothing in the data tells from scalars. */
  #scalars = 0;
  /** Anchors and aliases met so far. */
  marks = 0;
  /** Anchors whose values are being read. */
  open = 0;

  constructor(limits: SourceLimits, budget: AliasBudget) {
    this.#limits = limits;
    this.#budget = budget;
  }

  /** Notes an anchor at `start` and reads its value; `undefined` where `read` gives up, or reads nothing. */
  anchor(
    name: string,
    start: number,
    read: () => { value: JsonValue; children: ChildSpans | undefined; end: number },
  ): JsonValue {
    this.marks += 1;
    const anchor: Anchor = { start, end: undefined, anchored: undefined };
    const others = this.#byName.get(name) ?? [];
    if (others.length === 0) this.#byName.set(name, others);
    others.push(anchor);
    const scalars = this.#scalars;
    this.open += 1;
    const { value, children, end } = read();
    this.open -= 1;
    const { height, cost } = this.#measure(value);
    anchor.anchored = { value, children, height, cost: cost + this.#scalars - scalars };
    anchor.end = end;
    if (height > 0) this.#known.set(value, anchor.anchored);
    return value;
  }

  /** What an alias at `at` stands for. Undefined: nothing before it has that name, or it stands inside of what has. */
  find(name: string, at: number): Anchored | undefined {
    this.marks += 1;
    const last = this.#byName.get(name)?.findLast(({ start }) => start < at);
    return last?.end === undefined || last.end > at ? undefined : last.anchored;
  }

  /** Whether one more alias for this may stand at that depth of maps and lists. */
  take({ height, cost }: Anchored, depth: number): boolean {
    if (height === 0) this.#scalars += 1;
    return this.#budget.takeValues(1 + cost) && depth + height - 1 <= this.#limits.depth;
  }

  #measure(value: JsonValue): { readonly height: number; readonly cost: number } {
    // Known ones first: aliases inside each other may stand for more than anybody could count one by one.
    const known = this.#known.get(value);
    if (known !== undefined) return { height: known.height, cost: 1 + known.cost };
    if (typeof value !== 'object' || value === null)
      return { height: 0, cost: AliasBudget.costOf(String(value).length) };
    let height = 0;
    let cost = AliasBudget.costOf(0);
    for (const inner of Object.values(value)) {
      const one = this.#measure(inner);
      height = Math.max(height, one.height);
      cost += one.cost;
    }
    return { height: height + 1, cost };
  }
}
