import { compareText } from '../model/compare-text.js';
import type { DomainIndex, ServiceIndex } from '../model/model.js';
import type { Facts } from '../rules/facts.js';
import { isStale } from '../rules/overdue.js';
import { daysBetween } from '../units/date.js';
import type { DetailBackup, DetailDrill } from './report-detail.js';
import { stated } from './stated.js';

/** Drills and incidents, the latest first. */
export function detailDrills(facts: Facts): readonly DetailDrill[] {
  const { model, now, maxAge } = facts;
  const service = (index: ServiceIndex): string => model.services[index]?.id ?? '';
  const domain = (index: DomainIndex): string => model.domains[index]?.id ?? '';
  return model.drills.toReversed().map(({ date, kind, lose, result, measured, evidence, findings = [] }) => {
    const age = daysBetween(date, now);
    return {
      date,
      age,
      counts: age >= 0 && !isStale(facts, date, maxAge.drill),
      ...stated({ kind, result }),
      lose: [...lose.domains.map(domain), ...lose.services.map(service)].sort(),
      measured: [...measured]
        .map(([index, { rto, rpo }]) => ({ service: service(index), rto: rto ?? null, rpo: rpo ?? null }))
        .sort((a, b) => compareText(a.service, b.service)),
      ...stated({ evidence }),
      findings: findings.map(({ what, owner, due, closed }) => ({ what, ...stated({ owner, due, closed }) })),
    };
  });
}

/** Every backup and when somebody last restored from it. */
export function detailBackups(facts: Facts): readonly DetailBackup[] {
  const { model, now, maxAge } = facts;
  return model.services.flatMap(({ id: service, backups = [] }) =>
    backups.map(({ id, tested }) => {
      const frame = { service, id };
      if (tested === undefined || tested === 'never')
        return { ...frame, tested: tested ?? null, age: null, counts: false };
      const age = daysBetween(tested.date, now);
      const { date, result, took, evidence } = tested;
      const counts = age >= 0 && !isStale(facts, tested.date, maxAge.restoreTest) && result !== 'failed';
      return { ...frame, tested: date, age, counts, ...stated({ result, took, evidence }) };
    }),
  );
}
