import { dora } from './dora.js';
import { control, type Pack } from './pack.js';

export const doraCcp: Pack = {
  name: 'dora-ccp',
  title: 'DORA with Delegated Regulation (EU) 2024/1774, central counterparties',
  about:
    'Everything in `dora`, and what Articles 24(2) and 25(3) of the delegated regulation ask of central counterparties.',
  severities: dora.severities,
  thresholds: [
    ...dora.thresholds,
    {
      of: 'rto-above-cap',
      option: 'cap',
      value: '2h',
      stricter: 'least',
      source: 'statute',
      basis: 'RTS 2024/1774 Art. 24(2)(a): at most two hours for critical functions',
    },
  ],
  controls: [
    ...dora.controls,
    control(
      'RTS 2024/1774 Art. 24(2)(a)',
      'Central counterparties: recover critical functions within two hours',
      ['rto-above-cap', 'rto-broken'],
      { needs: ['objective-missing', 'objective-unknown', 'kind-misspelt', 'kind-unstated', 'dependencies-unstated'] },
    ),
    control(
      'RTS 2024/1774 Art. 24(2)(c)(ii)',
      'Central counterparties: have an identical secondary processing site with another geographical risk profile',
      [
        'single-location',
        'weak-link',
        'copies-share-building',
        'copies-share-domain',
        'sites-share-domain',
        'copies-too-close',
      ],
      { needs: ['location-unproven'] },
    ),
    control('RTS 2024/1774 Art. 24(2)(c)(iii)', 'Central counterparties: have a secondary business site for staff', []),
    control(
      'RTS 2024/1774 Art. 25(3)',
      'Central counterparties: test with clearing members, providers and linked institutions',
      [],
    ),
  ],
};
