import { distance } from 'fastest-levenshtein';
import type { DomainIndex, FailureDomain, Replica, Service } from '../../model/model.js';
import type { Facts } from '../facts.js';
import type { OpenField, Spot } from '../judgement.js';
import { namesKind } from '../option-kinds.js';
import { defineOption } from '../rule-option.js';
import { defineRule, type Rule } from '../rule.js';
import { copiesOf } from './copies.js';

const countries = defineOption(namesKind, {
  name: 'countries',
  summary: 'the locations (ids, usually of kind country) outside of which no copy of data may lie',
  example: ['korea'],
  source: 'tool default',
  basis: 'which data may lie where follows from law and contracts, which the inventory does not hold',
});

export const dataOutsideCountries: Rule = defineRule({
  id: 'data-outside-countries',
  group: 'placement',
  on: 'service',
  severity: 'high',
  byTier: false,
  summary: 'A copy or backup of data outside of the countries where it may lie',
  why: 'The recovery site was chosen for its distance and turns out to be across a border that the data may not cross. Then the failover that saves the service breaks the law, and somebody has to choose during the outage.',
  fix: 'Move the copy, or leave services whose data may lie elsewhere out with `overrides` in the settings.',
  references: [],
  controls: ['KR-EFSR Art. 14-2', 'DORA Art. 30(2)(b)', 'NIST SP 800-53 SA-9(5)', 'APRA CPS 230 59(b)'],
  options: [countries],
  applies: ({ stateful }, _, options) => stateful && countries.of(options) !== undefined,
  *check(service, facts, options) {
    const allowed = new Set(countries.of(options));
    const { model } = facts;
    const copies = dataCopies(service, facts).map((copy) => ({
      ...copy,
      standing: standingOf(copy.place, allowed, facts),
    }));
    const outside = copies.filter(({ standing }) => standing === 'outside');
    const [first] = outside;
    if (first === undefined) {
      const somewhere = copies.filter(({ standing }) => standing === 'unknown').map(({ place }) => place);
      const missing: readonly OpenField[] = [
        ...unplaced(service),
        ...[...new Set(somewhere)].map((index) => ({ owner: { type: 'domain', index } as const, path: ['in'] })),
      ];
      if (missing.length > 0) yield { outcome: 'unknown', missing };
      return;
    }
    const ids = [...new Set(outside.map(({ place }) => model.domains[place]?.id ?? ''))];
    yield {
      outcome: 'fail',
      message: `data of ${service.id} is in ${ids.join(', ')}, outside of ${[...allowed].join(', ')}${tellStrange(
        outside.map(({ place }) => place),
        allowed,
        facts,
      )}`,
      detail: ids.toSorted().join(' '),
      spots: [first.spot, { at: model.place({ type: 'domain', index: first.place }), label: 'outside' }],
    };
  },
  avoid: `
locations:
  korea: { kind: country }
  japan: { kind: country }
  harbour: { kind: building, in: korea }
  hill: { kind: building, in: japan }
services:
  accounts:
    kind: datastore
    replicas: [{ at: harbour, role: primary }, { at: hill, role: standby }]
`,
  prefer: `
locations:
  korea: { kind: country }
  harbour: { kind: building, in: korea }
  hill: { kind: building, in: korea }
services:
  accounts:
    kind: datastore
    replicas: [{ at: harbour, role: primary }, { at: hill, role: standby }]
`,
});

/** The live copies that have data. */
function holding(service: Service): readonly Replica[] {
  return copiesOf(service).filter(({ replication }) => replication !== 'none');
}

/** What would have to say where data of the service lies, and does not: copies, backups, or the whole service. */
function unplaced(service: Service): readonly OpenField[] {
  const owner = { type: 'service', index: service.index } as const;
  const backups = service.backups ?? [];
  if (service.replicas.length === 0 && backups.length === 0) return [{ owner, path: ['replicas'] }];
  return [
    ...holding(service).flatMap(({ at, position }) =>
      at === undefined ? [{ owner, path: ['replicas', position, 'at'] }] : [],
    ),
    ...backups.flatMap(({ id, at }) => (at === undefined ? [{ owner, path: ['backups', id, 'at'] }] : [])),
  ];
}

/** Every place in which data of the service lies, with the line that says so. */
function dataCopies(
  service: Service,
  { model }: Facts,
): readonly { readonly place: DomainIndex; readonly spot: Spot }[] {
  const live = holding(service).flatMap(({ at = [], position, role }) =>
    at.map((place) => ({
      place,
      spot: { at: model.origin(service.index, ['replicas', position, 'at']).place, label: role },
    })),
  );
  const kept = (service.backups ?? []).flatMap(({ id, at = [] }) =>
    at.map((place) => ({
      place,
      spot: { at: model.origin(service.index, ['backups', id, 'at']).place, label: `backup ${id}` },
    })),
  );
  return [...live, ...kept];
}

function standingOf(place: DomainIndex, allowed: ReadonlySet<string>, facts: Facts): 'inside' | 'outside' | 'unknown' {
  const around = upwards(place, facts);
  if (around.some(({ id }) => allowed.has(id))) return 'inside';
  return around.some(({ kind }) => kind === 'country') ? 'outside' : 'unknown';
}

/** A place with all that it is in. */
function upwards(place: DomainIndex, { model }: Facts): readonly FailureDomain[] {
  const around: FailureDomain[] = [];
  for (let at: DomainIndex | undefined = place; at !== undefined; at = model.domains[at]?.parent) {
    const domain = model.domains[at];
    if (domain === undefined) break;
    around.push(domain);
  }
  return around;
}

/**
 * Of the names in the option those that no location has, where one around the data looks like what was meant, or where
 * there is no other. Settings may serve several inventories, so a country that is only in another one is no mistake.
 */
function tellStrange(outside: readonly DomainIndex[], allowed: ReadonlySet<string>, facts: Facts): string {
  const ids = new Set(facts.model.domains.flatMap(({ id, section }) => (section === 'locations' ? [id] : [])));
  const strange = [...allowed].filter((name) => !ids.has(name));
  const around = [...new Set(outside.flatMap((place) => upwards(place, facts).map(({ id }) => id)))];
  const told = strange.flatMap((name) => {
    const meant = around.find((id) => isNear(name, id));
    if (meant !== undefined) return [`; no location is called ${name}, did you mean ${meant}?`];
    return strange.length === allowed.size ? [`; no location is called ${name}`] : [];
  });
  return told.join('');
}

/** Two letters may be wrong, in long names one in three; of a code such as KR none: every other one is another country. */
function isNear(name: string, id: string): boolean {
  const shorter = Math.min(name.length, id.length);
  return distance(name.toLowerCase(), id.toLowerCase()) <= (shorter <= 3 ? 0 : Math.max(2, Math.floor(shorter / 3)));
}
