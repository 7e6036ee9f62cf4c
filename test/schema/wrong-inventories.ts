import type { WrongDocument } from './wrong-document.js';

/** Small wrong inventories, each with everything that is said about it. */
export const wrongInventories: readonly WrongDocument[] = [
  {
    yaml: 'services: { chat: { teir: 1 } }',
    problems: [
      {
        code: 'unknown-key',
        at: 'key services / chat / teir',
        message: '`teir` is not a field of a service',
        help: 'did you mean `tier`?',
      },
    ],
  },
  {
    yaml: 'services: { chat: { rto: 5m } }',
    problems: [
      {
        code: 'unknown-key',
        at: 'key services / chat / rto',
        message: '`rto` is not a field of a service',
        help: '`rto` belongs under `objectives`',
      },
    ],
  },
  {
    yaml: 'services: { chat: { recovery: { detect: 5 } } }',
    problems: [
      {
        code: 'value',
        at: 'services / chat / recovery / detect',
        message: '`detect`: `5` has no unit',
        help: 'write `5m` (minutes) or `5s` (seconds)',
      },
    ],
  },
  {
    yaml: 'services: { chat: { recovery: { rto: 5m, dtect: 1m } } }',
    problems: [
      {
        code: 'unknown-key',
        at: 'key services / chat / recovery / rto',
        message: '`rto` is not a field of `recovery`',
        help: '`rto` belongs under `objectives`',
      },
      {
        code: 'unknown-key',
        at: 'key services / chat / recovery / dtect',
        message: '`dtect` is not a field of `recovery`',
        help: 'did you mean `detect`?',
      },
    ],
  },
  {
    yaml: 'services: { chat: { tier: } }',
    problems: [
      {
        code: 'empty',
        at: 'key services / chat / tier',
        message: '`tier` has no value',
        help: 'write one, write `unknown`, or remove the line',
      },
    ],
  },
  {
    yaml: 'services: { chat: }',
    problems: [
      {
        code: 'empty',
        at: 'key services / chat',
        message: '`chat` has no value',
        help: 'write `chat: {}` if there is nothing to say, or remove the line',
      },
    ],
  },
  {
    yaml: 'services:',
    problems: [
      {
        code: 'empty',
        at: 'key services',
        message: '`services` has no value',
        help: 'write `services: {}` if there is nothing to say, or remove the line',
      },
    ],
  },
  {
    yaml: 'locations: { a: { in: 1 } }',
    problems: [
      {
        code: 'type',
        at: 'locations / a / in',
        message: '`in` is the number `1`, but must be an id',
        help: 'put it in quotes as it is written, like `"1"`',
      },
    ],
  },
  {
    yaml: 'locations: { a: { failsWith: feed-1 } }',
    problems: [
      {
        code: 'type',
        at: 'locations / a / failsWith',
        message: '`failsWith` is `feed-1`, but must be a list of ids',
        help: 'write a list: `[feed-1]`',
      },
    ],
  },
  {
    yaml: 'locations: { a: { failsWith: [ {allOf: [x]} ] } }',
    problems: [
      {
        code: 'value',
        at: 'locations / a / failsWith / 0 / allOf',
        message: '`allOf` needs at least two',
        help: 'one alone is written as a plain id',
      },
    ],
  },
  {
    yaml: 'locations: { a: { failsWith: [ {anyOf: [x, y]} , "a b", unknown, 5, null] } }',
    problems: [
      {
        code: 'type',
        at: 'locations / a / failsWith / 0',
        message: '`allOf` is missing from a group of `failsWith`',
        help: 'add `allOf: …`',
      },
      {
        code: 'unknown-key',
        at: 'key locations / a / failsWith / 0 / anyOf',
        message: '`anyOf` is not a field of a group of `failsWith`',
        help: '`anyOf` belongs in an entry of `dependsOn`',
      },
      {
        code: 'value',
        at: 'locations / a / failsWith / 1',
        message: 'item 2 of `failsWith`: `a b` has a space in it',
        help: 'write `a-b`',
      },
      {
        code: 'value',
        at: 'locations / a / failsWith / 2',
        message: 'item 3 of `failsWith`: `unknown` is a reserved word and cannot be an id',
        help: 'a list must be complete; where it is not, leave the whole line out',
      },
      {
        code: 'type',
        at: 'locations / a / failsWith / 3',
        message: 'item 4 of `failsWith` is the number `5`, but must be an id or a group `{ allOf: [a, b] }`',
        help: 'put it in quotes as it is written, like `"5"`',
      },
      {
        code: 'empty',
        at: 'locations / a / failsWith / 4',
        message: 'item 5 of `failsWith` has no value',
        help: 'write one, or remove the item',
      },
    ],
  },
  {
    yaml: 'locations: { "a b": {}, all: {}, x-ray: {}, "": {} }',
    problems: [
      {
        code: 'value',
        at: 'key locations / a b',
        message: '`a b` has a space in it',
        help: 'write `a-b`',
      },
      {
        code: 'value',
        at: 'key locations / all',
        message: '`all` is a reserved word and cannot be an id',
        help: 'choose another name',
      },
      {
        code: 'value',
        at: 'key locations / ',
        message: '`""` is empty',
        help: 'an id is made of letters, digits and `_`, then also `. : / @ + -`',
      },
    ],
  },
  {
    yaml: 'services: { c: { replicas: [ { at: [], role: standbye, lag: 5, capacity: 0.4 } ] } }',
    problems: [
      {
        code: 'empty',
        at: 'services / c / replicas / 0 / at',
        message: '`at` is an empty list',
        help: 'name at least one, or remove the line',
      },
      {
        code: 'value',
        at: 'services / c / replicas / 0 / role',
        message: '`role` cannot be `standbye`',
        help: 'did you mean `standby`? Allowed are `active`, `primary`, `standby`, `replica`, `witness` and `unknown`',
      },
      {
        code: 'value',
        at: 'services / c / replicas / 0 / lag',
        message: '`lag`: `5` has no unit',
        help: 'write `5m` (minutes) or `5s` (seconds)',
      },
      {
        code: 'value',
        at: 'services / c / replicas / 0 / capacity',
        message: '`capacity`: `0.4` has no percent sign',
        help: 'write `40%` for that share of the whole',
      },
    ],
  },
  {
    yaml: 'services: { c: { replicas: { at: a } } }',
    problems: [
      {
        code: 'type',
        at: 'services / c / replicas',
        message: '`replicas` is a map, but must be a list of replicas',
        help: 'write it like `[{ at: pangyo-a }, { at: anyang }]`',
      },
    ],
  },
  {
    yaml: 'services: { c: { dependsOn: [a, b] } }',
    problems: [
      {
        code: 'type',
        at: 'services / c / dependsOn',
        message: '`dependsOn` is a list, but must be a map from service ids to `hard`, `soft` or `startup`, or `none`',
        help: 'write each by its id: `a: hard`',
      },
    ],
  },
  {
    yaml: 'services: { c: { dependsOn: {a: hrad, b: 5, c: { kind: hard, anyOf: [] } } } }',
    problems: [
      {
        code: 'value',
        at: 'services / c / dependsOn / a',
        message: '`a` cannot be `hrad`',
        help: 'did you mean `hard`? Allowed are `hard`, `soft`, `startup` and `unknown`',
      },
      {
        code: 'type',
        at: 'services / c / dependsOn / b',
        message: '`b` is the number `5`, but must be `hard`, `soft`, `startup`, or a map of fields',
        help: 'write it like `hard`',
      },
      {
        code: 'empty',
        at: 'services / c / dependsOn / c / anyOf',
        message: '`anyOf` is an empty list',
        help: 'name at least one, or remove the line',
      },
    ],
  },
  {
    yaml: 'services: { c: { quorum: 0, data: 40TB, demand: "12", backups: nightly } }',
    problems: [
      {
        code: 'value',
        at: 'services / c / quorum',
        message: '`quorum` cannot be `0`',
        help: 'the least is 1',
      },
      {
        code: 'type',
        at: 'services / c / backups',
        message: '`backups` is `nightly`, but must be a map of backups by id, or `none`',
        help: 'write it like `{ nightly: { at: anyang } }`',
      },
      {
        code: 'type',
        at: 'services / c / data',
        message: '`data` is `40TB`, but must be `none` or a map with `size`',
        help: 'write `{ size: 40TB }`',
      },
      {
        code: 'type',
        at: 'services / c / demand',
        message: '`demand` is the text `12`, but must be a number, 0 or more',
        help: 'write it without quotes: `12`',
      },
    ],
  },
  {
    yaml: 'services: { c: { objectives: { survive: building, rto: 1:30, rpo: 90 } } }',
    problems: [
      {
        code: 'value',
        at: 'services / c / objectives / rto',
        message: '`rto`: `1:30` looks like a time of day',
        help: 'write `1h30m` (hours and minutes) or `1m30s` (minutes and seconds)',
      },
      {
        code: 'value',
        at: 'services / c / objectives / rpo',
        message: '`rpo`: `90` has no unit',
        help: 'write `90m` (minutes) or `90s` (seconds)',
      },
      {
        code: 'type',
        at: 'services / c / objectives / survive',
        message: '`survive` is `building`, but must be a list of kinds, or a map from kinds to targets',
        help: 'write a list: `[building]`',
      },
    ],
  },
  {
    yaml: 'services: { c: { objectives: { survive: [Building, data center] } } }',
    problems: [
      {
        code: 'value',
        at: 'services / c / objectives / survive / 0',
        message: 'item 1 of `survive`: `Building` is not in lower case',
        help: 'write `building`',
      },
      {
        code: 'value',
        at: 'services / c / objectives / survive / 1',
        message: 'item 2 of `survive`: `data center` has a space in it',
        help: 'write `data-center`',
      },
    ],
  },
  {
    yaml: 'services: { c: { backups: { n: { tested: 2025-01-01, immutable: yes, key: all, restore: { rate: 200MB }, every: 1mo } } } }',
    problems: [
      {
        code: 'value',
        at: 'services / c / backups / n / every',
        message: '`every`: `1mo` has no fixed length in `mo`',
        help: 'write it in days: `30d`',
      },
      {
        code: 'type',
        at: 'services / c / backups / n / immutable',
        message: '`immutable` is `yes`, but must be `true` or `false`',
        help: 'write `true`',
      },
      {
        code: 'value',
        at: 'services / c / backups / n / key',
        message: '`key`: `all` is a reserved word and cannot be an id',
        help: 'choose another name',
      },
      {
        code: 'value',
        at: 'services / c / backups / n / restore / rate',
        message: '`rate`: `200MB` does not say per what time',
        help: 'write `200MB/s`',
      },
      {
        code: 'type',
        at: 'services / c / backups / n / tested',
        message: '`tested` is `2025-01-01`, but must be `never` or a map with `date`',
        help: 'write `{ date: 2025-01-01 }`',
      },
    ],
  },
  {
    yaml: 'services: { c: { backups: { n: { tested: { result: passedd } } } } }',
    problems: [
      {
        code: 'type',
        at: 'services / c / backups / n / tested',
        message: '`date` is missing from a restore test',
        help: 'add `date: …`',
      },
      {
        code: 'value',
        at: 'services / c / backups / n / tested / result',
        message: '`result` cannot be `passedd`',
        help: 'did you mean `passed`? Allowed are `passed`, `failed`, `partial` and `unknown`',
      },
    ],
  },
  {
    yaml: 'drills: [ { lose: a } , { date: 2025-02-30 }, { date: 2025-01-01, result: recoverd, measured: { chat: { rto: 5 } }, findings: [ {} ] } ]',
    problems: [
      {
        code: 'type',
        at: 'drills / 0',
        message: '`date` is missing from a drill',
        help: 'add `date: …`',
      },
      {
        code: 'value',
        at: 'drills / 1 / date',
        message: '`date`: `2025-02-30` is not a day that exists: that month has 28 days',
        help: 'write it as year-month-day, such as `2025-04-02`',
      },
      {
        code: 'value',
        at: 'drills / 2 / result',
        message: '`result` cannot be `recoverd`',
        help: 'did you mean `recovered`? Allowed are `recovered`, `partial`, `failed` and `unknown`',
      },
      {
        code: 'value',
        at: 'drills / 2 / measured / chat / rto',
        message: '`rto`: `5` has no unit',
        help: 'write `5m` (minutes) or `5s` (seconds)',
      },
      {
        code: 'type',
        at: 'drills / 2 / findings / 0',
        message: '`what` is missing from a finding of a drill',
        help: 'add `what: …`',
      },
    ],
  },
  {
    yaml: 'drills: [ { date: 2025-01-01, digests: { chat: 3f9a0c21 } } ]',
    problems: [
      {
        code: 'value',
        at: 'drills / 0 / digests / chat',
        message: '`chat`: `3f9a0c21` is not a digest',
        help: 'let `firebreak drills record` write it, or remove the line',
      },
    ],
  },
  {
    yaml: 'drills: { a: {} }',
    problems: [
      {
        code: 'type',
        at: 'drills',
        message: '`drills` is a map, but must be a list of drills',
        help: 'write it like `[{ date: 2025-04-02 }]`',
      },
    ],
  },
  {
    yaml: 'locations: { a: { coordinates: [137.1, 37.4], capacity: -4, status: planed } , b: { coordinates: [1] }, c: { coordinates: "1,2" }, d: {coordinates: [1,2,3]} }',
    problems: [
      {
        code: 'value',
        at: 'locations / a / coordinates / 0',
        message: 'item 1 of `coordinates` cannot be `137.1`',
        help: 'the most is 90; write latitude first, then longitude, in degrees',
      },
      {
        code: 'value',
        at: 'locations / a / capacity',
        message: '`capacity` cannot be `-4`',
        help: 'the least is 0',
      },
      {
        code: 'value',
        at: 'locations / a / status',
        message: '`status` cannot be `planed`',
        help: 'did you mean `planned`? Allowed are `active`, `planned` and `unknown`',
      },
      {
        code: 'type',
        at: 'locations / b / coordinates',
        message: '`coordinates` needs two numbers',
        help: 'write `[37.402, 127.104]`: latitude, longitude',
      },
      {
        code: 'type',
        at: 'locations / c / coordinates',
        message: '`coordinates` is `1,2`, but must be a latitude and a longitude',
        help: 'write it like `[37.402, 127.104]`',
      },
      {
        code: 'type',
        at: 'locations / d / coordinates',
        message: '`coordinates` is a list, but must be a latitude and a longitude',
        help: 'write it like `[37.402, 127.104]`',
      },
    ],
  },
  {
    yaml: 'version: 2',
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
    yaml: 'version: "1"',
    problems: [
      {
        code: 'type',
        at: 'version',
        message: '`version` is the text `1`, but must be `1`',
        help: 'write `version: 1`, the only version there is',
      },
    ],
  },
  {
    yaml: 'version:',
    problems: [
      {
        code: 'empty',
        at: 'key version',
        message: '`version` has no value',
        help: 'write one, or remove the line',
      },
    ],
  },
  {
    yaml: 'foo: 1',
    problems: [
      {
        code: 'not-inventory',
        at: '',
        message: 'none of its keys is a section of an inventory',
        help: 'leave the file out, or point Firebreak at the inventory only',
      },
    ],
  },
  {
    yaml: 'sevices: {}\nbar: 1',
    problems: [
      {
        code: 'unknown-key',
        at: 'key sevices',
        message: '`sevices` is not a section of an inventory',
        help: 'did you mean `services`?',
      },
      {
        code: 'unknown-key',
        at: 'key bar',
        message: '`bar` is not a section of an inventory',
        help: 'the sections are `version`, `locations`, `domains`, `tiers`, `services`, `replicas`, `drills`, `scenarios`, `limitations`, `plans`, `suppliers`, `contacts`, `reviewed` and `defaults`; a key of your own begins with `x-`',
      },
    ],
  },
  {
    yaml: 'apiVersion: v1\nkind: Pod',
    problems: [
      {
        code: 'not-inventory',
        at: '',
        message: 'this is a Kubernetes manifest, not an inventory',
        help: 'leave the file out, or point Firebreak at the inventory only',
      },
    ],
  },
  {
    yaml: '[a, b]',
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
    yaml: '5',
    problems: [
      {
        code: 'type',
        at: '',
        message: 'the document is the number `5`, but must be a map of sections',
        help: 'write it like `services: { … }`',
      },
    ],
  },
  {
    yaml: '',
    problems: [
      {
        code: 'empty',
        at: '',
        message: 'the document is empty',
        help: 'begin with `locations` or `services`',
      },
    ],
  },
  {
    yaml: 'x-a: 1',
    problems: [
      {
        code: 'empty',
        at: '',
        message: 'the document has none of the sections of an inventory',
        help: 'begin with `locations` or `services`',
      },
    ],
  },
  {
    yaml: 'version: 1',
    problems: [
      {
        code: 'empty',
        at: '',
        message: 'the document has none of the sections of an inventory',
        help: 'begin with `locations` or `services`',
      },
    ],
  },
  {
    yaml: 'services: [ {name: chat} ]',
    problems: [
      {
        code: 'type',
        at: 'services',
        message: '`services` is a list, but must be a map by id',
        help: 'write each by its id: `chat: { … }`',
      },
    ],
  },
  {
    yaml: 'services: { c: { recovery: { runbook: https://x, uses: failover, contacts: [ {reach: x} ], rebuild: 5 }, owner: 5, failsWith: unknown } }',
    problems: [
      {
        code: 'type',
        at: 'services / c / owner',
        message: '`owner` is the number `5`, but must be text',
        help: 'put it in quotes as it is written, like `"5"`',
      },
      {
        code: 'type',
        at: 'services / c / recovery / uses',
        message: '`uses` is `failover`, but must be a list of ids, or `none`',
        help: 'write a list: `[failover]`',
      },
      {
        code: 'type',
        at: 'services / c / recovery / rebuild',
        message: '`rebuild` is the number `5`, but must be a map of fields',
        help: 'write its fields below it, as `key: value`, or take it out',
      },
      {
        code: 'type',
        at: 'services / c / recovery / runbook',
        message: '`runbook` is `https://x`, but must be a map of fields',
        help: 'write `{ url: https://x }`',
      },
      {
        code: 'type',
        at: 'services / c / recovery / contacts / 0',
        message: '`name` is missing from a contact',
        help: 'add `name: …`',
      },
      {
        code: 'type',
        at: 'services / c / failsWith',
        message: '`failsWith` is `unknown`, but must be a list of ids',
        help: 'leave the line out if it is not known',
      },
    ],
  },
  {
    yaml: 'tiers: { a: { tier: b, name: x } }\ndefaults: { tier: b }',
    problems: [
      {
        code: 'unknown-key',
        at: 'key tiers / a / tier',
        message: '`tier` is not a field of a tier',
        help: '`tier` belongs in an entry of `services`',
      },
      {
        code: 'unknown-key',
        at: 'key tiers / a / name',
        message: '`name` is not a field of a tier',
        help: 'its fields are `rank`, `kind`, `purpose`, `system`, `owner`, `objectives`, `dependsOn`, `replicas`, `quorum`, `backups`, `data`, `recovery`, `demand`, `minCapacity`, `failsWith` and `bia`; a key of your own begins with `x-`',
      },
      {
        code: 'unknown-key',
        at: 'key defaults / tier',
        message: '`tier` is not a field of `defaults`',
        help: '`tier` belongs in an entry of `services`',
      },
    ],
  },
  {
    yaml: 'services: { web: { image: nginx } }',
    problems: [
      {
        code: 'not-inventory',
        at: '',
        message: 'this is a Docker Compose file, not an inventory',
        help: 'leave the file out, or point Firebreak at the inventory only',
      },
    ],
  },
  {
    yaml: 'services: { c: { replicas: [ {datacenter: x }, 5, pangyo ] } }',
    problems: [
      {
        code: 'unknown-key',
        at: 'key services / c / replicas / 0 / datacenter',
        message: '`datacenter` is not a field of a replica',
        help: 'did you mean `at`?',
      },
      {
        code: 'type',
        at: 'services / c / replicas / 1',
        message: 'item 2 of `replicas` is the number `5`, but must be a map of fields',
        help: 'write its fields below it, as `key: value`, or take it out',
      },
      {
        code: 'type',
        at: 'services / c / replicas / 2',
        message: 'item 3 of `replicas` is `pangyo`, but must be a map of fields',
        help: 'write `{ at: pangyo }`',
      },
    ],
  },
  {
    yaml: 'scenarios: { a: { lose: [], destroys: maybe, lasts: 1h 30m } }',
    problems: [
      {
        code: 'empty',
        at: 'scenarios / a / lose',
        message: '`lose` is an empty list',
        help: 'name at least one, or remove the line',
      },
      {
        code: 'value',
        at: 'scenarios / a / lasts',
        message: '`lasts`: `1h 30m` has spaces in it',
        help: 'write `1h30m`',
      },
      {
        code: 'type',
        at: 'scenarios / a / destroys',
        message: '`destroys` is `maybe`, but must be `true` or `false`',
        help: 'write `true` or `false`',
      },
    ],
  },
  {
    yaml: 'locations: { a: { facility: { ups: 3N, feeds: two, tests: { UPS: yes, ups: 2025-13-01 } } } }',
    problems: [
      {
        code: 'type',
        at: 'locations / a / facility / feeds',
        message: '`feeds` is `two`, but must be a whole number, 0 or more',
        help: 'write it like `2`',
      },
      {
        code: 'value',
        at: 'locations / a / facility / ups',
        message: '`ups` cannot be `3N`',
        help: 'write `none`, `N`, `N+1`, `N+2`, `2N`, `2N+1` or `unknown`',
      },
      {
        code: 'value',
        at: 'key locations / a / facility / tests / UPS',
        message: '`UPS` is not in lower case',
        help: 'write `ups`',
      },
      {
        code: 'value',
        at: 'locations / a / facility / tests / UPS',
        message: '`UPS`: `yes` is not a date',
        help: 'write it as year-month-day, such as `2025-04-02`',
      },
      {
        code: 'value',
        at: 'locations / a / facility / tests / ups',
        message: '`ups`: `2025-13-01` is not a day that exists: there are 12 months',
        help: 'write it as year-month-day, such as `2025-04-02`',
      },
    ],
  },
  {
    yaml: 'services: { a: { replicas: [ { role: 5 , readiness: [hot], votes: 1.5 } ] } }',
    problems: [
      {
        code: 'type',
        at: 'services / a / replicas / 0 / role',
        message:
          '`role` is the number `5`, but must be one of `active`, `primary`, `standby`, `replica`, `witness` or `unknown`',
        help: 'write one of `active`, `primary`, `standby`, `replica`, `witness` or `unknown`, or take it out',
      },
      {
        code: 'type',
        at: 'services / a / replicas / 0 / readiness',
        message: '`readiness` is a list, but must be one of `hot`, `warm`, `cold` or `unknown`',
        help: 'write one of `hot`, `warm`, `cold` or `unknown`, or take it out',
      },
      {
        code: 'type',
        at: 'services / a / replicas / 0 / votes',
        message: '`votes` is the number `1.5`, but must be a whole number, 0 or more',
        help: 'write it like `2`',
      },
    ],
  },
  {
    yaml: 'services: { a: { notes: "" , depends_on: {}, min-capacity: 4, dependencies: {} } }',
    problems: [
      {
        code: 'unknown-key',
        at: 'key services / a / depends_on',
        message: '`depends_on` is not a field of a service',
        help: 'did you mean `dependsOn`?',
      },
      {
        code: 'unknown-key',
        at: 'key services / a / min-capacity',
        message: '`min-capacity` is not a field of a service',
        help: 'did you mean `minCapacity`?',
      },
      {
        code: 'unknown-key',
        at: 'key services / a / dependencies',
        message: '`dependencies` is not a field of a service',
        help: 'did you mean `dependsOn`?',
      },
      {
        code: 'empty',
        at: 'services / a / notes',
        message: '`notes`: `""` is empty',
        help: 'write a text, or remove the line',
      },
    ],
  },
  {
    yaml: 'domains: { a: { in: b, coordinates: 1 } }',
    problems: [
      {
        code: 'unknown-key',
        at: 'key domains / a / in',
        message: '`in` is not a field of a domain',
        help: '`in` belongs in an entry of `locations`',
      },
      {
        code: 'unknown-key',
        at: 'key domains / a / coordinates',
        message: '`coordinates` is not a field of a domain',
        help: '`coordinates` belongs in an entry of `locations`',
      },
    ],
  },
  {
    yaml: 'services: { a: { at: x , backup: {}, restore: {}} }',
    problems: [
      {
        code: 'unknown-key',
        at: 'key services / a / at',
        message: '`at` is not a field of a service',
        help: '`at` belongs in an item of `replicas`',
      },
      {
        code: 'unknown-key',
        at: 'key services / a / backup',
        message: '`backup` is not a field of a service',
        help: 'did you mean `backups`?',
      },
      {
        code: 'unknown-key',
        at: 'key services / a / restore',
        message: '`restore` is not a field of a service',
        help: '`restore` belongs in an entry of `backups`',
      },
    ],
  },
  {
    yaml: 'locations: { a: {replicas: [] , every: 1d} }',
    problems: [
      {
        code: 'unknown-key',
        at: 'key locations / a / replicas',
        message: '`replicas` is not a field of a location',
        help: '`replicas` is a field of the document, at the top',
      },
      {
        code: 'unknown-key',
        at: 'key locations / a / every',
        message: '`every` is not a field of a location',
        help: '`every` is a field of a backup',
      },
    ],
  },
  {
    yaml: 'replicas: { a: { at: b } }',
    problems: [
      {
        code: 'type',
        at: 'replicas / a',
        message: '`a` is a map, but must be a list of replicas',
        help: 'write it like `[{ at: pangyo-a }, { at: anyang }]`',
      },
    ],
  },
  {
    yaml: 'services: { a: { objectives: { survive: { building: , region: { rtoo: 1h } } } } }',
    problems: [
      {
        code: 'empty',
        at: 'key services / a / objectives / survive / building',
        message: '`building` has no value',
        help: 'write `building: {}` if there is nothing to say, or remove the line',
      },
      {
        code: 'unknown-key',
        at: 'key services / a / objectives / survive / region / rtoo',
        message: '`rtoo` is not a field of the targets of a kind',
        help: 'did you mean `rto`?',
      },
    ],
  },
  {
    yaml: 'services: { a: 5 }',
    problems: [
      {
        code: 'type',
        at: 'services / a',
        message: '`a` is the number `5`, but must be a map of fields',
        help: 'write its fields below it, as `key: value`, or take it out',
      },
    ],
  },
  {
    yaml: 'services: { c: { dependsOn: nothing } }',
    problems: [
      {
        code: 'type',
        at: 'services / c / dependsOn',
        message:
          '`dependsOn` is `nothing`, but must be a map from service ids to `hard`, `soft` or `startup`, or `none`',
        help: 'write each by its id: `nothing: hard`',
      },
    ],
  },
  {
    yaml: 'services: { c: { replicas: [ { at: [unknown] }, { at: "a b" }, { at: {} } ] } }',
    problems: [
      {
        code: 'value',
        at: 'services / c / replicas / 0 / at / 0',
        message: 'item 1 of `at`: `unknown` is a reserved word and cannot be an id',
        help: 'a list must be complete; where it is not, leave the whole line out',
      },
      {
        code: 'value',
        at: 'services / c / replicas / 1 / at',
        message: '`at`: `a b` has a space in it',
        help: 'write `a-b`',
      },
      {
        code: 'type',
        at: 'services / c / replicas / 2 / at',
        message: '`at` is a map, but must be one id or a list of ids',
        help: 'write it like `pangyo-a`',
      },
    ],
  },
  {
    yaml: 'services: { c: { dependsOn: { "a b": hard } } }',
    problems: [
      {
        code: 'value',
        at: 'key services / c / dependsOn / a b',
        message: '`a b` has a space in it',
        help: 'write `a-b`',
      },
    ],
  },
  {
    yaml: 'drills: [ { date: unknown, measured: [] }, { dat: 2025-01-01 } ]',
    problems: [
      {
        code: 'value',
        at: 'drills / 0 / date',
        message: '`date`: `unknown` is not a date',
        help: 'write it as year-month-day, such as `2025-04-02`',
      },
      {
        code: 'type',
        at: 'drills / 0 / measured',
        message: '`measured` is a list, but must be a map by id',
        help: 'write it like `{ chat: { rto: 22m } }`',
      },
      {
        code: 'unknown-key',
        at: 'key drills / 1 / dat',
        message: '`dat` is not a field of a drill',
        help: 'did you mean `date`?',
      },
    ],
  },
  {
    yaml: 'services: { c: { recovery: { contacts: on-call, uses: never } } }',
    problems: [
      {
        code: 'type',
        at: 'services / c / recovery / uses',
        message: '`uses` is `never`, but must be a list of ids, or `none`',
        help: 'write a list: `[]`',
      },
      {
        code: 'type',
        at: 'services / c / recovery / contacts',
        message: '`contacts` is `on-call`, but must be a list of names',
        help: 'write a list: `[on-call]`',
      },
    ],
  },
  {
    yaml: 'locations: { a: { kind: Building, facility: 2N } }',
    problems: [
      {
        code: 'value',
        at: 'locations / a / kind',
        message: '`kind`: `Building` is not in lower case',
        help: 'write `building`',
      },
      {
        code: 'type',
        at: 'locations / a / facility',
        message: '`facility` is `2N`, but must be a map of fields',
        help: 'write its fields below it, as `key: value`, or take it out',
      },
    ],
  },
  {
    yaml: 'services: { c: { quorum: most, minCapacity: 40, tier: [a] } }',
    problems: [
      {
        code: 'type',
        at: 'services / c / tier',
        message: '`tier` is a list, but must be the id of a tier',
        help: 'write it like `critical`',
      },
      {
        code: 'type',
        at: 'services / c / quorum',
        message: '`quorum` is `most`, but must be `majority` or a whole number of votes',
        help: 'write it like `majority`',
      },
      {
        code: 'value',
        at: 'services / c / minCapacity',
        message: '`minCapacity`: `40` has no percent sign',
        help: 'write `40%`',
      },
    ],
  },
  {
    yaml: 'services: { c: { recovery: { runbook: { reviewed: 2025-02-29, hostedOn: [] } } } }',
    problems: [
      {
        code: 'empty',
        at: 'services / c / recovery / runbook / hostedOn',
        message: '`hostedOn` is an empty list',
        help: 'name at least one, or remove the line',
      },
      {
        code: 'value',
        at: 'services / c / recovery / runbook / reviewed',
        message: '`reviewed`: `2025-02-29` is not a day that exists: that month has 28 days',
        help: 'write it as year-month-day, such as `2025-04-02`',
      },
    ],
  },
  {
    yaml: 'services: { c: { tier: all } }',
    problems: [
      {
        code: 'value',
        at: 'services / c / tier',
        message: '`tier`: `all` is a reserved word and cannot be an id',
        help: 'choose another name',
      },
    ],
  },
  {
    yaml: 'apiVersion: v1\nkind: List\nservices: {}',
    problems: [
      {
        code: 'not-inventory',
        at: '',
        message: 'this is a Kubernetes manifest, not an inventory',
        help: 'leave the file out, or point Firebreak at the inventory only',
      },
    ],
  },
  {
    yaml: 'jobs: {}\non: push',
    problems: [
      {
        code: 'not-inventory',
        at: '',
        message: 'this is a CI workflow, not an inventory',
        help: 'leave the file out, or point Firebreak at the inventory only',
      },
    ],
  },
  {
    yaml: 'services: {}\njobs: {}',
    problems: [
      {
        code: 'unknown-key',
        at: 'key jobs',
        message: '`jobs` is not a section of an inventory',
        help: 'the sections are `version`, `locations`, `domains`, `tiers`, `services`, `replicas`, `drills`, `scenarios`, `limitations`, `plans`, `suppliers`, `contacts`, `reviewed` and `defaults`; a key of your own begins with `x-`',
      },
    ],
  },
  {
    yaml: 'openapi: 3.0.0\ninfo: {}',
    problems: [
      {
        code: 'not-inventory',
        at: '',
        message: 'this is an OpenAPI description, not an inventory',
        help: 'leave the file out, or point Firebreak at the inventory only',
      },
    ],
  },
  {
    yaml: 'failOn: high\nrules: {}',
    problems: [
      {
        code: 'not-inventory',
        at: '',
        message: 'this is a file of Firebreak settings, not an inventory',
        help: 'leave the file out, or point Firebreak at the inventory only',
      },
    ],
  },
  {
    yaml: '- hosts: all\n  tasks: []',
    problems: [
      {
        code: 'not-inventory',
        at: '',
        message: 'this is an Ansible playbook, not an inventory',
        help: 'leave the file out, or point Firebreak at the inventory only',
      },
    ],
  },
  {
    yaml: 'services: { c: { x-owner: , "x-": 1 } , x-d: { foo: 1 } }',
    problems: [
      {
        code: 'unknown-key',
        at: 'key services / x-d / foo',
        message: '`foo` is not a field of a service',
        help: 'its fields are `name`, `kind`, `purpose`, `system`, `owner`, `tier`, `objectives`, `dependsOn`, `replicas`, `quorum`, `backups`, `data`, `recovery`, `demand`, `minCapacity`, `failsWith`, `bia` and `notes`; a key of your own begins with `x-`',
      },
    ],
  },
  {
    yaml: 'version: 1\nservices: { c: { objectives: { rto: true, rpo: [] } } }',
    problems: [
      {
        code: 'type',
        at: 'services / c / objectives / rto',
        message: '`rto` is `true`, but must be a duration',
        help: 'write it like `15m`',
      },
      {
        code: 'type',
        at: 'services / c / objectives / rpo',
        message: '`rpo` is a list, but must be a duration',
        help: 'write it like `15m`',
      },
    ],
  },
  {
    yaml: 'locations: { a: { failsWith: [ { allOf: [x, y], note: z } ] } }',
    problems: [
      {
        code: 'unknown-key',
        at: 'key locations / a / failsWith / 0 / note',
        message: '`note` is not a field of a group of `failsWith`',
        help: '`note` belongs in an entry of `dependsOn`',
      },
    ],
  },
  {
    yaml: 'services: { "#a": {}, -a: {} }',
    problems: [
      {
        code: 'value',
        at: 'key services / #a',
        message: '`#a` has `#` in it, which an id cannot have',
        help: 'an id is made of letters, digits and `_`, then also `. : / @ + -`',
      },
      {
        code: 'value',
        at: 'key services / -a',
        message: '`-a` does not begin with a letter, a digit or `_`',
        help: 'an id is made of letters, digits and `_`, then also `. : / @ + -`',
      },
    ],
  },
  {
    yaml: 'locations: { a: { coordinates: [north, east] } }',
    problems: [
      {
        code: 'type',
        at: 'locations / a / coordinates / 0',
        message: 'item 1 of `coordinates` is `north`, but must be a number',
        help: 'write a number, or take it out',
      },
      {
        code: 'type',
        at: 'locations / a / coordinates / 1',
        message: 'item 2 of `coordinates` is `east`, but must be a number',
        help: 'write a number, or take it out',
      },
    ],
  },
  {
    yaml: 'services: { c: { backups: { n: { immutable: 1, tested: nevr } } } }',
    problems: [
      {
        code: 'type',
        at: 'services / c / backups / n / immutable',
        message: '`immutable` is the number `1`, but must be `true` or `false`',
        help: 'write `true` or `false`, or take it out',
      },
      {
        code: 'value',
        at: 'services / c / backups / n / tested',
        message: '`tested` cannot be `nevr`',
        help: 'did you mean `never`? Allowed are `never` and `unknown`',
      },
    ],
  },
  {
    yaml: 'services: { c: { replicas: [ ] , dependsOn: { a: { kind: hrd, anyof: [x] } } } }',
    problems: [
      {
        code: 'unknown-key',
        at: 'key services / c / dependsOn / a / anyof',
        message: '`anyof` is not a field of a dependency',
        help: 'did you mean `anyOf`?',
      },
      {
        code: 'value',
        at: 'services / c / dependsOn / a / kind',
        message: '`kind` cannot be `hrd`',
        help: 'did you mean `hard`? Allowed are `hard`, `soft`, `startup` and `unknown`',
      },
    ],
  },
  {
    yaml: 'drills: [ 2025-01-01 ]',
    problems: [
      {
        code: 'type',
        at: 'drills / 0',
        message: 'item 1 of `drills` is `2025-01-01`, but must be a map of fields',
        help: 'write its fields below it, as `key: value`, or take it out',
      },
    ],
  },
];
