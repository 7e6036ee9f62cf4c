import { dora } from './dora.js';
import { control, type Pack } from './pack.js';

export const doraCsd: Pack = {
  name: 'dora-csd',
  title: 'DORA with Delegated Regulation (EU) 2024/1774, central securities depositories',
  about:
    'Everything in `dora`, and what Article 12(5) of the regulation and Articles 24(3) and 25(4) of the delegated regulation ask of central securities depositories.',
  severities: dora.severities,
  thresholds: [
    ...dora.thresholds,
    {
      of: 'rto-above-cap',
      option: 'cap',
      value: '2h',
      stricter: 'least',
      source: 'statute',
      basis: 'RTS 2024/1774 Art. 24(3)(b): at most two hours for critical functions',
    },
  ],
  controls: [
    ...dora.controls,
    control(
      'DORA Art. 12(5)(a)',
      'Central securities depositories: keep a secondary site at a distance with another risk profile',
      ['copies-too-close', 'copies-share-building', 'copies-share-domain', 'sites-share-domain'],
      { needs: ['location-unproven'] },
    ),
    control(
      'DORA Art. 12(5)(b)',
      'Central securities depositories: the secondary site can carry on critical functions like the primary',
      ['single-location', 'weak-link', 'survivors-lack-capacity', 'site-overcommitted-after-failover'],
      { needs: ['location-unproven'] },
    ),
    control('DORA Art. 12(5)(c)', 'Central securities depositories: staff can reach the secondary site at once', [
      'deputy-shares-building',
    ]),
    control(
      'DORA Art. 11(9)',
      'Central securities depositories: give test results to the authority',
      ['evidence-missing'],
      { needs: ['drill-missing'] },
    ),
    control(
      'RTS 2024/1774 Art. 24(3)(b)',
      'Central securities depositories: recover critical functions within two hours',
      ['rto-above-cap', 'rto-broken'],
      { needs: ['objective-missing', 'objective-unknown', 'kind-misspelt', 'kind-unstated', 'dependencies-unstated'] },
    ),
    control(
      'RTS 2024/1774 Art. 25(4)',
      'Central securities depositories: test with users, providers and linked institutions',
      [],
    ),
  ],
};
