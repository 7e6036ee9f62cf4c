import { control, type Control } from './pack.js';

/** Of the regulation itself. */
export const doraControls: readonly Control[] = [
  control(
    'DORA Art. 5(2)(e)',
    'The management body approves and reviews the continuity policy',
    ['plan-unapproved', 'plan-unowned', 'plan-stale'],
    { needs: ['plan-missing'] },
  ),
  control(
    'DORA Art. 6(5)',
    'Review the risk framework at least yearly',
    ['plan-stale', 'waiver-expired', 'waiver-too-broad'],
    { needs: ['plan-missing'] },
  ),
  control('DORA Art. 7(c)', 'Have capacity for peaks', [
    'survivors-lack-capacity',
    'site-overcommitted-after-failover',
  ]),
  control('DORA Art. 8(1)', 'Classify functions and the assets that carry them', [
    'criticality-missing',
    'tier-inversion',
    'inventory-stale',
    'bia-stale',
    'data-unstated',
  ]),
  control(
    'DORA Art. 8(4)',
    'Map links and dependencies',
    ['supplier-missing', 'dependencies-unstated', 'dependency-slower-than-service', 'location-unproven'],
    { needs: ['objective-unknown', 'kind-misspelt', 'objective-missing'] },
  ),
  control('DORA Art. 8(5)', 'Know which processes depend on providers', [
    'supplier-missing',
    'dependencies-unstated',
    'external-concentration',
  ]),
  control('DORA Art. 8(6)', 'Keep the inventories current', ['inventory-stale']),
  control(
    'DORA Art. 10(1)',
    'Detect anomalies and material single points of failure',
    [
      'weak-link',
      'single-location',
      'monitoring-in-blast-radius',
      'status-page-in-blast-radius',
      'manual-failover-exceeds-rto',
    ],
    {
      needs: ['location-unproven', 'objective-unknown', 'kind-misspelt', 'objective-missing', 'dependencies-unstated'],
    },
  ),
  control('DORA Art. 11(3)', 'Have response and recovery plans, independently reviewed', [
    'recovery-steps-missing',
    'runbook-stale',
    'plan-missing',
    'service-without-plan',
    'independent-review-missing',
  ]),
  control('DORA Art. 11(4)', 'Include what is outsourced in the plans and test it', ['supplier-evidence-stale'], {
    needs: ['supplier-missing'],
  }),
  control(
    'DORA Art. 11(5)',
    'Analyse business impact; make critical components redundant',
    [
      'bia-missing',
      'bia-stale',
      'copies-share-building',
      'copies-share-domain',
      'sites-share-domain',
      'single-location',
      'dependency-slower-than-service',
      'supplier-slower-than-service',
      'weak-link',
    ],
    {
      needs: [
        'location-unproven',
        'objective-unknown',
        'kind-misspelt',
        'objective-missing',
        'dependencies-unstated',
        'supplier-missing',
      ],
    },
  ),
  control(
    'DORA Art. 11(6)(a)',
    'Test the continuity and recovery plans at least yearly and on substantive change',
    ['drill-missing', 'drill-stale', 'drill-outdated-by-change', 'plan-unexercised'],
    { needs: ['plan-missing'] },
  ),
  control('DORA Art. 11(6)(b)', 'Test crisis communication', ['crisis-channel-untested'], { needs: ['plan-missing'] }),
  control('DORA Art. 11(8)', 'Keep records of activities before and during a disruption', ['evidence-missing'], {
    needs: ['drill-missing'],
  }),
  control(
    'DORA Art. 12(1)',
    'Define what is backed up and how often, by criticality',
    ['backup-missing', 'backup-interval-exceeds-rpo', 'backup-retention-short'],
    { needs: ['data-unstated', 'objective-unknown', 'kind-misspelt', 'objective-missing'] },
  ),
  control(
    'DORA Art. 12(2)',
    'Have backup systems that can be activated, and test backup and restore',
    ['backup-never-restored'],
    { needs: ['backup-missing'] },
  ),
  control(
    'DORA Art. 12(3)',
    'Restore on systems separated, physically and logically, from the source',
    ['backup-same-authority', 'backup-mutable', 'backup-with-primary'],
    { needs: ['backup-missing'] },
  ),
  control(
    'DORA Art. 12(4)',
    'Keep redundant capacity (microenterprises: as needed)',
    [
      'single-location',
      'weak-link',
      'survivors-lack-capacity',
      'site-overcommitted-after-failover',
      'copies-share-building',
      'copies-share-domain',
      'sites-share-domain',
      'quorum-lost-with-one-domain',
      'recovery-tool-in-blast-radius',
    ],
    { needs: ['location-unproven', 'objective-unknown', 'kind-misspelt'] },
  ),
  control(
    'DORA Art. 12(6)',
    'Set recovery time and point for each function, and meet them in extreme scenarios',
    [
      'objective-missing',
      'objective-unknown',
      'rto-broken',
      'rpo-broken',
      'drill-missed-objective',
      'rto-rpo-need-different-options',
    ],
    { needs: ['dependencies-unstated', 'data-unstated', 'drill-missing'] },
  ),
  control('DORA Art. 12(7)', 'Check and reconcile after a recovery', []),
  control('DORA Art. 13(2)', 'Review after incidents', ['drill-finding-open'], { needs: ['drill-missing'] }),
  control(
    'DORA Art. 14',
    'Have a communication policy and plans',
    ['crisis-audience-missing', 'crisis-channel-missing', 'crisis-channel-in-blast-radius', 'crisis-channel-untested'],
    { needs: ['plan-missing'], onlyGaps: true },
  ),
  control('DORA Art. 19', 'Report major incidents within the deadlines', ['report-duty-at-risk']),
  control('DORA Art. 24(1)', 'Have a test programme', ['drill-missing', 'drill-stale', 'drill-outdated-by-change'], {
    onlyGaps: true,
  }),
  control('DORA Art. 24(4)', 'Have tests done by independent parties', ['independent-review-missing']),
  control('DORA Art. 24(5)', 'Put right what tests find', ['drill-failed', 'drill-finding-open'], {
    needs: ['drill-missing'],
  }),
  control('DORA Art. 24(6)', 'Test the systems of critical functions at least yearly', [
    'drill-missing',
    'drill-stale',
    'drill-outdated-by-change',
  ]),
  control(
    'DORA Art. 25(1)',
    'Use several kinds of test, among them scenarios and end-to-end',
    ['drill-missing', 'drill-too-shallow', 'drill-too-narrow'],
    { onlyGaps: true },
  ),
  control('DORA Art. 28(8)', 'Have exit strategies for providers of critical functions', ['supplier-exit-missing'], {
    needs: ['supplier-missing'],
  }),
  control(
    'DORA Art. 29(1)',
    'Know how far providers are concentrated and can be replaced',
    ['external-concentration'],
    { needs: ['supplier-missing', 'dependencies-unstated'] },
  ),
  control('DORA Art. 30(2)(b)', 'Agree with providers where data are processed', ['data-outside-countries']),
  control(
    'DORA Art. 30(3)(c)',
    'Agree that providers have continuity plans and test them',
    ['supplier-evidence-stale', 'supplier-agreement-weak'],
    { needs: ['supplier-missing'] },
  ),
];
