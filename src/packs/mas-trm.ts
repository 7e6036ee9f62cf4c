import { control, type Pack } from './pack.js';

export const masTrm: Pack = {
  name: 'mas-trm',
  title: 'MAS Notice FSM-N05 with the guidelines on technology risk and business continuity',
  about:
    'Banks in Singapore; other licences have notices of their own with the same numbers. An amendment on inventories and on immutable and offline backup was in consultation in 2026 and is not in here.',
  severities: { 'drill-missing': 'high', 'drill-stale': 'high' },
  thresholds: [
    {
      of: 'rto-above-cap',
      option: 'cap',
      value: '4h',
      stricter: 'least',
      source: 'statute',
      basis: 'FSM-N05 paragraph 6: at most four hours for a critical system',
      verify: true,
    },
    {
      of: 'maxAge',
      option: 'drill',
      value: '12mo',
      stricter: 'least',
      source: 'statute',
      basis: 'FSM-N05 paragraph 6: recovery is validated every twelve months',
      verify: true,
    },
    {
      of: 'downtime-over-budget',
      option: 'budget',
      value: '4h',
      stricter: 'least',
      source: 'statute',
      basis: 'FSM-N05 paragraph 5: at most four hours in any twelve months',
      verify: true,
    },
  ],
  controls: [
    control('MAS FSM-N05 4', 'Know which systems are critical', ['criticality-missing', 'tier-inversion'], {
      verify: true,
    }),
    control(
      'MAS FSM-N05 5',
      'Keep unscheduled downtime of each critical system within four hours in twelve months',
      ['downtime-over-budget', 'copies-share-building', 'copies-share-domain', 'sites-share-domain', 'single-location'],
      { needs: ['location-unproven'], verify: true },
    ),
    control(
      'MAS FSM-N05 6',
      'Recover each critical system within four hours; validate that every twelve months and document it',
      [
        'rto-above-cap',
        'rto-broken',
        'drill-missing',
        'drill-stale',
        'drill-outdated-by-change',
        'drill-missed-objective',
        'drill-slower-than-dependents',
        'restore-slower-than-declared',
        'evidence-missing',
      ],
      {
        needs: ['objective-missing', 'objective-unknown', 'kind-misspelt', 'kind-unstated', 'dependencies-unstated'],
        verify: true,
      },
    ),
    control('MAS FSM-N05 7', 'Tell the authority within one hour of discovery', ['report-duty-at-risk'], {
      verify: true,
    }),
    control('MAS FSM-N05 8', 'Report root cause and impact within fourteen days', ['report-duty-at-risk'], {
      verify: true,
    }),
    control(
      'MAS TRM 8.1',
      'Design for availability and without single points of failure',
      ['weak-link', 'single-location', 'copies-share-building', 'copies-share-domain', 'sites-share-domain'],
      { needs: ['location-unproven'], verify: true },
    ),
    control(
      'MAS TRM 8.2',
      'Set recovery objectives and priorities, and be able to meet them',
      [
        'objective-missing',
        'objective-unknown',
        'circular-recovery',
        'dependency-slower-than-service',
        'recovery-tool-in-blast-radius',
      ],
      { needs: ['dependencies-unstated'], verify: true },
    ),
    control(
      'MAS TRM 8.3',
      'Test recovery',
      ['drill-missing', 'drill-stale', 'drill-outdated-by-change', 'drill-too-shallow', 'drill-too-narrow'],
      {
        verify: true,
      },
    ),
    control(
      'MAS TRM 8.4',
      'Keep backups, also offline, and test them',
      ['backup-missing', 'backup-mutable', 'backup-with-primary', 'backup-never-restored'],
      { needs: ['data-unstated'], verify: true },
    ),
    control(
      'MAS TRM 8.5',
      'Make data centres resilient',
      [
        'single-power-path',
        'backup-power-missing',
        'fire-uncontained',
        'hazard-unprotected',
        'facility-class-low',
        'facility-class-unproven',
      ],
      { verify: true },
    ),
    control('MAS BCM 3', 'Set a recovery time for each critical business service', ['objective-inverted'], {
      verify: true,
    }),
    control(
      'MAS BCM 4',
      'Map dependencies end to end',
      [
        'supplier-missing',
        'dependencies-unstated',
        'dependency-slower-than-service',
        'supplier-slower-than-service',
        'supplier-evidence-stale',
        'supplier-agreement-weak',
        'external-recovery-unstated',
      ],
      { needs: ['objective-unknown', 'kind-misspelt', 'kind-unstated', 'objective-missing'], verify: true },
    ),
    control('MAS BCM 5', 'Keep concentration within bounds', ['external-concentration'], {
      needs: ['supplier-missing', 'dependencies-unstated'],
      verify: true,
    }),
    control('MAS BCM 8', 'Have the arrangements audited', ['independent-review-missing'], { verify: true }),
  ],
};
