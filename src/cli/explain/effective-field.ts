import type { FailCondition, Model } from '../../model/model.js';
import type { KeyPath } from '../../place.js';
import { formatDuration } from '../../units/duration.js';
import { formatShare } from '../../units/share.js';

/** One value in force, as text; `undefined`: unknown. */
export interface EffectiveField {
  readonly path: KeyPath;
  readonly text: string | undefined;
}

/** Turns values of the model back into what an inventory would say. */
export interface Wording {
  readonly text: (value: string | number | boolean | undefined) => string | undefined;
  readonly duration: (seconds: number | undefined) => string | undefined;
  readonly share: (share: number | undefined) => string | undefined;
  readonly domains: (indices: readonly number[] | undefined) => string | undefined;
  readonly services: (indices: readonly number[] | undefined) => string | undefined;
  readonly conditions: (conditions: readonly FailCondition[] | undefined) => string | undefined;
}

export function wordingFor(model: Model): Wording {
  const domain = (index: number): string => model.domains[index]?.id ?? '?';
  const list = (names: readonly string[]): string => (names.length === 0 ? '[] (none)' : names.join(', '));
  return {
    text: (value) => (value === undefined ? undefined : String(value)),
    duration: (seconds) => (seconds === undefined ? undefined : formatDuration(seconds)),
    share: (share) => (share === undefined ? undefined : formatShare(share)),
    domains: (indices) => (indices === undefined ? undefined : list(indices.map(domain))),
    services: (indices) =>
      indices === undefined ? undefined : list(indices.map((index) => model.services[index]?.id ?? '?')),
    conditions: (conditions) =>
      conditions === undefined
        ? undefined
        : list(
            conditions.map((all) =>
              all.length === 1 ? all.map(domain).join('') : `all of ${all.map(domain).join(' + ')}`,
            ),
          ),
  };
}
