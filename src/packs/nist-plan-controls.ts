import { control, type Control } from './pack.js';
import type { Baseline } from './nist-baseline.js';

/** Each control with the least demanding baseline that has it. */
export const nistPlanControls: readonly (readonly [Baseline, Control])[] = [
  [
    'low',
    control(
      'NIST SP 800-53 CP-1',
      'Have a contingency policy and procedures with an owner, and review them',
      ['plan-stale', 'plan-unapproved', 'plan-unowned'],
      { needs: ['plan-missing'] },
    ),
  ],
  [
    'low',
    control(
      'NIST SP 800-53 CP-2',
      "Keep a plan with essential functions, recovery objectives, priorities, roles and contacts, within everybody's reach",
      [
        'objective-missing',
        'objective-unknown',
        'kind-misspelt',
        'kind-unstated',
        'circular-recovery',
        'dependency-slower-than-service',
        'recovery-role-unfilled',
        'deputy-shares-building',
        'plan-stale',
        'plan-unapproved',
        'plan-unowned',
        'recovery-steps-missing',
        'runbook-stale',
        'plan-missing',
        'service-without-plan',
        'plan-in-blast-radius',
        'runbook-in-blast-radius',
        'activation-authority-missing',
        'activation-exceeds-rto',
        'owner-missing',
        'owner-unlisted',
        'location-unproven',
      ],
      { needs: ['dependencies-unstated'] },
    ),
  ],
  ['moderate', control('NIST SP 800-53 CP-2(1)', 'Agree the plan with related plans', [])],
  [
    'high',
    control('NIST SP 800-53 CP-2(2)', 'Plan for enough capacity while running on what is left', [
      'survivors-lack-capacity',
      'site-overcommitted-after-failover',
    ]),
  ],
  [
    'moderate',
    control(
      'NIST SP 800-53 CP-2(3)',
      'Resume functions within a set time after the plan is activated',
      ['objective-missing', 'objective-unknown', 'rto-broken'],
      { needs: ['dependencies-unstated'] },
    ),
  ],
  [
    'high',
    control(
      'NIST SP 800-53 CP-2(5)',
      'Keep essential functions going with little or no loss until everything is restored',
      ['manual-failover-exceeds-rto', 'restore-too-slow', 'rto-broken', 'quorum-lost-with-one-domain'],
      {
        needs: [
          'objective-unknown',
          'kind-misspelt',
          'kind-unstated',
          'objective-missing',
          'dependencies-unstated',
          'location-unproven',
        ],
      },
    ),
  ],
  [
    'moderate',
    control(
      'NIST SP 800-53 CP-2(8)',
      'Know which assets are critical',
      [
        'criticality-missing',
        'tier-inversion',
        'monitoring-in-blast-radius',
        'recovery-tool-in-blast-radius',
        'weak-link',
      ],
      { needs: ['objective-unknown', 'kind-misspelt', 'kind-unstated', 'location-unproven'] },
    ),
  ],
  [
    'low',
    control('NIST SP 800-53 CP-3', 'Train the people with recovery roles', ['recovery-role-untrained'], {
      needs: ['plan-missing'],
    }),
  ],
  ['high', control('NIST SP 800-53 CP-3(1)', 'Train with simulated events', [])],
  [
    'low',
    control(
      'NIST SP 800-53 CP-4',
      'Test the plan, review the results, correct what was found',
      [
        'drill-missing',
        'drill-stale',
        'drill-outdated-by-change',
        'plan-unexercised',
        'drill-missed-objective',
        'drill-slower-than-dependents',
        'drill-failed',
        'drill-finding-open',
        'evidence-missing',
      ],
      { needs: ['plan-missing'] },
    ),
  ],
  ['moderate', control('NIST SP 800-53 CP-4(1)', 'Coordinate tests with related plans', [])],
  [
    'high',
    control('NIST SP 800-53 CP-4(2)', 'Test at the alternate site', [
      'drill-missing',
      'drill-too-shallow',
      'drill-too-narrow',
    ]),
  ],
  [
    'moderate',
    control(
      'NIST SP 800-53 CP-6',
      'Keep an alternate place for backups, protected like the first',
      ['backup-with-primary'],
      { needs: ['backup-missing'] },
    ),
  ],
  [
    'moderate',
    control(
      'NIST SP 800-53 CP-6(1)',
      'Keep that place away from what threatens the first',
      ['copies-too-close', 'copies-share-building', 'copies-share-domain', 'sites-share-domain'],
      { needs: ['location-unproven'] },
    ),
  ],
  [
    'high',
    control('NIST SP 800-53 CP-6(2)', 'Set it up so that recovery times and points are met', ['restore-too-slow'], {
      needs: ['objective-unknown', 'kind-misspelt', 'kind-unstated', 'objective-missing', 'dependencies-unstated'],
    }),
  ],
  ['moderate', control('NIST SP 800-53 CP-6(3)', 'Know how to reach it when a whole area is disrupted', [])],
];
