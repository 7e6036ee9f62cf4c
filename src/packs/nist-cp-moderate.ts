import { nistControls } from './nist-controls.js';
import type { Pack } from './pack.js';

export const nistCpModerate: Pack = {
  name: 'nist-cp-moderate',
  title: 'NIST SP 800-53 Rev. 5, contingency planning, Moderate baseline',
  about:
    'As the Low baseline, with alternate storage, processing and telecommunications. Numbers are those of the FedRAMP Rev. 5 profiles.',
  severities: {},
  thresholds: [
    {
      of: 'maxAge',
      option: 'drill',
      value: '12mo',
      stricter: 'least',
      source: 'profile',
      basis: 'FedRAMP Rev. 5 Moderate sets CP-4 to every year',
    },
    {
      of: 'maxAge',
      option: 'restoreTest',
      value: '12mo',
      stricter: 'least',
      source: 'profile',
      basis: 'FedRAMP Rev. 5 Moderate sets CP-9(1) to every year',
    },
    {
      of: 'maxAge',
      option: 'review',
      value: '12mo',
      stricter: 'least',
      source: 'profile',
      basis: 'FedRAMP Rev. 5 sets the review of the plan in CP-2 to every year',
    },
    {
      of: 'backup-copies-few',
      option: 'copies',
      value: 3,
      stricter: 'most',
      source: 'profile',
      basis: 'FedRAMP Rev. 5 asks for three copies in CP-9',
    },
    {
      of: 'drill-too-shallow',
      option: 'least',
      value: 'functional',
      stricter: ['tabletop', 'functional', 'switchover', 'full'],
      source: 'profile',
      basis: 'FedRAMP Rev. 5 Moderate asks for functional exercises in CP-4',
    },
    {
      of: 'copies-too-close',
      option: 'minimum',
      value: '10km',
      stricter: 'most',
      source: 'tool default',
      basis: 'CP-6(1) and CP-7(1) name no distance',
    },
  ],
  controls: nistControls('moderate'),
};
