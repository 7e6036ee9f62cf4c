import type { Model } from '../model/model.js';
import type { RosterEntry } from './report.js';

/** Whose services are, of which tier and system; only those that say anything of it. */
export function reportRoster({ services }: Model): readonly RosterEntry[] {
  return services.flatMap(({ id, owner, tier, system }) =>
    owner === undefined && tier === undefined && system === undefined
      ? []
      : [
          {
            service: id,
            ...(owner === undefined ? {} : { owner }),
            ...(tier === undefined ? {} : { tier }),
            ...(system === undefined ? {} : { system }),
          },
        ],
  );
}
