import type { Seconds, Service, SurvivedKind } from '../../model/model.js';
import { withArticle } from '../../narrative/with-article.js';
import { formatDuration } from '../../units/duration.js';
import type { Facts } from '../facts.js';
import type { Failure } from '../judgement.js';
import { defineRule, type Rule } from '../rule.js';
import { widthOf } from './width.js';
import { writtenTogether, type WrittenTogether } from './written-together.js';

export const objectiveInverted: Rule = defineRule({
  id: 'objective-inverted',
  group: 'objectives',
  on: 'service',
  severity: 'medium',
  byTier: true,
  summary: 'Objectives that contradict each other: back later than is tolerable, or sooner from the wider loss',
  why: 'An RTO above what the business can bear is a plan to fail on time. And whoever loses a region has lost its buildings too: if the region is back in an hour, a building cannot take four.',
  fix: 'Set `rto` below `mtpd`, and for the wider kind of loss no less time and data loss than for the narrower one.',
  references: [],
  controls: ['ISO 22301:2019 8.2.2', 'APRA CPS 230 38', 'MAS BCM 3', 'FINMA Circular 2023/1 101'],
  applies: ({ objectives }) => objectives.survive.length > 0,
  *check(service, facts) {
    const late = beyondTolerance(service, facts);
    if (late !== undefined) yield late;
    for (const objective of ['rto', 'rpo'] as const) {
      const inverted = firstInversion(service, objective);
      if (inverted === undefined) continue;
      const { narrow, wide, strict, loose } = inverted;
      const paths = [narrow, wide].map((kind) => ['objectives', 'survive', kind, objective]);
      const together = writtenTogether(facts, service, paths);
      if (!together.isFirst) continue;
      const at = (kind: string): Failure['spots'][0]['at'] =>
        facts.model.origin(service.index, ['objectives', 'survive', kind, objective]).place;
      yield {
        outcome: 'fail',
        message: `${tellWhom(service, together)} an ${objective.toUpperCase()} of ${formatDuration(strict)} for the loss of ${withArticle(wide)}, and of ${formatDuration(loose)} for that of ${withArticle(narrow)} inside one`,
        detail: `${objective} ${wide} ${narrow}`,
        spots: [
          { at: at(narrow), label: `${narrow}: ${formatDuration(loose)}` },
          { at: at(wide), label: `${wide}: ${formatDuration(strict)}` },
        ],
        hurts: together.all(),
      };
    }
  },
  avoid: `
services:
  orders:
    objectives:
      mtpd: 8h
      survive: { building: { rto: 4h }, region: { rto: 1h } }
`,
  prefer: `
services:
  orders:
    objectives:
      mtpd: 8h
      survive: { building: { rto: 1h }, region: { rto: 4h } }
`,
});

function tellWhom({ id }: Service, { ofTier, all }: WrittenTogether): string {
  const others = all().length - 1;
  return others === 0 ? `${id} promises` : `${id} and ${others} more${ofTier ? ' of its tier' : ''} promise`;
}

function beyondTolerance(service: Service, facts: Facts): Failure | undefined {
  const { index, objectives } = service;
  const { model } = facts;
  const { mtpd, survive } = objectives;
  if (mtpd === undefined) return undefined;
  const late = survive.find(({ rto }) => rto !== undefined && rto > mtpd);
  if (late?.rto === undefined) return undefined;
  const rto = ['objectives', 'survive', late.kind, 'rto'];
  const paths = [rto, ['objectives', 'mtpd']];
  const together = writtenTogether(facts, service, paths);
  if (!together.isFirst) return undefined;
  return {
    outcome: 'fail',
    severity: 'high',
    message: `${tellWhom(service, together)} to be back in ${formatDuration(late.rto)}, it can be missed for ${formatDuration(mtpd)} at most`,
    detail: 'mtpd',
    magnitude: late.rto - mtpd,
    spots: [
      { at: model.origin(index, rto).place, label: `RTO ${formatDuration(late.rto)}` },
      { at: model.origin(index, ['objectives', 'mtpd']).place, label: `tolerable: ${formatDuration(mtpd)}` },
    ],
    hurts: together.all(),
  };
}

interface Inversion {
  readonly narrow: string;
  readonly wide: string;
  readonly strict: Seconds;
  readonly loose: Seconds;
}

function firstInversion({ objectives }: Service, objective: 'rto' | 'rpo'): Inversion | undefined {
  const ordered = objectives.survive
    .filter((one) => one[objective] !== undefined && widthOf(one.kind) !== undefined)
    .toSorted((a, b) => (widthOf(a.kind) ?? 0) - (widthOf(b.kind) ?? 0));
  for (const [position, wide] of ordered.entries()) {
    const narrow = ordered.slice(0, position).find((one) => valueOf(one, objective) > valueOf(wide, objective));
    if (narrow !== undefined)
      return {
        narrow: narrow.kind,
        wide: wide.kind,
        strict: valueOf(wide, objective),
        loose: valueOf(narrow, objective),
      };
  }
  return undefined;
}

function valueOf(survived: SurvivedKind, objective: 'rto' | 'rpo'): Seconds {
  return survived[objective] ?? 0;
}
