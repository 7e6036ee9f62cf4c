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
  const range = { best: Infinity, worst: -Infinity };
  const add = (seconds: Seconds): void => {
    if (seconds < range.best) range.best = seconds;
    if (seconds > range.worst) range.worst = seconds;
  };
  if (states[worst] === up) {
    add(goingOn(best, best));
    add(goingOn(worst, worst));
    return range;
  }
  let counted = 0;
  if (states[best] === up) {
    add(goingOn(best, best));
    add(goingOn(best, worst));
    counted += 1;
  }
  let sure = Infinity;
  for (const option of options) sure = Math.min(sure, timeAt(option, worst));
  for (const option of options) {
    const soonest = timeAt(option, best);
    if (soonest === Infinity || soonest > sure) continue;
    add(option.loss.best);
    add(option.loss.worst);
    counted += 1;
  }
  const kept = (side: Side): Seconds => lossOfBestCopy(service, replicaLost, backupLost, side);
  if (counted === 0) add(kept(best));
  if (sure === Infinity) add(kept(worst));
  return range;
}

const nothing: Range = { best: 0, worst: 0 };
