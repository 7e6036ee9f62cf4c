import { createSolver } from '../analysis/solver.js';
import type { Facts } from '../rules/facts.js';
import { formatInterval } from '../units/interval.js';
import { detailBackups, detailDrills } from './detail-evidence.js';
import { detailDomains, detailServices } from './detail-places.js';
import { detailScenarios } from './detail-scenarios.js';
import type { ReportDetail } from './report-detail.js';
import { rankedLosses } from './simulation-ranking.js';

/** Everything that a document shows beyond verdicts. Solves the loss of every failure domain once more. */
export function buildDetail(facts: Facts): ReportDetail {
  const { model, maxAge } = facts;
  const solver = createSolver(model);
  const ranking = rankedLosses(solver, { kind: undefined, lasts: undefined, destroys: false });
  return {
    domains: detailDomains(facts),
    services: detailServices(facts),
    ranking,
    scenarios: detailScenarios(solver, ranking),
    drills: detailDrills(facts),
    backups: detailBackups(facts),
    maxAge: {
      drill: formatInterval(maxAge.drill),
      restoreTest: formatInterval(maxAge.restoreTest),
      review: formatInterval(maxAge.review),
      grace: formatInterval(maxAge.grace),
    },
  };
}
