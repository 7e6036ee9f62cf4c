import type { Seconds, Service } from '../model/model.js';

/** What a service is to keep in a loss of these kinds, and the kind for which it is promised. */
export function targetOf(
  { objectives: own }: Service,
  objective: 'rto' | 'rpo',
  kinds: readonly string[],
): { readonly target: Seconds | undefined; readonly promisedFor: string | undefined } {
  const survived = own.survive.filter(({ kind }) => kinds.includes(kind));
  // Of several losses at once the widest counts: each promise is for one of them alone.
  let widest: { target: Seconds; promisedFor: string } | undefined;
  for (const { kind, [objective]: target } of survived) {
    if (target !== undefined && target > (widest?.target ?? -1)) widest = { target, promisedFor: kind };
  }
  return widest ?? { target: own[objective], promisedFor: undefined };
}
