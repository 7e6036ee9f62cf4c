import type { WrongDocument } from './wrong-document.js';

/** Small settings files, each with everything that is said about it. */
export const wrongSettings: readonly WrongDocument[] = [
  {
    yaml: '',
    problems: [
      {
        code: 'empty',
        at: '',
        message: 'the settings are empty',
        help: 'write `version: 1`, or remove the file',
      },
    ],
  },
  {
    yaml: 'failon: high',
    problems: [
      {
        code: 'unknown-key',
        at: 'key failon',
        message: '`failon` is not a setting',
        help: 'did you mean `failOn`?',
      },
    ],
  },
  {
    yaml: 'failOn: hgih',
    problems: [
      {
        code: 'value',
        at: 'failOn',
        message: '`failOn` cannot be `hgih`',
        help: 'did you mean `high`? Allowed are `critical`, `high`, `medium`, `low`, `info` and `never`',
      },
    ],
  },
  {
    yaml: 'failOn: unknown',
    problems: [
      {
        code: 'value',
        at: 'failOn',
        message: '`failOn` cannot be `unknown`',
        help: 'write `critical`, `high`, `medium`, `low`, `info` or `never`',
      },
    ],
  },
  {
    yaml: 'inventory: a.yaml',
    problems: [
      {
        code: 'type',
        at: 'inventory',
        message: '`inventory` is `a.yaml`, but must be a list of paths or globs',
        help: "write it like `['inventory/**/*.yaml']`",
      },
    ],
  },
  {
    yaml: 'inventory: []',
    problems: [
      {
        code: 'empty',
        at: 'inventory',
        message: '`inventory` is an empty list',
        help: 'name at least one, or remove the line',
      },
    ],
  },
  {
    yaml: 'inventory: [5, ""]',
    problems: [
      {
        code: 'type',
        at: 'inventory / 0',
        message: 'item 1 of `inventory` is the number `5`, but must be text',
        help: 'put it in quotes as it is written, like `"5"`',
      },
      {
        code: 'empty',
        at: 'inventory / 1',
        message: 'item 2 of `inventory`: `""` is empty',
        help: 'write a text, or remove the line',
      },
    ],
  },
  {
    yaml: 'rules: { Owner: low, x: lo, y: { severty: low }, z: 5 }',
    problems: [
      {
        code: 'value',
        at: 'key rules / Owner',
        message: '`Owner` is not the name of a rule',
        help: 'rule names are like `owner-missing`',
      },
      {
        code: 'value',
        at: 'rules / x',
        message: '`x` cannot be `lo`',
        help: 'did you mean `low`? Allowed are `critical`, `high`, `medium`, `low`, `info` and `off`',
      },
      {
        code: 'unknown-key',
        at: 'key rules / y / severty',
        message: '`severty` is not a field of a rule',
        help: 'did you mean `severity`?',
      },
      {
        code: 'type',
        at: 'rules / z',
        message: '`z` is the number `5`, but must be a severity, `off`, or a map with `severity` and `options`',
        help: 'write it like `low`',
      },
    ],
  },
  {
    yaml: 'rules: [owner-missing]',
    problems: [
      {
        code: 'type',
        at: 'rules',
        message: '`rules` is a list, but must be a map from rule ids to severities',
        help: 'write it like `{ owner-missing: low }`',
      },
    ],
  },
  {
    yaml: 'rules: { x: }',
    problems: [
      {
        code: 'empty',
        at: 'key rules / x',
        message: '`x` has no value',
        help: 'write one, write `unknown`, or remove the line',
      },
    ],
  },
  {
    yaml: 'now: 2025-1-1',
    problems: [
      {
        code: 'value',
        at: 'now',
        message: '`now`: `2025-1-1` is not in the form year-month-day',
        help: 'write `2025-01-01`',
      },
    ],
  },
  {
    yaml: 'now: 2025-02-29',
    problems: [
      {
        code: 'value',
        at: 'now',
        message: '`now`: `2025-02-29` is not a day that exists: that month has 28 days',
        help: 'write it as year-month-day, such as `2025-04-02`',
      },
    ],
  },
  {
    yaml: 'maxAge: { drill: 1 year, restore: 5d, review: unknown }',
    problems: [
      {
        code: 'unknown-key',
        at: 'key maxAge / restore',
        message: '`restore` is not a field of `maxAge`',
        help: 'its fields are `drill`, `restoreTest`, `review` and `grace`; a key of your own begins with `x-`',
      },
      {
        code: 'value',
        at: 'maxAge / drill',
        message: '`drill`: `1 year` has units in a form that is not read',
        help: 'write `1y`',
      },
      {
        code: 'value',
        at: 'maxAge / review',
        message: '`review`: `unknown` is not a length of time',
        help: 'write it like `12mo`, `1y`, `90d` or `P12M`',
      },
    ],
  },
  {
    yaml: 'maxAge: 365d',
    problems: [
      {
        code: 'type',
        at: 'maxAge',
        message: '`maxAge` is `365d`, but must be a map of fields',
        help: 'write its fields below it, as `key: value`, or take it out',
      },
    ],
  },
  {
    yaml: 'root: yes',
    problems: [
      {
        code: 'type',
        at: 'root',
        message: '`root` is `yes`, but must be `true` or `false`',
        help: 'write `true`',
      },
    ],
  },
  {
    yaml: 'version: 3',
    problems: [
      {
        code: 'type',
        at: 'version',
        message: '`version` is the number `3`, but must be `1`',
        help: 'write `version: 1`, the only version there is',
      },
    ],
  },
  {
    yaml: 'packs: dora',
    problems: [
      {
        code: 'type',
        at: 'packs',
        message: '`packs` is `dora`, but must be a list',
        help: 'write a list, as `[one, another]`, or take it out',
      },
    ],
  },
  {
    yaml: 'waivers: dr.yaml',
    problems: [
      {
        code: 'type',
        at: 'waivers',
        message: '`waivers` is `dr.yaml`, but must be a list of files, or a map with `files`',
        help: 'write it like `[dr-waivers.yaml]`',
      },
    ],
  },
  {
    yaml: 'waivers: { files: [], maxdays: 3, warnDays: -1, require: [foo], never: [A] }',
    problems: [
      {
        code: 'unknown-key',
        at: 'key waivers / maxdays',
        message: '`maxdays` is not a field of `waivers`',
        help: 'did you mean `maxDays`?',
      },
      {
        code: 'empty',
        at: 'waivers / files',
        message: '`files` is an empty list',
        help: 'name at least one, or remove the line',
      },
      { code: 'value', at: 'waivers / warnDays', message: '`warnDays` cannot be `-1`', help: 'the least is 0' },
      {
        code: 'value',
        at: 'waivers / require / 0',
        message: 'item 1 of `require` cannot be `foo`',
        help: 'write `id`, `approvedBy`, `ticket`, `created` or `severity`',
      },
      {
        code: 'value',
        at: 'waivers / never / 0',
        message: 'item 1 of `never`: `A` is not the name of a rule',
        help: 'rule names are like `owner-missing`',
      },
    ],
  },
  {
    yaml: 'overrides: [{ select: {}, rules: { a: lo } }, { select: { teir: x }, rules: {} }]',
    problems: [
      {
        code: 'empty',
        at: 'overrides / 0 / select',
        message: '`select` is empty, but must be a map from fields of services to names',
        help: 'write it like `{ tier: [bronze] }`',
      },
      {
        code: 'value',
        at: 'overrides / 0 / rules / a',
        message: '`a` cannot be `lo`',
        help: 'did you mean `low`? Allowed are `critical`, `high`, `medium`, `low`, `info` and `off`',
      },
      {
        code: 'unknown-key',
        at: 'key overrides / 1 / select / teir',
        message: '`teir` is not a field of `select`',
        help: 'did you mean `tier`?',
      },
      {
        code: 'empty',
        at: 'overrides / 1 / rules',
        message: '`rules` is empty, but must be a map from rule ids to severities',
        help: 'write it like `{ owner-missing: low }`',
      },
    ],
  },
  {
    yaml: 'maxFindings: -1\nstrict: yes\nbaseline: ""',
    problems: [
      { code: 'value', at: 'maxFindings', message: '`maxFindings` cannot be `-1`', help: 'the least is 0' },
      { code: 'type', at: 'strict', message: '`strict` is `yes`, but must be `true` or `false`', help: 'write `true`' },
      { code: 'empty', at: 'baseline', message: '`baseline`: `""` is empty', help: 'write a text, or remove the line' },
    ],
  },
  {
    yaml: 'maxFindings: 3\nstrict: true\nbaseline: b.json\nwaivers: [w.yaml]\noverrides: [{ select: { tier: [a, b], owner: x* }, rules: { a-b: off } }]',
    problems: [],
  },
  {
    yaml: '[]',
    problems: [
      {
        code: 'type',
        at: '',
        message: 'the document is a list, but must be a map of sections',
        help: 'write it like `services: { … }`',
      },
    ],
  },
  {
    yaml: 'x-a: 1\nversion: 1\nroot: true\ninventory: [a]\nfailOn: never\nnow: 2024-02-29\nmaxAge: { drill: 26w }\nrules: { a-b: off, c: { severity: low, options: { x: [1] } } }',
    problems: [],
  },
];
