import { control, type Pack } from './pack.js';

export const rbiIt2023: Pack = {
  name: 'rbi-it-2023',
  title: 'RBI Master Direction on IT Governance, Risk, Controls and Assurance Practices (2023)',
  about: 'Banks and other entities regulated by the Reserve Bank of India.',
  severities: { 'drill-missing': 'high', 'drill-stale': 'high' },
  thresholds: [
    {
      of: 'maxAge',
      option: 'drill',
      value: '6mo',
      stricter: 'least',
      source: 'statute',
      basis: '29(a): at least every six months for critical systems',
    },
    {
      of: 'maxAge',
      option: 'restoreTest',
      value: '12mo',
      stricter: 'least',
      source: 'tool default',
      basis: '29(e) says periodically, without a number',
    },
    {
      of: 'maxAge',
      option: 'review',
      value: '12mo',
      stricter: 'least',
      source: 'statute',
      basis: '6(d)(vi): at least yearly',
    },
    {
      of: 'rpo-above-cap',
      option: 'cap',
      value: '1m',
      stricter: 'least',
      source: 'tool default',
      basis: '29(g) says near zero for critical systems, without a number; a minute is ours',
    },
    {
      of: 'drill-too-shallow',
      option: 'least',
      value: 'full',
      stricter: ['tabletop', 'functional', 'switchover', 'full'],
      source: 'statute',
      basis: '29(c): the recovery site runs as primary for a full working day',
    },
    {
      of: 'copies-too-close',
      option: 'minimum',
      value: '10km',
      stricter: 'most',
      source: 'tool default',
      basis: '18(b) says well separated, without a distance',
    },
  ],
  controls: [
    control(
      'RBI 6(d)(vi)',
      'Review adequacy of continuity at least yearly',
      ['plan-stale', 'plan-unapproved', 'plan-unowned'],
      { needs: ['plan-missing'] },
    ),
    control(
      'RBI 18(b)',
      'Keep data centre and recovery site apart, without a common threat',
      ['copies-too-close', 'copies-share-building', 'copies-share-domain', 'sites-share-domain'],
      { needs: ['location-unproven'] },
    ),
    control('RBI 21(a)', 'Set recovery time and point for all critical systems', [
      'objective-missing',
      'objective-unknown',
      'bia-stale',
      'criticality-missing',
    ]),
    control(
      'RBI 27(d)',
      'Plan how to inform those concerned',
      [
        'crisis-audience-missing',
        'crisis-channel-missing',
        'crisis-channel-in-blast-radius',
        'crisis-channel-untested',
        'report-duty-at-risk',
      ],
      { needs: ['plan-missing'] },
    ),
    control('RBI 29(a)', 'Drill the recovery of critical systems at least every six months', [
      'drill-missing',
      'drill-stale',
      'drill-outdated-by-change',
    ]),
    control('RBI 29(b)', 'Put right major findings and test again before the next cycle', ['drill-finding-open'], {
      needs: ['drill-missing'],
    }),
    control('RBI 29(c)', 'Run from the recovery site as primary for a full working day', [
      'drill-missing',
      'drill-too-shallow',
      'drill-too-narrow',
    ]),
    control('RBI 29(d)', 'Drill several scenarios', ['drill-missing', 'drill-too-narrow', 'scenario-never-exercised']),
    control('RBI 29(e)', 'Restore backups periodically and check them', ['backup-never-restored'], {
      needs: ['backup-missing'],
    }),
    control(
      'RBI 29(f)',
      'Have an architecture that meets recovery time and point',
      ['rto-broken', 'rpo-broken', 'drill-missed-objective'],
      {
        needs: [
          'objective-unknown',
          'kind-misspelt',
          'objective-missing',
          'dependencies-unstated',
          'data-unstated',
          'drill-missing',
        ],
      },
    ),
    control(
      'RBI 29(g)',
      'Keep recovery time least and data loss near zero for critical systems',
      ['rpo-above-cap', 'rpo-broken'],
      { needs: ['objective-missing', 'objective-unknown', 'kind-misspelt', 'data-unstated', 'dependencies-unstated'] },
    ),
    control('RBI 29(h)', 'Have a way to reconcile where data can be lost', []),
    control('RBI 29(i)', 'Keep configuration and patches the same at both sites', []),
    control(
      'RBI 29(j)',
      'Test with vendors and partners that their recovery fits',
      ['dependency-slower-than-service', 'supplier-slower-than-service', 'supplier-evidence-stale'],
      {
        needs: ['objective-unknown', 'kind-misspelt', 'objective-missing', 'dependencies-unstated', 'supplier-missing'],
      },
    ),
    control('RBI 30', 'Have it reviewed independently', ['independent-review-missing']),
  ],
};
