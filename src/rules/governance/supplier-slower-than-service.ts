import type { Model, Seconds, Service, ServiceIndex } from '../../model/model.js';
import type { Supplier } from '../../model/supplier.js';
import { formatDuration } from '../../units/duration.js';
import type { Facts } from '../facts.js';
import { defineRule, type Rule } from '../rule.js';

export const supplierSlowerThanService: Rule = defineRule({
  id: 'supplier-slower-than-service',
  group: 'governance',
  on: 'supplier',
  severity: 'medium',
  byTier: false,
  summary: 'A service that promises to be back sooner than the supplier it cannot run without has agreed to',
  why: 'A promise is no faster than the slowest thing it waits for, and a supplier that keeps its contract is not to blame for yours.',
  fix: 'Agree on a shorter time with the supplier, be able to run without it, or promise a longer RTO.',
  references: [],
  controls: ['DORA Art. 30(3)(a)', 'FINMA 2023/1 85', 'APRA CPS 230 27(b)', 'NIST SP 800-53 CP-2(7)', 'RBI 29(j)'],
  applies: ({ agreement, behind }) => agreement?.rto !== undefined && (behind?.services.length ?? 0) > 0,
  *check(supplier, facts) {
    const { model } = facts;
    const agreed = supplier.agreement?.rto;
    if (agreed === undefined) return;
    const late = waiting(supplier, facts)
      .filter(({ rto }) => rto < agreed)
      .sort((a, b) => a.rto - b.rto || a.index - b.index);
    const [first] = late;
    if (first === undefined) return;
    const id = model.services[first.index]?.id ?? '';
    yield {
      outcome: 'fail',
      message: `${supplier.id} has agreed to be back within ${formatDuration(agreed)}, ${id} rests on it and promises ${formatDuration(first.rto)}`,
      spots: [
        {
          at: model.place({ type: 'supplier', index: supplier.index }, ['agreement', 'rto']),
          label: formatDuration(agreed),
        },
        {
          at: model.origin(first.index, ['objectives', 'survive', first.kind, 'rto']).place,
          label: `RTO ${formatDuration(first.rto)}`,
        },
      ],
      hurts: [...new Set(late.map(({ index }) => index))],
    };
  },
  avoid: `
services:
  chat: { objectives: { rto: 30m }, dependsOn: { dns: hard } }
  dns: { kind: external }
suppliers:
  dns-company: { behind: dns, agreement: { rto: 4h } }
`,
  prefer: `
services:
  chat: { objectives: { rto: 30m }, dependsOn: { dns: hard } }
  dns: { kind: external }
suppliers:
  dns-company: { behind: dns, agreement: { rto: 15m } }
`,
});

interface Waiting {
  readonly index: ServiceIndex;
  readonly rto: Seconds;
  /** Of the loss for which it is promised. */
  readonly kind: string;
}

/**
 * Who cannot run without what the supplier provides, with the shortest promise. One of several that are enough is not
 * counted unless the same supplier is behind all of them: another one, however slow, is another one.
 */
function waiting({ behind }: Supplier, { model, dependents }: Facts): Waiting[] {
  const provided = new Set(behind?.services);
  const needing = [...provided].flatMap((own) => [
    own,
    ...dependents(own).flatMap(({ service, dependency: { kind, anyOf } }) =>
      kind === 'hard' && anyOf.every((member) => provided.has(member)) && !isSlowerItself(model, own, service)
        ? [service]
        : [],
    ),
  ]);
  return [...new Set(needing)].flatMap((index) => {
    const shortest = shortestRto(model.services[index]);
    return shortest === undefined ? [] : [{ index, ...shortest }];
  });
}

function shortestRto(service: Service | undefined): Omit<Waiting, 'index'> | undefined {
  const targets = (service?.objectives.survive ?? []).flatMap(({ kind, rto }) =>
    rto === undefined ? [] : [{ kind, rto }],
  );
  return targets.toSorted((a, b) => a.rto - b.rto)[0];
}

/** Whether what is bought says itself that it comes back later than that service: then `dependency-slower-than-service` tells. */
function isSlowerItself({ services }: Model, own: ServiceIndex, needing: ServiceIndex): boolean {
  const theirs = new Map(services[own]?.objectives.survive.map(({ kind, rto = 0 }) => [kind, rto]));
  return (
    services[needing]?.objectives.survive.some(({ kind, rto = Infinity }) => (theirs.get(kind) ?? 0) > rto) === true
  );
}
