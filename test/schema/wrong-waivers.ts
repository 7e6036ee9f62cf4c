import type { WrongDocument } from './wrong-document.js';

const rest = 'rule: a-b, reason: r, owner: o, expires: 2026-01-01';

/** Small files of waivers, each with everything that is said about it. */
export const wrongWaivers: readonly WrongDocument[] = [
  {
    yaml: '',
    problems: [
      { code: 'empty', at: '', message: 'the file has no waivers', help: 'write `waivers: []`, or remove the file' },
    ],
  },
  {
    yaml: '[]',
    problems: [
      {
        code: 'type',
        at: '',
        message: 'the document must be a map of fields',
        help: 'write it like `waivers: [{ rule: …, on: { service: … }, … }]`',
      },
    ],
  },
  {
    yaml: 'version: 1',
    problems: [
      {
        code: 'type',
        at: '',
        message: '`waivers` is missing from the document, at the top',
        help: 'add `waivers: …`',
      },
    ],
  },
  {
    yaml: 'waivers: [{ rule: a-b }]',
    problems: ['on', 'reason', 'owner', 'expires'].map((field) => ({
      code: 'type',
      at: 'waivers / 0',
      message: `\`${field}\` is missing from a waiver`,
      help: `add \`${field}: …\``,
    })),
  },
  {
    yaml: `waivers: [{ ${rest}, on: {} }]`,
    problems: [
      {
        code: 'empty',
        at: 'waivers / 0 / on',
        message: '`on` is empty, but must be a map that says what it is about',
        help: 'write it like `{ service: chat }`',
      },
    ],
  },
  {
    yaml: `waivers: [{ ${rest}, on: chat }]`,
    problems: [
      {
        code: 'type',
        at: 'waivers / 0 / on',
        message: '`on` is `chat`, but must be a map that says what it is about',
        help: 'write `{ service: chat }`',
      },
    ],
  },
  {
    yaml: `waivers: [{ ${rest}, on: { datacenter: x } }]`,
    problems: [
      {
        code: 'unknown-key',
        at: 'key waivers / 0 / on / datacenter',
        message: '`datacenter` is not a field of `on`',
        help: 'did you mean `location`?',
      },
    ],
  },
  {
    yaml: `waivers: [{ ${rest}, on: { service: [], tier: 5, fingerprint: abc, drill: soon } }]`,
    problems: [
      {
        code: 'empty',
        at: 'waivers / 0 / on / service',
        message: '`service` is an empty list',
        help: 'name at least one, or remove the line',
      },
      {
        code: 'value',
        at: 'waivers / 0 / on / drill',
        message: '`drill`: `soon` is not a date',
        help: 'write it as year-month-day, such as `2025-04-02`',
      },
      {
        code: 'type',
        at: 'waivers / 0 / on / tier',
        message: '`tier` is the number `5`, but must be one id or a list of ids',
        help: 'put it in quotes as it is written, like `"5"`',
      },
      {
        code: 'value',
        at: 'waivers / 0 / on / fingerprint',
        message: '`fingerprint`: `abc` is not a fingerprint',
        help: 'copy it from the report: `v1:` and 16 hexadecimal digits',
      },
    ],
  },
  {
    yaml: 'waivers: [{ rule: A, on: { service: x }, reason: "", owner: 3, expires: 2026-02-30 }]',
    problems: [
      {
        code: 'value',
        at: 'waivers / 0 / rule',
        message: '`rule`: `A` is not the name of a rule',
        help: 'rule names are like `owner-missing`',
      },
      {
        code: 'empty',
        at: 'waivers / 0 / reason',
        message: '`reason`: `""` is empty',
        help: 'write a text, or remove the line',
      },
      {
        code: 'type',
        at: 'waivers / 0 / owner',
        message: '`owner` is the number `3`, but must be text',
        help: 'put it in quotes as it is written, like `"3"`',
      },
      {
        code: 'value',
        at: 'waivers / 0 / expires',
        message: '`expires`: `2026-02-30` is not a day that exists: that month has 28 days',
        help: 'write it as year-month-day, such as `2025-04-02`',
      },
    ],
  },
  {
    yaml: `waivers: [{ ${rest}, on: { service: x }, until: 2027-01-01, expect: 0, severity: bad }]`,
    problems: [
      {
        code: 'unknown-key',
        at: 'key waivers / 0 / until',
        message: '`until` is not a field of a waiver',
        help: 'did you mean `expires`?',
      },
      {
        code: 'value',
        at: 'waivers / 0 / severity',
        message: '`severity` cannot be `bad`',
        help: 'write `critical`, `high`, `medium`, `low` or `info`',
      },
      { code: 'value', at: 'waivers / 0 / expect', message: '`expect` cannot be `0`', help: 'the least is 1' },
    ],
  },
  {
    yaml: 'waivers:',
    problems: [
      {
        code: 'empty',
        at: 'key waivers',
        message: '`waivers` has no value',
        help: 'write a list, or remove the line',
      },
    ],
  },
  {
    yaml: `version: 1\nx-a: 1\nwaivers: [{ id: W-1, ${rest}, on: { tier: [a, b], system: Talk }, expect: 3, x-b: 2 }]`,
    problems: [],
  },
];
