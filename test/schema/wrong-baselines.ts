import type { WrongDocument } from './wrong-document.js';

/** Small baselines, each with everything that is said about it. */
export const wrongBaselines: readonly WrongDocument[] = [
  {
    yaml: '',
    problems: [
      { code: 'empty', at: '', message: 'the baseline is empty', help: '`firebreak baseline create` writes one' },
    ],
  },
  {
    yaml: '{}',
    problems: ['version', 'findings'].map((field) => ({
      code: 'type',
      at: '',
      message: `\`${field}\` is missing from the document, at the top`,
      help: `add \`${field}: …\``,
    })),
  },
  {
    yaml: 'version: 1\nfindings: [{}]',
    problems: ['fingerprint', 'rule', 'subject', 'severity'].map((field) => ({
      code: 'type',
      at: 'findings / 0',
      message: `\`${field}\` is missing from an entry of the baseline`,
      help: `add \`${field}: …\``,
    })),
  },
  {
    yaml: 'version: 1\nfindings: [{ fingerprint: x, rule: a, subject: s, severity: low, magnitude: -1, hurts: x }]',
    problems: [
      {
        code: 'value',
        at: 'findings / 0 / fingerprint',
        message: '`fingerprint`: `x` is not a fingerprint',
        help: 'copy it from the report: `v1:` and 16 hexadecimal digits',
      },
      { code: 'value', at: 'findings / 0 / magnitude', message: '`magnitude` cannot be `-1`', help: 'the least is 0' },
      {
        code: 'type',
        at: 'findings / 0 / hurts',
        message: '`hurts` is `x`, but must be a list',
        help: 'write a list, as `[one, another]`, or take it out',
      },
    ],
  },
  {
    yaml: 'version: 2\nfindings: []',
    problems: [
      {
        code: 'type',
        at: 'version',
        message: '`version` is the number `2`, but must be `1`',
        help: 'write `version: 1`, the only version there is',
      },
    ],
  },
  {
    yaml: 'version: 1\nfindings: [{ fingerprint: "v1:7f3a91c20b1d4e5f", rule: a, subject: s, severity: low, magnitude: null, hurts: [x], also: [b] }]',
    problems: [],
  },
];
