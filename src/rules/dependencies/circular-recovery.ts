import { tellCycle } from '../../narrative/tell-derivation.js';
import { tellRootCause } from '../../narrative/tell-root-cause.js';
import { defineRule } from '../rule.js';

export const circularRecovery = defineRule({
  id: 'circular-recovery',
  group: 'dependencies',
  on: 'service',
  severity: 'critical',
  summary: 'Services that each wait for the other before they can be recovered',
  why: 'Each step of the runbook is right and none can be the first. In October 2021 Roblox was down for 73 hours, partly because the monitoring it needed ran on the system that had failed.',
  fix: 'Break one wait: a copy that survives, a way to start without the tool (`uses` without it), or a second provider (`anyOf`).',
  references: [
    { title: 'Roblox, return to service 10/28-10/31 2021', url: 'https://blog.roblox.com/2022/01/roblox-return-to-service-10-28-10-31-2021/' },
  ],
  controls: ['NIST SP 800-53 CP-10', 'Commission Implementing Regulation (EU) 2024/2690 Annex 4.1.2(e)', 'ISO/IEC 27001:2022 A.5.30'],
  supersedes: ['weak-link', 'recovery-tool-in-blast-radius', 'single-location', 'copies-share-building', 'copies-share-domain'],
  // The circle is one finding, on its first member.
  applies: ({ index }, { rootCauseOf }) => {
    const cause = rootCauseOf(index);
    return cause !== undefined && cause.circular && cause.culprits[0] === index;
  },
  *check(service, { model, rootCauseOf }) {
    const cause = rootCauseOf(service.index);
    if (cause === undefined) return;
    const domain = model.domains[cause.domain]?.id ?? '';
    yield {
      outcome: 'fail',
      message: `after the loss of ${domain} nothing in this circle can be recovered first: ${tellCycle(model, cause.culprits)}`,
      detail: [...cause.culprits.map((index) => model.services[index]?.id ?? ''), domain].join(' '),
      spots: [
        { at: model.origin(service.index, ['recovery', 'uses']).place, label: `${service.id} waits here` },
        ...cause.culprits.slice(1, 3).map((index) => ({
          at: model.origin(index, ['recovery', 'uses']).place,
          label: `${model.services[index]?.id ?? ''} waits here`,
        })),
        { at: model.place({ type: 'domain', index: cause.domain }), label: `lost with ${domain}` },
      ],
      hurts: cause.blocked,
      because: tellRootCause(model, cause),
    };
  },
});
