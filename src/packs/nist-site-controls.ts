import { control, type Control } from './pack.js';
import type { Baseline } from './nist-baseline.js';

/** Each control with the least demanding baseline that has it. */
export const nistSiteControls: readonly (readonly [Baseline, Control])[] = [
  [
    'moderate',
    control(
      'NIST SP 800-53 CP-7',
      'Have an alternate processing site with agreement and equipment, ready within the recovery time',
      [
        'single-location',
        'weak-link',
        'survivors-lack-capacity',
        'site-overcommitted-after-failover',
        'copies-share-building',
      ],
      { needs: ['location-unproven'] },
    ),
  ],
  [
    'moderate',
    control('NIST SP 800-53 CP-7(1)', 'Keep it away from what threatens the primary site', [
      'copies-too-close',
      'copies-share-building',
      'copies-share-domain',
      'sites-share-domain',
      'single-location',
      'location-unproven',
    ]),
  ],
  ['moderate', control('NIST SP 800-53 CP-7(2)', 'Know how to reach it when a whole area is disrupted', [])],
  ['moderate', control('NIST SP 800-53 CP-7(3)', 'Have priority of service agreed there', [])],
  [
    'high',
    control('NIST SP 800-53 CP-7(4)', 'Prepare it so that it can take over', [
      'drill-missing',
      'drill-too-shallow',
      'drill-too-narrow',
    ]),
  ],
  [
    'moderate',
    control(
      'NIST SP 800-53 CP-8',
      'Have alternate telecommunications within a set time',
      ['copies-share-domain', 'sites-share-domain'],
      {
        needs: ['location-unproven'],
        onlyGaps: true,
      },
    ),
  ],
  [
    'moderate',
    control('NIST SP 800-53 CP-8(1)', 'Have priority of service in telecommunications contracts', [
      'external-recovery-unstated',
    ]),
  ],
  [
    'moderate',
    control(
      'NIST SP 800-53 CP-8(2)',
      'Share no single point of failure with the primary telecommunications',
      ['copies-share-domain', 'sites-share-domain'],
      { needs: ['location-unproven'], onlyGaps: true },
    ),
  ],
  [
    'high',
    control(
      'NIST SP 800-53 CP-8(3)',
      'Use separate providers of telecommunications',
      ['copies-share-domain', 'sites-share-domain', 'external-concentration'],
      { needs: ['location-unproven', 'supplier-missing', 'dependencies-unstated'], onlyGaps: true },
    ),
  ],
  [
    'high',
    control(
      'NIST SP 800-53 CP-8(4)',
      "Review the providers' own contingency plans and the evidence of their tests",
      ['supplier-evidence-stale'],
      { needs: ['supplier-missing'] },
    ),
  ],
  [
    'low',
    control(
      'NIST SP 800-53 CP-9',
      'Back up data, systems and documentation often enough for the objectives, and protect the backups',
      ['backup-missing', 'backup-interval-exceeds-rpo', 'backup-copies-few', 'backup-retention-short', 'rpo-broken'],
      {
        needs: [
          'data-unstated',
          'objective-unknown',
          'kind-misspelt',
          'kind-unstated',
          'objective-missing',
          'dependencies-unstated',
        ],
      },
    ),
  ],
  [
    'moderate',
    control('NIST SP 800-53 CP-9(1)', 'Test that backups can be read and are whole', ['backup-never-restored'], {
      needs: ['backup-missing'],
    }),
  ],
  [
    'high',
    control('NIST SP 800-53 CP-9(2)', 'Restore a sample when the plan is tested', ['backup-never-restored'], {
      needs: ['backup-missing'],
    }),
  ],
  [
    'high',
    control(
      'NIST SP 800-53 CP-9(3)',
      'Keep copies of critical software in a separate place',
      ['backup-with-primary', 'backup-copies-few'],
      { needs: ['backup-missing'] },
    ),
  ],
  [
    'high',
    control(
      'NIST SP 800-53 CP-9(5)',
      'Move backups to the alternate place fast enough for the objectives',
      ['backup-with-primary', 'restore-too-slow'],
      {
        needs: [
          'backup-missing',
          'objective-unknown',
          'kind-misspelt',
          'kind-unstated',
          'objective-missing',
          'dependencies-unstated',
        ],
      },
    ),
  ],
  [
    'moderate',
    control(
      'NIST SP 800-53 CP-9(8)',
      'Encrypt backups, with keys that are there when needed',
      ['backup-key-lost-with-data'],
      { needs: ['backup-missing'] },
    ),
  ],
  [
    'low',
    control(
      'NIST SP 800-53 CP-10',
      'Recover to a known state within a set time',
      [
        'drill-missed-objective',
        'rto-broken',
        'circular-recovery',
        'activation-exceeds-rto',
        'manual-failover-exceeds-rto',
        'objective-missing',
        'recovery-tool-in-blast-radius',
        'rto-rpo-need-different-options',
      ],
      { needs: ['drill-missing', 'objective-unknown', 'kind-misspelt', 'kind-unstated', 'dependencies-unstated'] },
    ),
  ],
  [
    'moderate',
    control('NIST SP 800-53 CP-10(2)', 'Recover transactions', ['rpo-broken'], {
      needs: [
        'objective-unknown',
        'kind-misspelt',
        'kind-unstated',
        'objective-missing',
        'data-unstated',
        'dependencies-unstated',
      ],
      onlyGaps: true,
    }),
  ],
  [
    'high',
    control(
      'NIST SP 800-53 CP-10(4)',
      'Restore components from images under control within a set time',
      ['backup-retention-short', 'restore-too-slow', 'restore-slower-than-declared'],
      {
        needs: [
          'backup-missing',
          'objective-unknown',
          'kind-misspelt',
          'kind-unstated',
          'objective-missing',
          'dependencies-unstated',
        ],
      },
    ),
  ],
  [
    'moderate',
    control('NIST SP 800-53 RA-9', 'Know which components and functions are critical', [
      'criticality-missing',
      'tier-inversion',
    ]),
  ],
  [
    'moderate',
    control('NIST SP 800-53 PE-11', 'Have an uninterruptible supply for an orderly shutdown or transfer', [
      'backup-power-missing',
      'utility-test-stale',
    ]),
  ],
  [
    'high',
    control('NIST SP 800-53 PE-11(1)', 'Have an alternate supply that runs what is needed', [
      'backup-power-missing',
      'fuel-short',
    ]),
  ],
  [
    'low',
    control('NIST SP 800-53 PE-13', 'Have fire detection and suppression', [
      'fire-uncontained',
      'battery-fire-unprepared',
    ]),
  ],
  ['low', control('NIST SP 800-53 PE-15', 'Protect against water damage', ['hazard-unprotected'])],
];
