import type { DomainIndex, Seconds, ServiceIndex, Targets } from '../../model/model.js';
import type { Facts } from '../facts.js';
import type { OpenField } from '../judgement.js';

/** Whether one of several hosts can be reached after a loss; `open`: it depends on the fields named. */
export type Reach =
  { readonly outcome: 'reached' | 'lost' } | { readonly outcome: 'open'; readonly missing: readonly OpenField[] };

/** `limit`: how long a host may take to be back; undefined where nobody says. Hosts must not be empty. */
export function reachAfter(facts: Facts, hosts: Targets, loss: DomainIndex, limit: Seconds | undefined): Reach {
  const places = hosts.domains.map((host) => placeAfter(facts, host, loss));
  // A place that is left spares the solution of the loss.
  if (places.some(({ outcome }) => outcome === 'reached')) return { outcome: 'reached' };
  const all = [...places, ...hosts.services.map((host) => serviceAfter(facts, host, loss, limit))];
  if (all.some(({ outcome }) => outcome === 'reached')) return { outcome: 'reached' };
  if (all.every(({ outcome }) => outcome === 'lost')) return { outcome: 'lost' };
  return { outcome: 'open', missing: all.flatMap((one) => (one.outcome === 'open' ? one.missing : [])) };
}

function placeAfter({ model, domainsTaking, kindsAround }: Facts, host: DomainIndex, loss: DomainIndex): Reach {
  if (domainsTaking(host).includes(loss)) return { outcome: 'lost' };
  const kind = model.domains[loss]?.kind ?? '';
  if (kindsAround(host).has(kind)) return { outcome: 'reached' };
  return { outcome: 'open', missing: [{ owner: { type: 'domain', index: host }, path: ['in'] }] };
}

function serviceAfter(facts: Facts, host: ServiceIndex, loss: DomainIndex, limit: Seconds | undefined): Reach {
  const after = facts.returnAfter(loss, host);
  const { ready } = after;
  if (ready.best > (limit ?? Number.MAX_VALUE)) return { outcome: 'lost' };
  return ready.worst <= (limit ?? 0) ? { outcome: 'reached' } : { outcome: 'open', missing: after.missing };
}
