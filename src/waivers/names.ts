import type { Selectable } from '../selection/selector.js';
import type { Waivable } from './waivable.js';
import type { Named } from './waiver.js';

/**
 * Whether a waiver means this finding. Things that are named one by one must be what it is about. Of a tier, an owner or a
 * system all services concerned must be, those that it hurts too: who accepts what happens to tier bronze has not accepted
 * what bronze does to gold.
 */
export function names(on: Named, { fingerprint, subject, concerned }: Waivable): boolean {
  const about = (type: string, ids: readonly string[] | undefined): boolean =>
    ids === undefined || (subject.type === type && ids.includes(subject.id));
  const everyone = (field: 'tier' | 'owner' | 'system'): boolean => {
    const values = on[field];
    if (values === undefined) return true;
    const all = concerned();
    return all.length > 0 && all.every((service) => has(service, field, values));
  };
  return (
    about('service', on.service) &&
    about('location', on.location) &&
    about('domain', on.domain) &&
    about('plan', on.plan) &&
    about('supplier', on.supplier) &&
    about('drill', on.drill === undefined ? undefined : [`drill ${on.drill}`]) &&
    everyone('tier') &&
    everyone('owner') &&
    everyone('system') &&
    (on.fingerprint === undefined || on.fingerprint.includes(fingerprint()))
  );
}

function has(service: Selectable, field: 'tier' | 'owner' | 'system', values: readonly string[]): boolean {
  const value = service[field];
  return value !== undefined && values.includes(value);
}
