import type { Miss } from '../../analysis/missed-promises.js';
import { tellLost, tellMisses, tellOthers } from '../../narrative/tell-miss.js';
import { formatDuration } from '../../units/duration.js';
import type { Facts } from '../facts.js';
import type { Spot } from '../judgement.js';
import { copiesOf } from '../placement/copies.js';
import { defineRule, type Rule } from '../rule.js';
import { staleBackup } from '../stale-backup.js';
import { magnitudeOf, shortfallOf, targetSpot } from './shortfall.js';

export const rpoBroken: Rule = defineRule({
  id: 'rpo-broken',
  group: 'objectives',
  on: 'service',
  severity: 'high',
  byTier: true,
  summary: 'More data is lost than was promised, of the service itself or of those that stand on its data',
  why: 'What takes over is behind by its lag, and what is restored is as old as the last backup. In October 2018 GitHub’s databases failed over to the other coast without the last seconds of writes, and the service was degraded for 24 hours.',
  fix: 'Replicate synchronously or with less lag, back up more often, or promise a longer RPO to those who rely on it.',
  references: [
    {
      title: 'GitHub, October 21 post-incident analysis (2018)',
      url: 'https://github.blog/2018-10-30-oct21-post-incident-analysis/',
    },
  ],
  controls: ['NIST SP 800-53 CP-9(6)', 'NIST SP 800-53 SC-36(2)', 'NIST SP 800-53 CP-10(2)', 'RBI 29(g)'],
  applies: (service, facts) =>
    facts.missesBy(service.index).length > 0 ||
    facts.promisesOf(service.index).some(({ objective, target }) => objective === 'rpo' && target !== undefined),
  *check(service, facts) {
    const shortfall = shortfallOf(facts, service.index, 'rpo');
    if (shortfall === undefined) return;
    const { main, own, others } = shortfall;
    const { model } = facts;
    const ownTarget = own ? `, its RPO is ${formatDuration(main.promise.target ?? 0)}` : '';
    const rest = tellOthers(model, others, 'depends on');
    const promised = own ? main : (others[0] ?? main);
    const whose = own ? '' : `${model.services[promised.promise.service]?.id ?? ''}: `;
    yield {
      outcome: 'fail',
      message: `${tellLost(model, main)}${ownTarget}${rest === '' ? '' : `; ${rest}`}`,
      loss: main.domain,
      spots: [
        staleCopy(facts, main),
        targetSpot(facts, promised, `${whose}RPO ${formatDuration(promised.promise.target ?? 0)}`),
        { at: model.place({ type: 'domain', index: main.domain }), label: 'lost' },
      ],
      hurts: others.map(({ promise }) => promise.service),
      magnitude: magnitudeOf(shortfall),
      because: tellMisses(model, main, others),
    };
  },
  avoid: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  orders:
    objectives: { rto: 1h, rpo: 1m }
    replicas:
      - { at: harbour, role: primary }
      - { at: hill, role: standby, replication: async, lag: 15m, readiness: hot }
    recovery: { mode: automatic, detect: 1m, execute: 5m, uses: [] }
`,
  prefer: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  orders:
    objectives: { rto: 1h, rpo: 1m }
    replicas:
      - { at: harbour, role: primary }
      - { at: hill, role: standby, replication: async, lag: 20s, readiness: hot }
    recovery: { mode: automatic, detect: 1m, execute: 5m, uses: [] }
`,
});

/** The line that says how far behind the copy is that has to serve; the first copy where none is left. */
function staleCopy({ model }: Facts, { culprit }: Miss): Spot {
  const { service: index, answer, remains } = culprit;
  const service = model.services[index];
  const behind = `behind by ${answer === Infinity ? 'everything' : formatDuration(answer)}`;
  const replica = remains.surviving.find(({ lag }) => lag === answer);
  if (replica !== undefined)
    return { at: model.origin(index, ['replicas', replica.position, 'lag']).place, label: behind };
  const backup = staleBackup(culprit);
  if (backup !== undefined) return { at: model.origin(index, ['backups', backup.id, 'every']).place, label: behind };
  const [first] = service === undefined ? [] : copiesOf(service);
  return first === undefined
    ? { at: model.place({ type: 'service', index }), label: 'its data is lost' }
    : { at: model.origin(index, ['replicas', first.position, 'at']).place, label: 'its data is lost' };
}
