import type { KnownPromise } from './baseline.js';

/** What a baseline looks at of a promise. */
interface Promised extends Pick<KnownPromise, 'service' | 'kind' | 'objective'> {
  readonly verdict: 'kept' | 'broken' | 'unknown' | 'not-applicable';
}

/** Those that do not hold, or of which nobody can know. */
export function unkeptPromises(promises: readonly Promised[]): readonly KnownPromise[] {
  return promises.flatMap(({ service, kind, objective, verdict }) =>
    verdict === 'broken' || verdict === 'unknown' ? [{ service, kind, objective, verdict }] : [],
  );
}

/**
 * The promises of a baseline that still do not hold, each as it stands now where that is better. `now`: all that do not
 * hold today.
 */
export function prunedPromises(known: readonly KnownPromise[], now: readonly KnownPromise[]): readonly KnownPromise[] {
  const today = new Map(now.map((promise) => [keyOf(promise), promise]));
  return known.flatMap((promise) => {
    const found = today.get(keyOf(promise));
    return found === undefined ? [] : promise.verdict === 'unknown' ? [promise] : [found];
  });
}

function keyOf({ service, kind, objective }: KnownPromise): string {
  return [service, kind, objective].join('\t');
}
