import { oraclePromises } from './oracle-promises.js';
import { oracleSimulate } from './oracle-simulate.js';
import type { Solver } from './solver.js';

/**
 * A slow second answer to "what does this loss do", made from the published semantics alone: one function per paragraph
 * with the paragraph's words above it. It shares no code with the engine, reads the plain inventory for itself, and
 * iterates whole sets until nothing changes.
 *
 * Where the words leave a choice, this is what was chosen.
 *
 * Reading the inventory
 * - `unknown` at a service hides what its tier or the defaults say.
 * - A service whose replicas are all planned has none, and what it says to fail with is not known to be all.
 *   Whether a service holds data is read from planned replicas and backups too.
 * - A planned member leaves its `allOf`; a group without members goes.
 * - A choice with one member is a plain dependency. A dependency of unknown kind is hard.
 * - `replication: none` on a replica also makes a service stateful: somebody thought about its data.
 *
 * Lost, and unknown places
 * - A place left out is lost in the pessimistic solution of every event, whatever the event loses.
 * - "X loses a domain of kind K" is said of the domains that X names, not of what they take with them: losing a region
 *   does not make one doubt every place whose rack is not stated.
 * - What is "above or beside" a replica: its place, its own and its service's `failsWith`, and all that these stand on,
 *   members of groups included. A place of kind K is its own domain of kind K.
 * - A service without replicas that states its `failsWith` has no unknown place.
 * - Corruption: `immutable` or `offline` left out may be true. An account left out on one side only is as unknown as on
 *   both. A backup shares an account if any of its copies does.
 *
 * State
 * - Degraded asks for the first half of being fine: votes, or a primary, or an active.
 * - A choice of hard dependencies is as good as its best member: it degrades only when no member is up.
 *
 * Recovery
 * - `promotable` is asked of replicas only, as written; a standby is always something to fail over to.
 * - A replica without data (`replication: none`) is no more promotable in a stateful service than a standby is.
 * - Of candidates with one startup the freshest is taken first, then the largest: so that order in a file means nothing.
 * - A promoted standby votes 1, or what it votes already if that is more.
 * - Capacity in a failover: what serves and survives, and what is taken, each left out as among serving replicas.
 * - An event that names no domain has no end of its own: no waiting, unless the event says `lasts`.
 * - Data that a service does not have cannot be lost: a stateless service may be restored, with a loss of 0.
 * - Whether a failover "surely finishes" may hang on the restores of others, which hang on the failovers of others again.
 *   Where the two bite each other's tail the failover does not finish surely, and the restore counts.
 * - A loss where only the pessimistic solution has a recovery: the range over going on and over the options. Where
 *   nothing surely finishes, never is among the options, with the loss of the best copy.
 * - A failover may turn out to take what either solution takes: its loss is the range over both.
 * - "Best surviving copy" includes backups that survive, restorable or not.
 *
 * Limits of places
 * - A copy counts with its share of the `demand`, all copies in a place with the whole at most; unknown demand counts nothing.
 * - Optimistic: in the way is only what surely runs. Pessimistic: all that may run, and all that may fail over to there.
 * - A location within a limited one is limited by it.
 *
 * Ready
 * - A circle of healthy services is ready at 0 also where it closes through an `anyOf`.
 * - `via` is the service's own recovery: `none` for one that only waits for a dependency, even for ever.
 *
 * Promises
 * - There is one where there is a target. What touches a service touches a replica of it, or the service if it has none;
 *   what only holds its backups does not.
 */
export const oracle: Solver = { name: 'oracle', simulate: oracleSimulate, promises: oraclePromises };
