import { dora } from './dora.js';
import { control, type Pack } from './pack.js';

export const doraVenue: Pack = {
  name: 'dora-venue',
  title: 'DORA with Delegated Regulation (EU) 2024/1774, trading venues',
  about: 'Everything in `dora`, and what Article 24(4) of the delegated regulation asks of trading venues.',
  severities: dora.severities,
  thresholds: [
    ...dora.thresholds,
    {
      of: 'rto-above-cap',
      option: 'cap',
      value: '2h',
      stricter: 'least',
      source: 'statute',
      basis: 'RTS 2024/1774 Art. 24(4)(a): within or close to two hours',
    },
    {
      of: 'rpo-above-cap',
      option: 'cap',
      value: '1m',
      stricter: 'least',
      source: 'tool default',
      basis: 'RTS 2024/1774 Art. 24(4)(b) says close to zero, without a number; a minute is ours',
    },
  ],
  controls: [
    ...dora.controls,
    control(
      'RTS 2024/1774 Art. 24(4)(a)',
      'Trading venues: resume trading within or close to two hours',
      ['rto-above-cap', 'rto-broken'],
      { needs: ['objective-missing', 'objective-unknown', 'kind-misspelt', 'kind-unstated', 'dependencies-unstated'] },
    ),
    control('RTS 2024/1774 Art. 24(4)(b)', 'Trading venues: lose close to no data', ['rpo-above-cap', 'rpo-broken'], {
      needs: [
        'objective-missing',
        'objective-unknown',
        'kind-misspelt',
        'kind-unstated',
        'data-unstated',
        'dependencies-unstated',
      ],
    }),
  ],
};
