import type { PromiseResult } from '../analysis/promises.js';
import type { Facts } from '../rules/facts.js';
import { rules } from '../rules/index.js';
import type { Group } from '../rules/rule.js';
import type { ReportFinding, ReportPromise } from './report.js';

/** The verdicts of a former state, by `promiseKey`; one that is not listed was kept, or not made. */
export type FormerVerdicts = ReadonlyMap<string, ReportPromise['verdict']>;

/** Ids hold no tab, so that no two promises come to the same key. */
export function promiseKey({
  service,
  kind,
  objective,
}: Pick<ReportPromise, 'service' | 'kind' | 'objective'>): string {
  return `${service}\t${kind}\t${objective}`;
}

export function verdictsOf(
  promises: readonly Pick<ReportPromise, 'service' | 'kind' | 'objective' | 'verdict'>[],
): FormerVerdicts {
  return new Map(promises.map((promise) => [promiseKey(promise), promise.verdict]));
}

type WorsePromise = Pick<ReportPromise, 'service' | 'objective' | 'verdict'>;

/**
 * Of findings that may count, worst first, those behind which a promise got worse: kept before, or not made, and
 * not kept or not known now; or not known and now broken. A finding on one kind of loss may stand for the promise about
 * another kind as well, and then looks as it did. For each promise the finding that is nearest to it, so that none gets
 * worse in silence.
 */
export function worsenedBehind(
  facts: Facts,
  former: FormerVerdicts,
  findings: readonly ReportFinding[],
): ReadonlySet<ReportFinding> {
  const worse = worsePromises(facts, former);
  const wanted = new Set(worse.map(({ service }) => service));
  const concerning = new Map<string, ReportFinding[]>();
  for (const finding of wanted.size === 0 ? [] : findings) {
    for (const id of new Set([...(finding.subject.type === 'service' ? [finding.subject.id] : []), ...finding.hurts])) {
      if (!wanted.has(id)) continue;
      const list = concerning.get(id);
      if (list) list.push(finding);
      else concerning.set(id, [finding]);
    }
  }
  return new Set(
    worse.flatMap((promise) => {
      const among = (concerning.get(promise.service) ?? []).filter(({ rule }) => aboutPromises.has(groupOf.get(rule)));
      const rule = ruleAbout(promise);
      return among.find((one) => one.rule === rule || one.also.includes(rule)) ?? among[0] ?? [];
    }),
  );
}

function worsePromises({ model, promises }: Facts, former: FormerVerdicts): readonly WorsePromise[] {
  return promises.flatMap((promise: PromiseResult): readonly WorsePromise[] => {
    const { kind, objective, verdict, target } = promise;
    const service = model.services[promise.service]?.id ?? '';
    const before = former.get(promiseKey({ service, kind, objective })) ?? 'kept';
    return target !== undefined && badness[verdict] > badness[before] ? [{ service, objective, verdict }] : [];
  });
}

const badness = { 'not-applicable': 0, kept: 0, unknown: 1, broken: 2 } as const;

/** The rule that says nothing but that. */
function ruleAbout({ objective, verdict }: WorsePromise): string {
  return verdict === 'unknown' ? 'objective-unknown' : `${objective}-broken`;
}

/** Others say how something is proven, run or governed, and never that a promise does not hold. */
const aboutPromises: ReadonlySet<Group | undefined> = new Set(['placement', 'objectives', 'data', 'dependencies']);
const groupOf = new Map(rules.map(({ id, group }) => [id, group]));
