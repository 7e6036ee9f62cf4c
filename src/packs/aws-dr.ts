import { control, type Pack } from './pack.js';

export const awsDr: Pack = {
  name: 'aws-dr',
  title: 'AWS Well-Architected, reliability pillar: disaster recovery',
  about:
    'Teams that speak of backup and restore, pilot light, warm standby and active-active. The bands of time and loss are guidance of AWS.',
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
  ],
  controls: [
    control(
      'AWS REL09-BP01',
      'Know what has to be backed up, or how it is made again',
      ['backup-missing', 'backup-retention-short'],
      { needs: ['data-unstated'], verify: true },
    ),
    control(
      'AWS REL09-BP02',
      'Keep backups safe and encrypted',
      ['backup-mutable', 'backup-same-authority', 'backup-key-lost-with-data'],
      { needs: ['backup-missing'], verify: true },
    ),
    control('AWS REL09-BP03', 'Back up automatically', ['backup-interval-exceeds-rpo'], {
      needs: ['backup-missing', 'objective-unknown', 'kind-misspelt', 'kind-unstated', 'objective-missing'],
    }),
    control('AWS REL09-BP04', 'Restore periodically to check backups', ['backup-never-restored'], {
      needs: ['backup-missing'],
      verify: true,
    }),
    control(
      'AWS REL10-BP01',
      'Run in several places',
      [
        'copies-share-building',
        'copies-share-domain',
        'sites-share-domain',
        'single-location',
        'weak-link',
        'quorum-lost-with-one-domain',
      ],
      { needs: ['location-unproven'] },
    ),
    control('AWS REL13-BP01', 'Set recovery time and point', ['objective-missing', 'objective-unknown'], {
      verify: true,
    }),
    control(
      'AWS REL13-BP02',
      'Choose a strategy that meets them: backup and restore, pilot light, warm standby or active-active',
      ['manual-failover-exceeds-rto', 'restore-too-slow', 'rto-broken', 'rpo-broken', 'rto-rpo-need-different-options'],
      {
        needs: [
          'objective-unknown',
          'kind-misspelt',
          'kind-unstated',
          'objective-missing',
          'dependencies-unstated',
          'data-unstated',
        ],
        verify: true,
      },
    ),
    control(
      'AWS REL13-BP03',
      'Test the recovery',
      [
        'drill-missing',
        'drill-stale',
        'drill-outdated-by-change',
        'drill-missed-objective',
        'drill-too-shallow',
        'drill-too-narrow',
      ],
      { verify: true },
    ),
    control('AWS REL13-BP04', 'Keep the recovery site from drifting', [], { verify: true }),
    control(
      'AWS REL13-BP05',
      'Automate the recovery',
      ['manual-failover-exceeds-rto', 'activation-exceeds-rto', 'recovery-tool-in-blast-radius'],
      {
        needs: ['objective-unknown', 'kind-misspelt', 'kind-unstated', 'objective-missing', 'dependencies-unstated'],
        verify: true,
      },
    ),
  ],
};
