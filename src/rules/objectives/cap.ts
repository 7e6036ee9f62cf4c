import type { Seconds, Service } from '../../model/model.js';
import { withArticle } from '../../narrative/with-article.js';
import { formatDuration } from '../../units/duration.js';
import type { Facts } from '../facts.js';
import type { Judgement } from '../judgement.js';
import { countKind, durationKind } from '../option-kinds.js';
import { defineOption, type OptionValues, type RuleOption } from '../rule-option.js';

/** The longest that an objective may be; not judged unless somebody sets it. */
export function capOption(what: string, example: string): RuleOption<Seconds | undefined> {
  return defineOption(durationKind, {
    name: 'cap',
    summary: `the ${what} that a service may promise at most`,
    example,
    source: 'tool default',
    basis: 'no cap but that of a pack or of the settings, which name their source',
  });
}

/** How far down the tiers a cap reaches, where tiers have ranks. */
export const reach: RuleOption<number> = defineOption(countKind(1, 1_000_000), {
  name: 'rank',
  summary: 'the last rank of tiers to which the cap applies; where no tier has a rank it applies to all services',
  default: 1,
  example: 2,
  source: 'tool default',
  basis: 'rules that cap an objective speak of critical functions',
});

/** What a cap has to say about one service: each promise above it, at its worst. */
export function* aboveCap(
  service: Service,
  { model }: Facts,
  objective: 'rto' | 'rpo',
  cap: Seconds | undefined,
  options: OptionValues,
): Iterable<Judgement> {
  if (cap === undefined) return;
  const above = service.objectives.survive
    .flatMap(({ kind, [objective]: target }) => (target === undefined || target <= cap ? [] : [{ kind, target }]))
    .toSorted((a, b) => b.target - a.target);
  const [worst] = above;
  // What holds no data loses none.
  const judged = objective === 'rto' || service.stateful;
  const open = judged && service.objectives.survive.some(({ [objective]: target }) => target === undefined);
  if (worst === undefined && !open) return;
  const ranked = model.tiers.some(({ rank }) => rank !== undefined);
  if (ranked && service.rank === undefined) {
    yield { outcome: 'unknown', missing: [{ owner: { type: 'service', index: service.index }, path: ['tier'] }] };
    return;
  }
  if (ranked && (service.rank ?? 0) > reach.of(options)) return;
  if (worst === undefined) {
    const owner = { type: 'service', index: service.index } as const;
    yield { outcome: 'unknown', missing: [{ owner, path: ['objectives', objective] }] };
    return;
  }
  const { place } = model.origin(service.index, ['objectives', 'survive', worst.kind, objective]);
  const name = objective.toUpperCase();
  yield {
    outcome: 'fail',
    message: `${service.id} promises an ${name} of ${formatDuration(worst.target)} for the loss of ${withArticle(worst.kind)}, ${formatDuration(cap)} is the most it may promise`,
    spots: [{ at: place, label: `${name} ${formatDuration(worst.target)}` }],
    magnitude: worst.target - cap,
    because: above
      .slice(1)
      .map(({ kind, target }) => `loss of ${withArticle(kind)}: ${name} ${formatDuration(target)}`),
  };
}
