import type { Rule } from '../../rules/rule.js';
import { severityByTier } from '../../rules/severity-by-tier.js';

/** In words, how the tier of a service moves the severity of a rule; `undefined` where it does not. */
export function severityOverTiers({ byTier, severity }: Rule): string | undefined {
  if (!byTier) return undefined;
  const [first, third] = [severityByTier(severity, 1), severityByTier(severity, 3)];
  const steps = [
    ...(first === severity ? [] : [`${first} for services of a tier with rank 1`]),
    ...(third === severity ? [] : [`${third} from rank 3 on`]),
  ];
  return steps.length === 0 ? undefined : `${severity}; ${steps.join(', ')}`;
}
