import type { Backup, Seconds, Service } from '../model/model.js';
import type { Range } from './outcome.js';
import { isServing, up, type StateCode } from './own-state.js';
import type { RecoveryOption } from './recovery-options.js';
import { best, worst, type Side } from './side.js';
import { lossGoingOn, lossOfBestCopy } from './staleness.js';

/** What the loss of one service's own data depends on. */
export interface OwnLossInput {
  readonly service: Service;
  readonly states: readonly [StateCode, StateCode];
  readonly replicaLost: (at: number, side: Side) => boolean;
  readonly backupLost: (backup: Backup, side: Side) => boolean;
  /** The options that count. */
  readonly options: readonly RecoveryOption[];
  /** When an option is done; Infinity where it is closed. */
  readonly timeAt: (option: RecoveryOption, side: Side) => Seconds;
}

/**
 * The range over every option that may turn out the fastest: those whose best time is not above the least worst time.
 * Going on as before is one of them where only the worst case has to recover; never coming back is one where nothing
 * surely finishes, and leaves what the best surviving copy holds.
 */
export function ownLoss({ service, states, replicaLost, backupLost, options, timeAt }: OwnLossInput): Range {
  if (!service.stateful) return nothing;
  const goingOn = (alive: Side, lag: Side): Seconds => {
    const lost = (at: number): boolean => replicaLost(at, alive);
    return service.replicas.some((replica, at) => isServing(replica) && lost(at)) ? lossGoingOn(service, lost, lag) : 0;
  };
  if (states[worst] === up) return rangeOf([goingOn(best, best), goingOn(worst, worst)]);
  const losses: Seconds[] = states[best] === up ? [goingOn(best, best), goingOn(best, worst)] : [];
  let sure = Infinity;
  for (const option of options) sure = Math.min(sure, timeAt(option, worst));
  for (const option of options) {
    const soonest = timeAt(option, best);
    if (soonest < Infinity && soonest <= sure) losses.push(option.loss.best, option.loss.worst);
  }
  const kept = (side: Side): Seconds => lossOfBestCopy(service, replicaLost, backupLost, side);
  if (losses.length === 0) losses.push(kept(best));
  if (sure === Infinity) losses.push(kept(worst));
  return rangeOf(losses);
}

const nothing: Range = { best: 0, worst: 0 };

function rangeOf(losses: readonly Seconds[]): Range {
  return { best: Math.min(...losses), worst: Math.max(...losses) };
}
