import { nistControls } from './nist-controls.js';
import type { Pack } from './pack.js';

export const nistCpLow: Pack = {
  name: 'nist-cp-low',
  title: 'NIST SP 800-53 Rev. 5, contingency planning, Low baseline',
  about:
    'Federal systems of the United States and whoever follows them, where availability matters least. The catalogue leaves intervals blank; numbers here are those of the FedRAMP Rev. 5 profiles, and are printed as such.',
  severities: {},
  thresholds: [
    {
      of: 'maxAge',
      option: 'drill',
      value: '36mo',
      stricter: 'least',
      source: 'profile',
      basis: 'FedRAMP Rev. 5 Low sets CP-4 to every three years',
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
      value: 'tabletop',
      stricter: ['tabletop', 'functional', 'switchover', 'full'],
      source: 'profile',
      basis: 'FedRAMP Rev. 5 Low lets CP-4 be a tabletop exercise',
    },
  ],
  controls: nistControls('low'),
};
