import type { FailureDomain, Model, ServiceIndex } from '../../model/model.js';
import { withArticle } from '../../narrative/with-article.js';
import type { Facts } from '../facts.js';
import type { Failure, Spot } from '../judgement.js';
import { defineRule, type Rule } from '../rule.js';
import { survivePlace } from './survive-place.js';
import { tellServices } from './tell-unknown.js';

export const kindMisspelt: Rule = defineRule({
  id: 'kind-misspelt',
  group: 'objectives',
  on: 'inventory',
  severity: 'high',
  byTier: false,
  summary: 'A kind of place, or of loss to survive, that looks like another one misspelt',
  why: 'Promises are held against every domain of the kind they name, and to a program `bulding` is another kind than `building`. A building so written is lost in no audit, and a promise about it passes for kept, or is about nothing.',
  fix: 'Write the kind like the others. If it is meant to be a kind of its own, choose a word that nobody takes for another, or accept this finding with a waiver.',
  references: [],
  controls: ['NIST SP 800-53 CP-2(a)(2)', 'ISO 22301:2019 8.2.2'],
  applies: ({ domains }, { promises }) => domains.length > 0 || promises.length > 0,
  *check(model, facts) {
    const { meantKind: meant } = facts;
    const surviving = survivorsByKind(model);
    const declared = new Map<string, [FailureDomain, ...FailureDomain[]]>();
    for (const domain of model.domains) {
      const those = declared.get(domain.kind);
      if (those) those.push(domain);
      else declared.set(domain.kind, [domain]);
    }
    for (const [kind, domains] of declared) {
      const other = meant(kind);
      if (other !== undefined) yield ofDomains(facts, { kind, other, domains, surviving });
    }
    for (const [kind, services] of surviving) {
      const other = declared.has(kind) ? undefined : meant(kind);
      if (other !== undefined) yield ofPromises(model, { kind, other, services });
    }
  },
  avoid: `
locations:
  harbour: { kind: bulding }
  hill: { kind: building }
services:
  orders:
    objectives: { rto: 1h, survive: [building] }
    data: none
    replicas: [{ at: harbour, role: primary }]
`,
  prefer: `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  orders:
    objectives: { rto: 1h, survive: [building] }
    data: none
    replicas: [{ at: harbour, role: primary }]
`,
});

type Survivors = ReadonlyMap<string, readonly ServiceIndex[]>;

interface Slip {
  readonly kind: string;
  readonly other: string;
}

function ofDomains(
  { model }: Facts,
  {
    kind,
    other,
    domains,
    surviving,
  }: Slip & { readonly domains: readonly [FailureDomain, ...FailureDomain[]]; readonly surviving: Survivors },
): Failure {
  const [first, ...more] = domains;
  const spotOf = ({ index }: FailureDomain): Spot => ({
    at: model.place({ type: 'domain', index }, ['kind']),
    label: `\`${other}\`?`,
  });
  const hurts = [...new Set([...(surviving.get(other) ?? []), ...(surviving.get(kind) ?? [])])].toSorted(
    (a, b) => a - b,
  );
  const which = more.length === 0 ? `${first.id} is` : `${first.id} and ${more.length} more are`;
  const asked = tellServices(model, hurts, 'promises', 'promise');
  return {
    outcome: 'fail',
    // Nobody promises anything about either: then no verdict hangs on it.
    ...(hurts.length === 0 ? { severity: 'low' } : {}),
    message: `${which} of kind \`${kind}\`, which looks like \`${other}\`${hurts.length === 0 ? '' : `; ${asked} to survive the loss of ${withArticle(surviving.has(other) ? other : kind)}`}`,
    detail: `kind ${kind}`,
    spots: [spotOf(first), ...more.slice(0, 2).map(spotOf)],
    hurts,
    fix: `Write \`kind: ${other}\` if that is meant. If \`${kind}\` is a kind of its own, choose a word that nobody takes for the other, or accept this finding with a waiver.`,
  };
}

function ofPromises(
  model: Model,
  { kind, other, services }: Slip & { readonly services: readonly ServiceIndex[] },
): Failure {
  return {
    outcome: 'fail',
    message: `${tellServices(model, services, 'promises', 'promise')} to survive the loss of ${withArticle(kind)}, of which the inventory has none; it looks like \`${other}\``,
    detail: `kind ${kind}`,
    spots: [{ at: survivePlace(model, services[0] ?? 0, kind), label: `\`${other}\`?` }],
    hurts: services,
    fix: `Write \`${other}\` if that is meant. If \`${kind}\` is a kind of its own, declare what is of it under \`locations\` or \`domains\`.`,
  };
}

/** Who is to survive the loss of one of each kind, in order. */
function survivorsByKind({ services }: Model): Survivors {
  const surviving = new Map<string, ServiceIndex[]>();
  for (const { index, objectives } of services) {
    for (const { kind } of objectives.survive) {
      const those = surviving.get(kind);
      if (those) those.push(index);
      else surviving.set(kind, [index]);
    }
  }
  return surviving;
}
