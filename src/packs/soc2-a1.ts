import { control, type Pack } from './pack.js';

export const soc2A1: Pack = {
  name: 'soc2-a1',
  title: 'SOC 2, availability criteria (A1) and those beside them',
  about:
    'Service organisations that are examined against the trust services criteria. The criteria have no numbers; auditors expect tests every year.',
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
      of: 'copies-too-close',
      option: 'minimum',
      value: '10km',
      stricter: 'most',
      source: 'tool default',
      basis: 'the point of focus says a sufficient distance, without a number',
    },
  ],
  controls: [
    control('SOC 2 A1.1', 'Measure and forecast capacity, also with a component lost', [
      'survivors-lack-capacity',
      'site-overcommitted-after-failover',
    ]),
    control(
      'SOC 2 A1.2',
      'Protect the environment, back up, keep copies away, have an alternate infrastructure',
      [
        'single-location',
        'weak-link',
        'backup-missing',
        'backup-with-primary',
        'backup-mutable',
        'fire-uncontained',
        'hazard-unprotected',
        'backup-power-missing',
        'utility-test-stale',
      ],
      { needs: ['location-unproven', 'data-unstated'] },
    ),
    control(
      'SOC 2 A1.3',
      'Test recovery, and that backups are whole',
      [
        'drill-missing',
        'drill-stale',
        'drill-outdated-by-change',
        'plan-unexercised',
        'backup-never-restored',
        'drill-missed-objective',
        'recovery-role-untrained',
        'recovery-role-unfilled',
      ],
      { needs: ['plan-missing', 'backup-missing'] },
    ),
    control('SOC 2 CC7.5', 'Recover from incidents, test it and improve', [
      'drill-finding-open',
      'drill-missing',
      'drill-stale',
      'drill-outdated-by-change',
    ]),
    control(
      'SOC 2 CC9.1',
      'Mitigate the risks of business disruption',
      ['weak-link', 'single-location', 'rto-broken', 'rpo-broken'],
      {
        needs: [
          'location-unproven',
          'objective-unknown',
          'kind-misspelt',
          'kind-unstated',
          'objective-missing',
          'dependencies-unstated',
          'data-unstated',
        ],
      },
    ),
    control(
      'SOC 2 CC9.2',
      'Manage the risks of vendors',
      ['supplier-evidence-stale', 'supplier-agreement-weak', 'external-concentration'],
      { needs: ['supplier-missing', 'dependencies-unstated'] },
    ),
  ],
};
