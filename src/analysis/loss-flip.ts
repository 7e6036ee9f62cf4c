import type { Model, Seconds, Service, ServiceIndex } from '../model/model.js';
import type { LossEvent } from './loss-event.js';
import { worst } from './side.js';
import { createSolver, type Solver } from './solver.js';

/** The most that one field may be for no more data to be lost than promised, everything else as it is. */
export interface LossFlip {
  /** The lag of the service's copies, or the time from one backup to the next. */
  readonly field: 'lag' | 'every';
  /** Seconds. */
  readonly limit: Seconds;
}

/**
 * The fields of a service that decide whether its RPO is surely met, each with its limit; all its copies, or all its
 * backups, alike. Worked out from the target and tried: at the limit it is met, a second later it is not.
 */
export function lossFlips(
  { model }: Solver,
  event: LossEvent,
  index: ServiceIndex,
  target: Seconds,
): readonly LossFlip[] {
  const service = model.services[index];
  if (service === undefined) return [];
  const meets = (field: LossFlip['field'], seconds: Seconds): boolean => {
    const solver = createSolver(withField(model, index, field, seconds));
    const solution = solver.solve(event);
    return solution.lossOf(index, worst) <= target;
  };
  const slowest = Math.max(0, ...(service.backups ?? []).map(({ takes }) => takes ?? 0));
  const limits = { lag: target, every: target - slowest } as const;
  return (['lag', 'every'] as const).flatMap((field) => {
    const limit = limits[field];
    return limit >= 0 && meets(field, limit) && !meets(field, limit + 1) ? [{ field, limit }] : [];
  });
}

function withField(model: Model, index: ServiceIndex, field: LossFlip['field'], seconds: Seconds): Model {
  const changed = ({ replicas, backups, ...rest }: Service): Service => ({
    ...rest,
    replicas: field === 'lag' ? replicas.map((replica) => ({ ...replica, lag: seconds })) : replicas,
    backups: field === 'every' ? backups?.map((backup) => ({ ...backup, every: seconds })) : backups,
  });
  return { ...model, services: model.services.map((one) => (one.index === index ? changed(one) : one)) };
}
