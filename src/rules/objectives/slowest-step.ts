import type { Culprit } from '../../analysis/missed-promises.js';
import type { Term } from '../../analysis/outcome.js';
import type { DomainIndex, Model } from '../../model/model.js';
import type { KeyPath } from '../../place.js';
import { formatDuration } from '../../units/duration.js';
import { transferPath } from '../transfer-path.js';
import type { Spot } from '../judgement.js';

/** The line that says how long the longest step of a recovery takes; `undefined` where there is no recovery. */
export function slowestStep(model: Model, culprit: Culprit, domain: DomainIndex): Spot | undefined {
  const service = model.services[culprit.service];
  const steps = culprit.derivation.terms.filter(({ phase }) => phase !== 'wait-for');
  const [slowest] = steps.toSorted((a, b) => b.seconds - a.seconds);
  if (service === undefined || slowest === undefined) return undefined;
  const label = `longest step: ${slowest.phase} ${formatDuration(slowest.seconds)}`;
  if (slowest.phase === 'outage') return { at: model.place({ type: 'domain', index: domain }, ['lasts']), label };
  return { at: model.origin(service.index, pathOf(culprit, slowest)).place, label };
}

function pathOf({ remains, derivation: { backup } }: Culprit, { phase, seconds }: Term): KeyPath {
  if (phase === 'startup') {
    const started = remains.surviving.find(({ startup }) => startup === seconds);
    return ['replicas', started?.position ?? 0, 'startup'];
  }
  if (phase === 'rebuild') return ['recovery', 'rebuild', 'takes'];
  if (backup !== undefined && phase === 'transfer') return transferPath(backup);
  if (backup !== undefined && phase === 'prepare') return ['backups', backup.id, 'restore', 'prepare'];
  return ['recovery', phase];
}
