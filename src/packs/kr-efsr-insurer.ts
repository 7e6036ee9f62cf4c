import { krEfsr } from './kr-efsr.js';
import type { Pack } from './pack.js';

export const krEfsrInsurer: Pack = {
  name: 'kr-efsr-insurer',
  title: '전자금융감독규정 제23조, insurers',
  about: 'As `kr-efsr`, with the longer recovery time that insurers have.',
  severities: krEfsr.severities,
  thresholds: [
    {
      of: 'rto-above-cap',
      option: 'cap',
      value: '24h',
      stricter: 'least',
      source: 'statute',
      basis: 'Article 23⑨: at most 24 hours for core business of insurers',
      verify: true,
    },
    {
      of: 'maxAge',
      option: 'drill',
      value: '12mo',
      stricter: 'least',
      source: 'statute',
      basis: 'Article 24: every year; the drill of Article 23⑩ may be part of it',
      verify: true,
    },
    {
      of: 'drill-too-shallow',
      option: 'least',
      value: 'switchover',
      stricter: ['tabletop', 'functional', 'switchover', 'full'],
      source: 'statute',
      basis: 'Article 23⑩: a drill of the switch to the recovery centre',
      verify: true,
    },
    {
      of: 'copies-too-close',
      option: 'minimum',
      value: '10km',
      stricter: 'most',
      source: 'tool default',
      basis: 'Article 23⑧ says a certain distance, without a number',
      verify: true,
    },
  ],
  controls: krEfsr.controls,
};
