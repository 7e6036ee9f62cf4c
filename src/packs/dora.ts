import { doraControls } from './dora-controls.js';
import { doraRtsControls } from './dora-rts-controls.js';
import type { Pack } from './pack.js';

export const dora: Pack = {
  name: 'dora',
  title: 'Regulation (EU) 2022/2554 (DORA) with Delegated Regulation (EU) 2024/1774',
  about:
    'Financial entities in the European Union. Neither text asks an ordinary entity for a recovery time of two hours or for kilometres between sites; central counterparties, central securities depositories and trading venues have packs of their own.',
  severities: { 'drill-missing': 'high', 'drill-stale': 'high', 'backup-same-authority': 'high' },
  thresholds: [
    {
      of: 'maxAge',
      option: 'drill',
      value: '12mo',
      stricter: 'least',
      source: 'statute',
      basis: 'Art. 11(6)(a) and 24(6): at least yearly',
    },
    {
      of: 'maxAge',
      option: 'restoreTest',
      value: '12mo',
      stricter: 'least',
      source: 'tool default',
      basis: 'Art. 12(2) says periodically, without a number',
    },
    {
      of: 'maxAge',
      option: 'review',
      value: '12mo',
      stricter: 'least',
      source: 'statute',
      basis: 'Art. 6(5): at least yearly',
    },
    {
      of: 'drill-too-shallow',
      option: 'least',
      value: 'switchover',
      stricter: ['tabletop', 'functional', 'switchover', 'full'],
      source: 'statute',
      basis: 'RTS 2024/1774 Art. 25(2)(c): tests include the switch to redundant capacity',
    },
    {
      of: 'copies-too-close',
      option: 'minimum',
      value: '10km',
      stricter: 'most',
      source: 'tool default',
      basis: 'no article asks an ordinary entity for a distance',
    },
  ],
  controls: [...doraControls, ...doraRtsControls],
};
