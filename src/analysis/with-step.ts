import type { Model, Seconds, Service, ServiceIndex } from '../model/model.js';

/** Steps of a recovery whose time one can plan for. */
export type PlannedPhase =
  'detect' | 'decide' | 'execute' | 'startup' | 'rebuild' | 'prepare' | 'transfer' | 'restart' | 'redirect' | 'verify';

/** The same inventory with one step of one service taking this long; all its standbys, or backups, alike. */
export function withStep(model: Model, service: ServiceIndex, phase: PlannedPhase, seconds: Seconds): Model {
  return {
    ...model,
    services: model.services.map((one) => (one.index === service ? changed(one, phase, seconds) : one)),
  };
}

function changed(service: Service, phase: PlannedPhase, seconds: Seconds): Service {
  const { recovery, replicas, backups } = service;
  switch (phase) {
    case 'startup':
      return { ...service, replicas: replicas.map((replica) => ({ ...replica, startup: seconds })) };
    case 'transfer':
    case 'prepare': {
      const field = phase === 'transfer' ? 'time' : 'prepare';
      return {
        ...service,
        backups: backups?.map((backup) => ({ ...backup, restore: { ...backup.restore, [field]: seconds } })),
      };
    }
    case 'restart':
      return { ...service, recovery: { ...recovery, restart: { takes: seconds } } };
    case 'rebuild':
      return recovery.rebuild === undefined
        ? service
        : { ...service, recovery: { ...recovery, rebuild: { ...recovery.rebuild, takes: seconds } } };
    default:
      return { ...service, recovery: { ...recovery, [phase]: seconds } };
  }
}
