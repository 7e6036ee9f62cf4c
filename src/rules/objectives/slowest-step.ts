import type { Culprit } from '../../analysis/missed-promises.js';
import type { Term } from '../../analysis/outcome.js';
import type { DomainIndex, Model, Service } from '../../model/model.js';
import type { KeyPath } from '../../place.js';
import { formatDuration } from '../../units/duration.js';
import type { Spot } from '../judgement.js';

/** The line that says how long the longest step of a recovery takes; `undefined` where there is no recovery. */
export function slowestStep(model: Model, culprit: Culprit, domain: DomainIndex): Spot | undefined {
  const service = model.services[culprit.service];
  const steps = culprit.derivation.terms.filter(({ phase }) => phase !== 'wait-for');
  const [slowest] = steps.toSorted((a, b) => b.seconds - a.seconds);
  if (service === undefined || slowest === undefined) return undefined;
  const label = `longest step: ${slowest.phase} ${formatDuration(slowest.seconds)}`;
  if (slowest.phase === 'outage') return { at: model.place({ type: 'domain', index: domain }, ['lasts']), label };
  return { at: model.origin(service.index, pathOf(service, culprit, slowest)).place, label };
}

function pathOf(service: Service, { remains }: Culprit, { phase, seconds }: Term): KeyPath {
  if (phase === 'startup') {
    const started = remains.surviving.find(({ startup }) => startup === seconds);
    return ['replicas', started?.position ?? 0, 'startup'];
  }
  if (phase === 'rebuild') return ['recovery', 'rebuild', 'takes'];
  if (phase !== 'transfer' && phase !== 'prepare') return ['recovery', phase];
  if (phase === 'prepare') {
    const prepared = service.backups?.find(({ restore }) => restore.prepare === seconds);
    return ['backups', prepared?.id ?? '', 'restore', 'prepare'];
  }
  const size = service.data === 'none' ? undefined : service.data?.size;
  const restored = (service.backups ?? []).find(({ restore: { time, rate } }) =>
    time === undefined ? size !== undefined && rate !== undefined && size / rate === seconds : time === seconds,
  );
  return ['backups', restored?.id ?? '', 'restore', restored?.restore.time === undefined ? 'rate' : 'time'];
}
