import type { Model } from '../../model/model.js';
import { tellDerivation } from '../../narrative/tell-derivation.js';
import { tellLoss } from '../../narrative/tell-loss.js';
import type { Facts } from '../facts.js';
import type { Failure, Spot } from '../judgement.js';
import { defineRule, type Rule } from '../rule.js';
import { severityOfSilence } from '../severity-of-silence.js';
import { absentKinds } from './absent-kinds.js';
import { openQuestions, type OpenField, type OpenQuestion, type Topic } from './open-questions.js';
import { servicesOf, tellServices, tellUnknown } from './tell-unknown.js';

export const objectiveUnknown: Rule = defineRule({
  id: 'objective-unknown',
  group: 'objectives',
  on: 'inventory',
  severity: 'high',
  byTier: false,
  summary: 'Promises of which nobody can know whether they hold, because something is not written down',
  why: 'What is not written down is looked for during the outage. What a recovery needs is left out most often, and that was what Kakao had not written down in October 2022: its standbys needed a tool that burned with the first copy.',
  fix: 'Write down what is missing; one line under `defaults` or in a tier often does for many services.',
  references: [],
  controls: ['NIST SP 800-53 CP-2(a)(2)', 'ISO 22301:2019 8.2.2', 'DORA Art. 12(6)', 'APRA CPS 230 38(a)'],
  applies: (_, { promises }) => promises.some(({ target }) => target !== undefined),
  *check(model, facts) {
    const weighed = (failure: Failure): Failure => ({
      ...failure,
      severity: severityOfSilence(facts, failure.hurts ?? []),
    });
    for (const failure of absentKinds(model, facts)) yield weighed(failure);
    for (const question of openQuestions(facts))
      yield weighed(question.topic === 'undetermined' ? undetermined(facts, question) : unanswered(facts, question));
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
      - { at: hill, role: standby, replication: async }
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
      - { at: hill, role: standby, replication: async, lag: 5s, startup: 10m }
    recovery: { mode: manual, detect: 5m, decide: 15m, execute: 10m, uses: [] }
`,
});

const asks: Readonly<Record<Exclude<Topic, 'undetermined'>, readonly [one: string, many: string]>> = {
  recovery: ['does not say how it is recovered', 'do not say how they are recovered'],
  copies: ['does not say what its copies can do', 'do not say what their copies can do'],
  places: ['does not say where it stands', 'do not say where they stand'],
  needs: ['says that nobody knows what it depends on', 'say that nobody knows what they depend on'],
  backups: ['does not say how its backups are restored', 'do not say how their backups are restored'],
};

const answers: Readonly<Record<Exclude<Topic, 'undetermined'>, string>> = {
  recovery:
    '`recovery: { uses: [failover-tool], mode: manual, detect: 5m, decide: 15m, execute: 10m }` (`uses: []` if nothing is needed)',
  copies: '`startup: 10m`, `lag: 30s` and, where others state it, `capacity: 100%` on each replica',
  places:
    '`at` on each replica and backup, the building, feed or account of each place with `in` or `failsWith`, and what a bought service fails with (`failsWith: []`: with nothing of yours)',
  needs: '`dependsOn: { account: hard }`, or `dependsOn: none`',
  backups: '`every: 24h`, `restore: { to: [place], rate: 200MB/s }` on each backup, and `data: { size: 2TB }`',
};

function unanswered(facts: Facts, { topic, fields, promises }: OpenQuestion): Failure {
  const { model } = facts;
  const missing = [...fields.values()].flatMap((field) => field.missing);
  const owners = new Map(missing.map(({ owner }) => [`${owner.type} ${owner.index}`, owner]));
  const ids = [...owners.values()].map(({ type, index }) =>
    type === 'service' ? (model.services[index]?.id ?? '') : (model.domains[index]?.id ?? ''),
  );
  const [one, many] = topic === 'undetermined' ? ['', ''] : asks[topic];
  const who =
    ids.length === 1
      ? `${ids[0] ?? ''} ${one}`
      : `${ids.length} ${topic === 'places' ? 'services and places' : 'services'} ${many}`;
  return {
    outcome: 'fail',
    message: `${who} (${[...fields.keys()].map((name) => `\`${name}\``).join(', ')}); ${tellUnknown(promises.size)}`,
    detail: topic,
    spots: spotsOf(model, [...fields]),
    hurts: servicesOf(promises),
    because: [...fields].map(
      ([name, field]) =>
        `${name}: left out by ${field.missing.length}, ${field.promises.size === 1 ? 'one promise rests' : `${field.promises.size} promises rest`} on it`,
    ),
    ...(topic === 'undetermined' ? {} : { fix: fixOf(topic, ids) }),
  };
}

function fixOf(topic: Exclude<Topic, 'undetermined'>, ids: readonly string[]): string {
  const once = topic === 'recovery' && ids.length > 1 ? ' once under `defaults`, or in a tier,' : '';
  return `Write${once} with your own values: ${answers[topic]}.`;
}

function spotsOf(model: Model, fields: readonly (readonly [string, OpenField])[]): readonly [Spot, ...Spot[]] {
  const [first = { at: model.place({ type: 'service', index: 0 }), label: '' }, ...others] = fields.flatMap(
    ([name, field]) =>
      field.missing.slice(0, 1).map(({ owner, path }): Spot => ({
        at: owner.type === 'service' ? model.origin(owner.index, path).place : model.place(owner, path),
        label: `no \`${name}\``,
      })),
  );
  return [first, ...others.slice(0, 2)];
}

/** Best and worst lie on both sides of the target, and no field that is left out explains it. */
function undetermined({ model, derivationOf }: Facts, { promises }: OpenQuestion): Failure {
  const services = servicesOf(promises);
  const told = [...promises].slice(0, 3).flatMap((promise) => {
    const derivation = derivationOf(promise);
    if (derivation === undefined) return [];
    const { service, objective, range, worst } = promise;
    const how =
      objective === 'rto'
        ? tellDerivation(model, service, range.worst, derivation)
        : tellLoss(model, service, range.worst, derivation);
    return [`after the loss of ${model.domains[worst ?? -1]?.id ?? ''} at worst ${how}`];
  });
  return {
    outcome: 'fail',
    message: `the best and the worst answer lie on both sides of what ${tellServices(model, services, 'promises', 'promise')}; ${tellUnknown(promises.size)}`,
    detail: 'undetermined',
    spots: [{ at: model.origin(services[0] ?? 0, ['objectives']).place, label: 'neither kept nor broken for sure' }],
    hurts: services,
    because: [...told, ...(promises.size > told.length ? [`and ${promises.size - told.length} more`] : [])],
  };
}
