import type { Backup, Seconds, Service } from '../model/model.js';
import type { Range } from './outcome.js';
import { up } from './own-state.js';
import type { RecoveryOption } from './recovery-options.js';
import { best, worst, type Side } from './side.js';
import { lossOfBestCopy } from './staleness.js';
import type { Standing } from './standings.js';

/** What the loss of one service's own data depends on. */
export interface OwnLossInput {
  /** A stateful one. */
  readonly service: Service;
  readonly standing: Standing;
  readonly replicaLost: (at: number, side: Side) => boolean;
  /** Every copy is, or nobody can read them. */
  readonly backupGone: (backup: Backup, side: Side) => boolean;
  /** The options that count. */
  readonly options: readonly RecoveryOption[];
  /** When an option is done; Infinity where it is closed. */
  readonly timeAt: (option: RecoveryOption, side: Side) => Seconds;
  /** Whether it surely finishes in the end, if no other is faster. */
  readonly finishes: (option: RecoveryOption) => boolean;
}

/**
 * The range over every option that may turn out the fastest: those whose best time is not above the least worst time of
 * whatever counts beside it. A restore does not count beside a failover that finishes, and counts where none does: so
 * while that is open, a quick restore is no reason why the failover would not be taken. Going on as before is one of the
 * options where only the worst case has to recover; never coming back is one where nothing surely finishes, and leaves
 * what the best surviving copy holds.
 */
export function ownLoss({
  service,
  standing,
  replicaLost,
  backupGone,
  options,
  timeAt,
  finishes,
}: OwnLossInput): Range {
  const { own, goingOn } = standing;
  if (own[worst].state === up) return goingOn;
  const range = { best: Infinity, worst: -Infinity };
  const add = (seconds: Seconds): void => {
    if (seconds < range.best) range.best = seconds;
    if (seconds > range.worst) range.worst = seconds;
  };
  let counted = false;
  if (own[best].state === up) {
    add(goingOn.best);
    add(goingOn.worst);
    counted = true;
  }
  let besideRestores = Infinity;
  let besideDirect = Infinity;
  let mayDisplace = false;
  for (const option of options) {
    const latest = timeAt(option, worst);
    if (option.via !== 'restore') besideDirect = Math.min(besideDirect, latest);
    if (!isDirect(option)) besideRestores = Math.min(besideRestores, latest);
    else if (timeAt(option, best) < Infinity) mayDisplace = true;
  }
  const besideOthers = mayDisplace ? besideDirect : Math.min(besideRestores, besideDirect);
  for (const option of options) {
    const soonest = timeAt(option, best);
    if (soonest === Infinity || soonest > (option.via === 'restore' ? besideRestores : besideOthers)) continue;
    add(option.loss.best);
    add(option.loss.worst);
    counted = true;
  }
  const kept = (side: Side): Seconds => lossOfBestCopy(service, replicaLost, backupGone, side);
  const isSure = options.some(finishes);
  if (!counted || !isSure) add(kept(best));
  if (!isSure) add(kept(worst));
  return range;
}

/** What displaces a restore once it finishes. */
function isDirect({ via }: RecoveryOption): boolean {
  return via === 'failover' || via === 'rebuild';
}
