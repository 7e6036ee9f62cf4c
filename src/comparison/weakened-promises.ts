import type { Model, Service } from '../model/model.js';
import { formatDuration } from '../units/duration.js';
import { foldWeaknesses, type ServiceWeakness } from './fold-weaknesses.js';
import { inWords } from './in-words.js';
import { isLowered } from './is-lowered.js';
import { loweredRanks } from './lowered-ranks.js';
import type { Weakness } from './weakness.js';

/** What services promise less of: tier, objectives, kinds of loss, least capacity. */
export function weakenedPromises(before: Model, now: Model): readonly Weakness[] {
  return [...loweredRanks(before, now), ...foldWeaknesses('promises', before, now, relaxedIn)];
}

function relaxedIn(before: Service, now: Service): readonly ServiceWeakness[] {
  return [...tier(before, now), ...kinds(before, now), ...targets(before, now), ...others(before, now)];
}

function tier(before: Service, now: Service): readonly ServiceWeakness[] {
  if (before.tier === now.tier || !isLowered(before.rank, now.rank)) return [];
  const former = before.tier === undefined ? 'before not stated' : `no longer ${before.tier}`;
  return [{ message: `the tier is ${now.tier ?? 'not stated'}, ${former}`, path: ['tier'] }];
}

function kinds({ objectives: before }: Service, { objectives: now }: Service): readonly ServiceWeakness[] {
  const kept = new Set(now.survive.map(({ kind }) => kind));
  const gone = before.survive.map(({ kind }) => kind).filter((kind) => !kept.has(kind));
  if (gone.length === 0) return [];
  return [{ message: `the loss of ${article(gone)} need no longer be survived`, path: ['objectives', 'survive'] }];
}

function article(gone: readonly string[]): string {
  return inWords(gone.map((kind) => `${/^[aeiou]/i.test(kind) ? 'an' : 'a'} ${kind}`));
}

/** RTO and RPO, each once where it changes alike for several kinds of loss. */
function targets(before: Service, now: Service): readonly ServiceWeakness[] {
  return (['rto', 'rpo'] as const).flatMap((objective) => {
    const groups = new Map<string, string[]>();
    for (const { kind, [objective]: is } of now.objectives.survive) {
      const was = before.objectives.survive.find((one) => one.kind === kind)?.[objective];
      if (!isMore(is, was)) continue;
      const change = `${shown(is)}, no longer ${shown(was)}`;
      groups.set(change, [...(groups.get(change) ?? []), kind]);
    }
    return [...groups].map(([change, alike]): ServiceWeakness => {
      const all = alike.length === now.objectives.survive.length;
      const where = all ? '' : ` for ${inWords(alike)}`;
      const [kind = ''] = alike;
      return {
        message: `the ${objective.toUpperCase()}${where} is ${change}`,
        path: ['objectives', 'survive', kind, objective],
      };
    });
  });
}

function others(
  { objectives: was, ...before }: Service,
  { objectives: is, ...now }: Service,
): readonly ServiceWeakness[] {
  const share = (part: number): string => `${Math.round(part * 1000) / 10}%`;
  return [
    ...(isMore(is.mtpd, was.mtpd)
      ? [{ message: `the MTPD is ${shown(is.mtpd)}, no longer ${shown(was.mtpd)}`, path: ['objectives', 'mtpd'] }]
      : []),
    ...(isMore(is.downtime, was.downtime)
      ? [
          {
            message: `the downtime accepted in a year is ${shown(is.downtime)}, no longer ${shown(was.downtime)}`,
            path: ['objectives', 'downtime'],
          },
        ]
      : []),
    ...(now.minCapacity < before.minCapacity
      ? [
          {
            message: `the least capacity is ${share(now.minCapacity)}, no longer ${share(before.minCapacity)}`,
            path: ['minCapacity'],
          },
        ]
      : []),
  ];
}

/** A target that is not stated asks for nothing. */
function isMore(now: number | undefined, before: number | undefined): boolean {
  return before !== undefined && (now ?? Infinity) > before;
}

function shown(seconds: number | undefined): string {
  return seconds === undefined ? 'not stated' : formatDuration(seconds);
}
