import { control, type Pack } from './pack.js';

export const iso27001: Pack = {
  name: 'iso-27001',
  title: 'ISO/IEC 27001:2022 Annex A, continuity, backup and redundancy',
  about:
    'Any organisation. The controls of Annex A that disaster recovery is evidence for. They have no numbers: every threshold is your own, or the default of this tool.',
  severities: {},
  thresholds: [
    {
      of: 'maxAge',
      option: 'drill',
      value: '12mo',
      stricter: 'least',
      source: 'tool default',
      basis: 'the framework has no number',
    },
    {
      of: 'maxAge',
      option: 'restoreTest',
      value: '12mo',
      stricter: 'least',
      source: 'tool default',
      basis: 'the framework has no number',
    },
    {
      of: 'maxAge',
      option: 'review',
      value: '12mo',
      stricter: 'least',
      source: 'tool default',
      basis: 'the framework has no number',
    },
    {
      of: 'drill-too-shallow',
      option: 'least',
      value: 'functional',
      stricter: ['tabletop', 'functional', 'switchover', 'full'],
      source: 'tool default',
      basis: 'the framework has no number',
    },
  ],
  controls: [
    control('ISO/IEC 27001:2022 A.5.29', 'Keep information security at its level during a disruption', [], {
      onlyGaps: true,
    }),
    control(
      'ISO/IEC 27001:2022 A.5.30',
      'Plan, put in place and test readiness against continuity objectives',
      [
        'objective-missing',
        'objective-unknown',
        'drill-missing',
        'drill-stale',
        'drill-outdated-by-change',
        'drill-missed-objective',
        'rto-broken',
        'rpo-broken',
        'circular-recovery',
        'recovery-tool-in-blast-radius',
      ],
      { needs: ['dependencies-unstated', 'data-unstated'] },
    ),
    control(
      'ISO/IEC 27001:2022 A.8.13',
      'Keep backups of data, software and systems, and test them',
      ['backup-missing', 'backup-never-restored', 'backup-with-primary', 'backup-mutable'],
      { needs: ['data-unstated'] },
    ),
    control(
      'ISO/IEC 27001:2022 A.8.14',
      'Have enough redundancy for the availability that is needed',
      [
        'single-location',
        'weak-link',
        'copies-share-building',
        'copies-share-domain',
        'quorum-lost-with-one-domain',
        'facility-class-low',
        'facility-class-unproven',
      ],
      { needs: ['location-unproven'] },
    ),
    control(
      'ISO/IEC 27001:2022 A.5.22',
      'Follow changes in what suppliers deliver',
      ['supplier-evidence-stale', 'supplier-agreement-weak'],
      { needs: ['supplier-missing'], onlyGaps: true },
    ),
    control('ISO/IEC 27001:2022 A.5.37', 'Have written operating procedures', [
      'recovery-steps-missing',
      'runbook-stale',
      'plan-missing',
      'service-without-plan',
    ]),
    control(
      'ISO/IEC 27001:2022 A.7.5',
      'Protect against physical and environmental threats',
      [
        'fire-uncontained',
        'hazard-unprotected',
        'copies-share-building',
        'copies-share-domain',
        'facility-class-unproven',
      ],
      { needs: ['location-unproven'] },
    ),
    control('ISO/IEC 27001:2022 A.7.11', 'Protect against failures of utilities', [
      'backup-power-missing',
      'single-power-path',
      'utility-test-stale',
    ]),
    control('ISO/IEC 27001:2022 A.8.6', 'Watch and adjust capacity', [
      'survivors-lack-capacity',
      'site-overcommitted-after-failover',
    ]),
  ],
};
