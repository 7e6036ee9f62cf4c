import { control, type Pack } from './pack.js';

export const apraCps230: Pack = {
  name: 'apra-cps-230',
  title: 'APRA Prudential Standard CPS 230, operational risk management',
  about: 'Entities regulated by APRA in Australia; in force since 1 July 2025, in place of CPS 232.',
  severities: { 'drill-missing': 'high', 'drill-stale': 'high' },
  thresholds: [
    {
      of: 'maxAge',
      option: 'drill',
      value: '12mo',
      stricter: 'least',
      source: 'statute',
      basis: 'paragraph 43: at least yearly',
    },
    {
      of: 'maxAge',
      option: 'review',
      value: '12mo',
      stricter: 'least',
      source: 'statute',
      basis: 'paragraph 45: at least yearly',
    },
  ],
  controls: [
    control(
      'APRA CPS 230 27(b)',
      'Document resources, providers and what depends on what',
      [
        'supplier-missing',
        'dependencies-unstated',
        'dependency-slower-than-service',
        'supplier-slower-than-service',
        'external-recovery-unstated',
      ],
      { needs: ['objective-unknown', 'kind-misspelt', 'kind-unstated', 'objective-missing'] },
    ),
    control('APRA CPS 230 33', 'Tell APRA of a material incident within 72 hours', ['report-duty-at-risk']),
    control('APRA CPS 230 34(a)', 'Keep a register of critical operations', ['criticality-missing', 'tier-inversion']),
    control(
      'APRA CPS 230 38(a)',
      'Set the longest disruption each critical operation may have',
      ['objective-missing', 'objective-unknown', 'objective-inverted', 'rto-broken'],
      { needs: ['dependencies-unstated'] },
    ),
    control(
      'APRA CPS 230 38(b)',
      'Set how much data may be lost',
      ['objective-missing', 'objective-unknown', 'rpo-broken', 'rpo-above-cap'],
      { needs: ['data-unstated', 'dependencies-unstated'] },
    ),
    control('APRA CPS 230 38(c)', 'Set the least level of service during a disruption', [
      'objective-inverted',
      'survivors-lack-capacity',
      'site-overcommitted-after-failover',
    ]),
    control('APRA CPS 230 40(b)', 'State triggers and actions of the plan', [
      'activation-authority-missing',
      'activation-exceeds-rto',
      'recovery-steps-missing',
      'runbook-stale',
      'plan-missing',
      'service-without-plan',
    ]),
    control(
      'APRA CPS 230 40(e)',
      'Plan communication',
      [
        'crisis-audience-missing',
        'crisis-channel-missing',
        'crisis-channel-in-blast-radius',
        'crisis-channel-untested',
      ],
      { needs: ['plan-missing'] },
    ),
    control(
      'APRA CPS 230 41',
      'Follow whether tolerances are kept',
      ['downtime-over-budget', 'drill-missed-objective'],
      { needs: ['drill-missing'] },
    ),
    control('APRA CPS 230 42', 'Tell APRA within 24 hours of a disruption outside tolerance', ['report-duty-at-risk']),
    control(
      'APRA CPS 230 43',
      'Test all critical operations at least yearly on severe but plausible scenarios',
      [
        'drill-missing',
        'drill-stale',
        'drill-outdated-by-change',
        'plan-unexercised',
        'drill-missed-objective',
        'drill-slower-than-dependents',
        'drill-too-narrow',
        'scenario-never-exercised',
      ],
      { needs: ['plan-missing'] },
    ),
    control('APRA CPS 230 44', 'Include disruption of providers in the tests', ['supplier-evidence-stale'], {
      needs: ['supplier-missing'],
    }),
    control('APRA CPS 230 45', 'Update the plan at least yearly', ['plan-stale'], { needs: ['plan-missing'] }),
    control('APRA CPS 230 46', 'Have it audited internally', ['independent-review-missing']),
    control('APRA CPS 230 48', 'Have a policy for providers, with exit', ['supplier-exit-missing'], {
      needs: ['supplier-missing'],
    }),
    control('APRA CPS 230 53', 'Assess concentration and where providers are', ['external-concentration'], {
      needs: ['supplier-missing', 'dependencies-unstated'],
    }),
    control(
      'APRA CPS 230 54',
      'Have formal agreements with material providers',
      ['supplier-agreement-weak', 'supplier-evidence-stale'],
      { needs: ['supplier-missing'] },
    ),
  ],
};
