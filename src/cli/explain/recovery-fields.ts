import type { Recovery } from '../../model/model.js';
import type { EffectiveField, Wording } from './effective-field.js';

export function recoveryFields(
  recovery: Recovery,
  { duration, domains, services }: Wording,
): readonly EffectiveField[] {
  const { rebuild, runbook } = recovery;
  const fields = {
    mode: recovery.mode,
    detect: duration(recovery.detect),
    decide: duration(recovery.decide),
    execute: duration(recovery.execute),
    redirect: duration(recovery.redirect),
    verify: duration(recovery.verify),
    uses: services(recovery.uses),
  };
  return [
    ...Object.entries(fields).map(([field, text]) => ({ path: ['recovery', field], text })),
    { path: ['recovery', 'rebuild', 'to'], text: domains(rebuild?.to) },
    { path: ['recovery', 'rebuild', 'takes'], text: duration(rebuild?.takes) },
    { path: ['recovery', 'restart'], text: duration(recovery.restart?.takes) },
    { path: ['recovery', 'runbook', 'url'], text: runbook?.url },
    { path: ['recovery', 'runbook', 'reviewed'], text: runbook?.reviewed },
    {
      path: ['recovery', 'runbook', 'hostedOn'],
      text: runbook?.hostedOn === undefined ? undefined : targetNames(runbook.hostedOn, { domains, services }),
    },
  ];
}

function targetNames(
  targets: { readonly domains: readonly number[]; readonly services: readonly number[] },
  { domains, services }: Pick<Wording, 'domains' | 'services'>,
): string {
  const named = [
    ...(targets.domains.length === 0 ? [] : [domains(targets.domains)]),
    ...(targets.services.length === 0 ? [] : [services(targets.services)]),
  ];
  return named.join(', ');
}
