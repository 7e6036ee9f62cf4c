import type { Seconds, Service } from '../model/model.js';
import type { Range } from './outcome.js';
import { isServing, votesNeeded, votesOf } from './own-state.js';
import { best, worst, type Side } from './side.js';
import { holdsData, replicaStaleness } from './staleness.js';

const nothing: Range = { best: 0, worst: 0 };

/**
 * Data that a stateful service lacks where it goes on without some of its serving copies; nothing where none of these
 * is lost, or a majority agreed on everything. At best what may survive does. Which of the copies in doubt survive is another
 * question for each: at worst it goes on with the one that is furthest behind, beside those that surely survive.
 */
export function lossOfGoingOn(service: Service, lost: (at: number, side: Side) => boolean): Range {
  const { replicas } = service;
  if (hasAgreed(service)) return nothing;
  let lostAtBest = 0;
  let lostAtWorst = 0;
  let freshestAtBest = Infinity;
  // Of the copies that surely survive.
  let freshestSure = Infinity;
  const hasPrimary = replicas.some(({ role }) => role === 'primary');
  for (const [at, replica] of replicas.entries()) {
    if (isServing(replica)) {
      lostAtBest += Number(lost(at, best));
      lostAtWorst += Number(lost(at, worst));
    }
    if (!holdsData(replica) || lost(at, best)) continue;
    freshestAtBest = Math.min(freshestAtBest, replicaStaleness(replica, best));
    if (!lost(at, worst)) freshestSure = Math.min(freshestSure, replicaStaleness(replica, worst));
  }
  if (lostAtWorst === 0) return nothing;
  let most: Seconds = 0;
  for (const [at, replica] of replicas.entries()) {
    if (!isServing(replica) || lost(at, best) || (hasPrimary && replica.role !== 'primary')) continue;
    // Where no other may go, none does in a loss that this one survives.
    if (lostAtWorst === Number(lost(at, worst))) continue;
    const behind = holdsData(replica) ? replicaStaleness(replica, worst) : Infinity;
    most = Math.max(most, Math.min(behind, freshestSure));
  }
  const least = lostAtBest === 0 ? 0 : freshestAtBest;
  return { best: least, worst: Math.max(least, most) };
}

/** What goes on has the votes of more than half: then whatever was confirmed is known to one of them. */
function hasAgreed(service: Service): boolean {
  if (service.quorum === undefined) return false;
  return 2 * votesNeeded(service) > service.replicas.reduce((sum, replica) => sum + votesOf(replica), 0);
}
