import type { Derivation, Obstacle } from '../analysis/outcome.js';
import type { Model, Service } from '../model/model.js';
import { optionWords, tellObstacle } from './tell-derivation.js';

/** Why a service has no way back of its own, without its name: what is missing before what is closed. */
export function tellHopeless(model: Model, service: Service, { obstacles }: Derivation): string {
  const missing = [...new Set(obstacles.flatMap((obstacle) => missingWords(service, obstacle)))];
  const noBackup = service.stateful && !obstacles.some(({ option }) => option === 'restore') ? ['no backup'] : [];
  const closed = obstacles
    .filter(({ reason }) => reason !== 'none-declared')
    .map((obstacle) => `${optionWords[obstacle.option]}: ${tellObstacle(model, obstacle)}`);
  const reasons = [[...missing, ...noBackup].join(', '), ...new Set(closed)].filter((reason) => reason !== '');
  return reasons.length === 0 ? 'nothing is declared that would bring it back' : reasons.join('; ');
}

/** What is not declared; a rebuild is none where data would have to be restored. */
function missingWords({ stateful }: Service, { option, reason }: Obstacle): readonly string[] {
  if (reason !== 'none-declared' || (option === 'rebuild' && stateful)) return [];
  return [{ failover: 'no standby', rebuild: 'no rebuild', restore: 'no backup', wait: 'no end of the loss' }[option]];
}
