import { compareText } from '../model/compare-text.js';
import type { Model } from '../model/model.js';
import type { ReportLimitation } from './report.js';

/** What the inventory says of itself that no result takes into account, with ids in place of indices. */
export function reportLimitations({ limitations, domains, services }: Model): readonly ReportLimitation[] {
  return limitations.map(({ id, about, note }) => ({
    id,
    about: [
      ...about.domains.map((domain) => domains[domain]?.id ?? ''),
      ...about.services.map((service) => services[service]?.id ?? ''),
    ].sort(compareText),
    note,
  }));
}
