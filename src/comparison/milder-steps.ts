import { matches, selectableFields, type Selector } from '../selection/selector.js';
import { isMilder, type Level } from './is-milder.js';

/** What an override makes of one rule. */
export interface Step {
  readonly select: Selector;
  /** The same for selectors that say the same. */
  readonly scope: string;
  readonly level: Level;
  /** Of the override among all; later ones win. */
  readonly position: number;
}

/** What decided for some services before, and what decides for them now and is milder. Undefined: no override does. */
export interface Milder {
  readonly was: Step | undefined;
  readonly is: Step | undefined;
}

/** What the rule counts without overrides for those selected: at worst before, and at its mildest now. */
interface Usual {
  readonly worst: (select: Selector) => Level;
  readonly mildest: (select: Selector) => Level;
}

/**
 * Where overrides of one rule come to less than before, for any services there may be. An override that selects all whom
 * a finding concerns sets what it counts, one that selects some can only raise it. So a finding counts what the last
 * that selects all of them says, or what one after it says for some, if that is more. Each such decision of before is held against each of now.
 */
export function milderSteps(before: readonly Step[], now: readonly Step[], usual: Usual): readonly Milder[] {
  const [former, today] = [lastOfEach(before), lastOfEach(now)];
  const isLess = (is: Step | undefined, was: Step | undefined): boolean => {
    const select = (is ?? was)?.select ?? {};
    return isMilder(is?.level ?? usual.mildest(select), was?.level ?? usual.worst(select));
  };
  const forAll = [undefined, ...former.values()].flatMap((was) =>
    [undefined, ...today.values()]
      .filter(
        (is) =>
          (was ?? is) !== undefined &&
          positionOf(was && today.get(was.scope)) <= positionOf(is) &&
          positionOf(is && former.get(is.scope)) <= positionOf(was) &&
          mayMeet(was, is) &&
          isLess(is, was),
      )
      .map((is) => ({ was, is })),
  );
  const told = new Set(forAll.map(({ was }) => was));
  const forSome = before
    .filter((was) => !told.has(was))
    .flatMap((was) => {
      const same = now.filter(({ scope, level }) => scope === was.scope && !isMilder(level, was.level));
      const is = [undefined, ...today.values()].filter(
        (one) =>
          one?.scope !== was.scope &&
          positionOf(one && former.get(one.scope)) < was.position &&
          same.every(({ position }) => position < positionOf(one)) &&
          mayMeet(was, one) &&
          isLess(one, was),
      );
      return is.map((one) => ({ was, is: one }));
    });
  return [...forAll, ...forSome];
}

function lastOfEach(steps: readonly Step[]): ReadonlyMap<string, Step> {
  return new Map(steps.map((step) => [step.scope, step]));
}

/** What a rule counts without overrides comes before all of them. */
function positionOf(step: Step | undefined): number {
  return step?.position ?? -1;
}

/** Whether a service may be selected by both. Of two patterns with wildcards nobody can say, so it may. */
function mayMeet(one: Step | undefined, other: Step | undefined): boolean {
  return selectableFields.every((field) => {
    const [mine, yours] = [one?.select[field], other?.select[field]];
    if (mine === undefined || yours === undefined) return true;
    return mine.some((a) => yours.some((b) => (a.includes('*') && b.includes('*')) || matches(a, b) || matches(b, a)));
  });
}
