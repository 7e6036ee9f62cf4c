import { control, type Pack } from './pack.js';

export const backup32110: Pack = {
  name: 'backup-32110',
  title: 'The 3-2-1-1-0 rule of backups',
  about: 'Anybody with data. A rule of thumb, without an official text.',
  severities: {
    'backup-copies-few': 'high',
    'backup-mutable': 'high',
    'backup-never-restored': 'high',
    'backup-with-primary': 'high',
  },
  thresholds: [
    {
      of: 'backup-copies-few',
      option: 'copies',
      value: 3,
      stricter: 'most',
      source: 'guidance',
      basis: 'the 3 of the rule',
    },
    {
      of: 'backup-copies-few',
      option: 'places',
      value: 2,
      stricter: 'most',
      source: 'guidance',
      basis: 'the 1 off-site of the rule',
    },
    {
      of: 'maxAge',
      option: 'restoreTest',
      value: '12mo',
      stricter: 'least',
      source: 'tool default',
      basis: 'the rule asks for 0 errors and does not say how often to look',
    },
  ],
  controls: [
    control('3-2-1-1-0: 3 copies', 'Keep three copies of the data', ['backup-copies-few', 'backup-missing'], {
      needs: ['data-unstated'],
    }),
    control('3-2-1-1-0: 2 media', 'Keep them on two kinds of storage', []),
    control('3-2-1-1-0: 1 off-site', 'Keep one of them in another place', ['backup-with-primary'], {
      needs: ['backup-missing'],
    }),
    control(
      '3-2-1-1-0: 1 offline or immutable',
      'Keep one of them where nobody can change or delete it',
      ['backup-mutable', 'backup-same-authority'],
      { needs: ['backup-missing'] },
    ),
    control(
      '3-2-1-1-0: 0 errors',
      'Restore it and find no errors',
      ['backup-never-restored', 'backup-key-lost-with-data'],
      { needs: ['backup-missing'] },
    ),
  ],
};
