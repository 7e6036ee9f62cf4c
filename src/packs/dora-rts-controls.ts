import { control, type Control } from './pack.js';

/** Of the delegated regulation on risk management. */
export const doraRtsControls: readonly Control[] = [
  control('RTS 2024/1774 Art. 4(2)(b)(vi)', 'Record recovery time and point for each asset', [
    'objective-missing',
    'objective-unknown',
    'inventory-stale',
  ]),
  control(
    'RTS 2024/1774 Art. 8(2)(b)(i)',
    'Require backup and restore in the operating procedures',
    ['backup-missing', 'backup-never-restored'],
    { needs: ['data-unstated'] },
  ),
  control('RTS 2024/1774 Art. 8(2)(c)(iii)', 'Have procedures for restart, rollback and recovery', [
    'recovery-steps-missing',
    'runbook-stale',
    'plan-missing',
    'service-without-plan',
  ]),
  control('RTS 2024/1774 Art. 9', 'Manage capacity and performance', [
    'survivors-lack-capacity',
    'site-overcommitted-after-failover',
  ]),
  control(
    'RTS 2024/1774 Art. 24(1)(a)(iv)',
    'Say when the plans are activated and ended',
    ['activation-authority-missing', 'activation-exceeds-rto'],
    { needs: ['plan-missing'] },
  ),
  control(
    'RTS 2024/1774 Art. 24(1)(b)',
    'Recover critical functions within their recovery time and point',
    ['drill-missed-objective', 'rto-broken', 'rpo-broken'],
    {
      needs: [
        'drill-missing',
        'objective-unknown',
        'kind-misspelt',
        'kind-unstated',
        'objective-missing',
        'dependencies-unstated',
        'data-unstated',
      ],
    },
  ),
  control('RTS 2024/1774 Art. 25(2)(a)', 'Test on severe but plausible scenarios', [
    'drill-missing',
    'drill-too-narrow',
  ]),
  control('RTS 2024/1774 Art. 25(2)(b)', 'Test with providers where it matters', ['supplier-evidence-stale'], {
    needs: ['supplier-missing'],
  }),
  control('RTS 2024/1774 Art. 25(2)(c)', 'Test the switch to redundant capacity and back', [
    'drill-missing',
    'drill-too-shallow',
    'drill-too-narrow',
  ]),
  control(
    'RTS 2024/1774 Art. 25(5)',
    'Document tests, put right what failed, tell the management body',
    ['drill-failed', 'drill-finding-open', 'evidence-missing'],
    { needs: ['drill-missing'] },
  ),
  control(
    'RTS 2024/1774 Art. 26(1)(a)',
    'State the conditions that trigger the recovery plans',
    ['activation-authority-missing', 'activation-exceeds-rto'],
    { needs: ['plan-missing'] },
  ),
  control(
    'RTS 2024/1774 Art. 26(1)(d)',
    'Keep the plans within reach in an emergency',
    ['plan-in-blast-radius', 'runbook-in-blast-radius', 'recovery-tool-in-blast-radius'],
    { needs: ['plan-missing', 'objective-unknown', 'kind-misspelt', 'kind-unstated'] },
  ),
  control(
    'RTS 2024/1774 Art. 26(2)(a)',
    'Prepare for cyber-attacks and the switch to redundant systems',
    ['backup-mutable', 'backup-same-authority'],
    { needs: ['backup-missing'], onlyGaps: true },
  ),
  control('RTS 2024/1774 Art. 26(2)(b)', 'Prepare for a provider that fails', ['supplier-exit-missing'], {
    needs: ['supplier-missing'],
  }),
  control(
    'RTS 2024/1774 Art. 26(2)(c)',
    'Prepare for the loss of premises and data centres',
    ['single-location', 'weak-link', 'copies-share-building', 'copies-share-domain', 'sites-share-domain'],
    { needs: ['location-unproven'] },
  ),
  control('RTS 2024/1774 Art. 26(2)(i)', 'Prepare for a widespread power outage', [
    'single-power-path',
    'backup-power-missing',
    'fuel-short',
  ]),
  control(
    'RTS 2024/1774 Art. 26(4)',
    'Prepare for failures of providers of critical functions',
    ['supplier-exit-missing', 'dependency-slower-than-service', 'supplier-slower-than-service'],
    {
      needs: [
        'supplier-missing',
        'objective-unknown',
        'kind-misspelt',
        'kind-unstated',
        'objective-missing',
        'dependencies-unstated',
      ],
    },
  ),
];
