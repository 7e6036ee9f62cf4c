import type { PromiseResult } from '../../analysis/promises.js';
import type { Via } from '../../analysis/outcome.js';
import type { Seconds, Service } from '../../model/model.js';
import { formatDuration } from '../../units/duration.js';
import type { Facts, WayBack } from '../facts.js';
import { defineRule, type Rule } from '../rule.js';

export const rtoRpoNeedDifferentOptions: Rule = defineRule({
  id: 'rto-rpo-need-different-options',
  group: 'objectives',
  on: 'service',
  severity: 'high',
  byTier: true,
  summary: 'RTO and RPO that can each be kept, but only by different ways back',
  why: 'The plan shows a failover that is quick and a second way that loses nothing, and both boxes are ticked. On the day one way is taken. In October 2018 GitHub stood before that choice, took the one that lost no data, and was degraded for 24 hours.',
  fix: 'Make one way keep both: less lag on the standby, or a faster restore. Or decide now, with those whose data it is, which of the two gives way.',
  references: [
    {
      title: 'GitHub, October 21 post-incident analysis (2018)',
      url: 'https://github.blog/2018-10-30-oct21-post-incident-analysis/',
    },
  ],
  controls: ['ISO 22301:2019 8.3', 'DORA Art. 12(6)', 'NIST SP 800-53 CP-10', 'AWS REL13-BP02'],
  supersedes: ['rpo-broken'],
  applies: ({ index }, { promisesOf }) =>
    (['rto', 'rpo'] as const).every((one) =>
      promisesOf(index).some(({ objective, target }) => objective === one && target !== undefined),
    ),
  *check(service, facts) {
    const torn = facts.promisesOf(service.index).flatMap((promise) => tornBy(service, promise, facts));
    const [worst] = torn.toSorted((a, b) => b.quick.loss - a.quick.loss);
    if (worst === undefined) return;
    const { quick, careful, rto, rpo, promise } = worst;
    const { model } = facts;
    const lost = model.domains[promise.worst ?? -1]?.id ?? '';
    yield {
      outcome: 'fail',
      message: `after the loss of ${lost}, ${doing[quick.via]} ${service.id}${quick.via === careful.via ? ' one way' : ''} takes ${formatDuration(quick.time)} and loses ${tellLoss(quick.loss)}, ${quick.via === careful.via ? 'another way' : doing[careful.via]} takes ${formatDuration(careful.time)} and loses ${tellLoss(careful.loss)}; it promises ${formatDuration(rto)} and ${formatDuration(rpo)}`,
      detail: promise.kind,
      spots: [
        { at: targetPlace(facts, service, promise, 'rpo'), label: `RPO ${formatDuration(rpo)}` },
        { at: targetPlace(facts, service, promise, 'rto'), label: `RTO ${formatDuration(rto)}` },
        { at: model.place({ type: 'domain', index: promise.worst ?? 0 }), label: 'lost' },
      ],
      because: [quick, careful].map(
        ({ via, time, loss }) =>
          `${doing[via]}: back in ${formatDuration(time)} (${time <= rto ? 'kept' : 'too late'}), ${tellLoss(loss)} lost (${loss <= rpo ? 'kept' : 'too much'})`,
      ),
    };
  },
  avoid: `
locations:
  harbour: { kind: building, lasts: 2d }
  hill: { kind: building }
services:
  ledger:
    kind: datastore
    objectives: { rto: 30m, rpo: 1m }
    replicas:
      - { at: harbour, role: primary }
      - { at: hill, role: standby, replication: async, lag: 15m, readiness: hot }
    recovery: { mode: automatic, detect: 1m, execute: 5m, uses: [] }
`,
  prefer: `
locations:
  harbour: { kind: building, lasts: 2d }
  hill: { kind: building }
services:
  ledger:
    kind: datastore
    objectives: { rto: 30m, rpo: 1m }
    replicas:
      - { at: harbour, role: primary }
      - { at: hill, role: standby, replication: async, lag: 20s, readiness: hot }
    recovery: { mode: automatic, detect: 1m, execute: 5m, uses: [] }
`,
});

const doing: Readonly<Record<Via, string>> = {
  none: 'going on',
  failover: 'failing over',
  rebuild: 'rebuilding',
  wait: 'waiting for what is lost',
  restore: 'restoring',
  never: 'nothing',
};

interface Torn {
  readonly promise: PromiseResult;
  readonly quick: WayBack;
  readonly careful: WayBack;
  readonly rto: Seconds;
  readonly rpo: Seconds;
}

/** For a broken RPO: a way back in time that loses too much, and one too slow that does not; none that keeps both. */
function tornBy(service: Service, promise: PromiseResult, facts: Facts): readonly Torn[] {
  const { objective, target: rpo, verdict, kind, worst } = promise;
  const rto = service.objectives.survive.find((one) => one.kind === kind)?.rto;
  if (objective !== 'rpo' || verdict !== 'broken' || worst === undefined || rpo === undefined || rto === undefined)
    return [];
  const ways = facts.waysBack(promise).filter(({ time }) => time < Infinity);
  if (ways.some(({ time, loss }) => time <= rto && loss <= rpo)) return [];
  const byTime = ways.toSorted((a, b) => a.time - b.time);
  const quick = byTime.find(({ time }) => time <= rto);
  const careful = byTime.find(({ loss }) => loss <= rpo);
  return quick === undefined || careful === undefined ? [] : [{ promise, quick, careful, rto, rpo }];
}

function targetPlace(
  { model }: Facts,
  { index }: Service,
  { kind }: PromiseResult,
  objective: 'rto' | 'rpo',
): ReturnType<Facts['model']['place']> {
  return model.origin(index, ['objectives', 'survive', kind, objective]).place;
}

function tellLoss(loss: Seconds): string {
  return loss === Infinity ? 'everything' : loss === 0 ? 'nothing' : `${formatDuration(loss)} of data`;
}
