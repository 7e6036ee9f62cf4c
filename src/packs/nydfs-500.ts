import { control, type Pack } from './pack.js';

export const nydfs500: Pack = {
  name: 'nydfs-500',
  title: '23 NYCRR Part 500, business continuity and disaster recovery',
  about: 'Entities licensed by the New York Department of Financial Services.',
  severities: {
    'drill-missing': 'high',
    'drill-stale': 'high',
    'backup-never-restored': 'high',
    'backup-mutable': 'high',
  },
  thresholds: [
    {
      of: 'maxAge',
      option: 'drill',
      value: '12mo',
      stricter: 'least',
      source: 'statute',
      basis: '500.16(d)(1): at least yearly',
    },
    {
      of: 'maxAge',
      option: 'restoreTest',
      value: '12mo',
      stricter: 'least',
      source: 'statute',
      basis: '500.16(d)(2): at least yearly',
    },
  ],
  controls: [
    control('NYDFS 500.13(a)(1)', 'Keep an asset inventory with owner, location, classification and recovery time', [
      'owner-missing',
      'owner-unlisted',
      'objective-missing',
      'objective-unknown',
      'inventory-stale',
      'location-unproven',
    ]),
    control('NYDFS 500.13(a)(2)', 'Say how often the inventory is updated and validated', ['inventory-stale']),
    control('NYDFS 500.16(a)(2)(i)', 'Know what is essential for continued operations', [
      'criticality-missing',
      'tier-inversion',
    ]),
    control(
      'NYDFS 500.16(a)(2)(ii)',
      'Name who is responsible for carrying out the plan',
      ['recovery-role-unfilled', 'deputy-shares-building', 'owner-missing', 'owner-unlisted'],
      { needs: ['plan-missing'] },
    ),
    control(
      'NYDFS 500.16(a)(2)(iii)',
      'Plan communication with those concerned',
      [
        'crisis-audience-missing',
        'crisis-channel-missing',
        'crisis-channel-in-blast-radius',
        'crisis-channel-untested',
      ],
      { needs: ['plan-missing'] },
    ),
    control(
      'NYDFS 500.16(a)(2)(iv)',
      'Have procedures to recover critical data and systems in time',
      ['recovery-steps-missing', 'runbook-stale', 'plan-missing', 'service-without-plan', 'rto-broken', 'rpo-broken'],
      {
        needs: [
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
      'NYDFS 500.16(a)(2)(v)',
      'Back up often enough and keep copies off-site',
      ['backup-missing', 'backup-interval-exceeds-rpo', 'backup-with-primary'],
      { needs: ['data-unstated', 'objective-unknown', 'kind-misspelt', 'kind-unstated', 'objective-missing'] },
    ),
    control('NYDFS 500.16(a)(2)(vi)', 'Know the third parties needed', ['supplier-missing', 'dependencies-unstated']),
    control(
      'NYDFS 500.16(b)',
      'Keep the plans within reach during the event',
      ['plan-in-blast-radius', 'runbook-in-blast-radius', 'recovery-tool-in-blast-radius'],
      { needs: ['plan-missing', 'objective-unknown', 'kind-misspelt', 'kind-unstated'] },
    ),
    control('NYDFS 500.16(c)', 'Train those who carry out the plans', ['recovery-role-untrained'], {
      needs: ['plan-missing'],
    }),
    control(
      'NYDFS 500.16(d)(1)',
      'Test the plans at least yearly with those critical to the response',
      ['drill-missing', 'drill-stale', 'drill-outdated-by-change', 'plan-unexercised', 'drill-finding-open'],
      { needs: ['plan-missing'] },
    ),
    control('NYDFS 500.16(d)(2)', 'Test restoring from backup at least yearly', ['backup-never-restored'], {
      needs: ['backup-missing'],
    }),
    control(
      'NYDFS 500.16(e)',
      'Keep backups safe from alteration and destruction',
      ['backup-mutable', 'backup-same-authority'],
      { needs: ['backup-missing'] },
    ),
  ],
};
