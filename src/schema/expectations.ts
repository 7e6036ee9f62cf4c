/** What a definition of the schemas asks for, in words that complete "must be …". */
export interface Expectation {
  readonly expected: string;
  /** An example that shows the form. */
  readonly example?: string;
  /** For a map: the field that a bare text most likely was meant for. */
  readonly mainField?: string;
  /** For a list: that a bare word most likely was meant as its only item. */
  readonly listOfWords?: true;
  /** For a map by id: what to write behind an id that was given as an item of a list, or alone. */
  readonly entry?: string;
}

const idList = { expected: 'a list of ids', example: '[pangyo-a, anyang]', listOfWords: true } as const;
const idMap = { expected: 'a map by id', example: '{ some-id: { … } }', entry: '{ … }' } as const;

/** By name of the definition; what is not here is told by its JSON type alone. */
export const expectations: ReadonlyMap<string, Expectation> = new Map<string, Expectation>([
  ['', { expected: 'a map of sections', example: 'services: { … }' }],
  ['id', { expected: 'an id', example: 'pangyo-a' }],
  ['reference', { expected: 'an id', example: 'pangyo-a' }],
  ['keyReference', { expected: 'the id of a service', example: 'kms' }],
  ['tierName', { expected: 'the id of a tier', example: 'critical' }],
  ['kind', { expected: 'a word', example: 'building' }],
  ['kindOrUnknown', { expected: 'a word', example: 'building' }],
  ['duration', { expected: 'a duration', example: '15m' }],
  ['size', { expected: 'an amount of data', example: '40TB' }],
  ['rate', { expected: 'a rate', example: '200MB/s' }],
  ['share', { expected: 'a share', example: '60%' }],
  ['minCapacity', { expected: 'a share', example: '60%' }],
  ['calendarDate', { expected: 'a date', example: '2025-04-02' }],
  ['dateOrUnknown', { expected: 'a date', example: '2025-04-02' }],
  ['dateOrNever', { expected: 'a date or `never`', example: '2025-04-02' }],
  ['amount', { expected: 'a number, 0 or more', example: '120' }],
  ['demand', { expected: 'a number, 0 or more', example: '120' }],
  ['count', { expected: 'a whole number, 0 or more', example: '2' }],
  ['quorum', { expected: '`majority` or a whole number of votes', example: 'majority' }],
  ['yesNo', { expected: '`true` or `false`' }],
  ['coordinates', { expected: 'a latitude and a longitude', example: '[37.402, 127.104]' }],
  ['latLon', { expected: 'a latitude and a longitude', example: '[37.402, 127.104]' }],
  ['ids', idList],
  ['failGroup', { expected: 'a group `{ allOf: [a, b] }`' }],
  ['failsWith', { ...idList, example: '[pangyo-battery-room]' }],
  ['failCondition', { expected: 'an id or a group `{ allOf: [a, b] }`' }],
  ['idsOrNone', { expected: 'a list of ids, or `none`', example: '[failover-console]', listOfWords: true }],
  ['oneOrMoreIds', { expected: 'one id or a list of ids', example: '[pangyo-a]' }],
  ['places', { expected: 'one id or a list of ids', example: 'pangyo-a' }],
  [
    'survive',
    { expected: 'a list of kinds, or a map from kinds to targets', example: '[building]', listOfWords: true },
  ],
  [
    'dependsOn',
    {
      expected: 'a map from service ids to `hard`, `soft` or `startup`',
      example: '{ account: hard }',
      entry: 'hard',
    },
  ],
  ['dependency', { expected: '`hard`, `soft`, `startup`, or a map of fields', example: 'hard' }],
  ['replicaList', { expected: 'a list of replicas', example: '[{ at: pangyo-a }, { at: anyang }]' }],
  ['replica', { expected: 'a map of fields', mainField: 'at' }],
  ['replicas', { ...idMap, example: '{ chat: [{ at: pangyo-a }] }', entry: '[{ at: … }]' }],
  ['backups', { expected: 'a map of backups by id, or `none`', example: '{ nightly: { at: anyang } }' }],
  ['data', { expected: '`none` or a map with `size`', example: '{ size: 40TB }', mainField: 'size' }],
  ['tested', { expected: '`never` or a map with `date`', example: '{ date: 2025-03-10 }', mainField: 'date' }],
  ['runbook', { expected: 'a map of fields', mainField: 'url' }],
  ['restore', { expected: 'a map of fields', mainField: 'time' }],
  ['rebuild', { expected: 'a map of fields', mainField: 'takes' }],
  ['contacts', { expected: 'a list of names', example: '[talk on-call]', listOfWords: true }],
  ['contact', { expected: 'a name, or a map with `name` and `reach`' }],
  ['drills', { expected: 'a list of drills', example: '[{ date: 2025-04-02 }]' }],
  ['drillFindings', { expected: 'a list of findings', example: '[{ what: … }]' }],
  ['drillFinding', { expected: 'a map of fields', mainField: 'what' }],
  ['locations', idMap],
  ['domains', idMap],
  ['tiers', idMap],
  ['services', idMap],
  ['scenarios', idMap],
  ['limitations', idMap],
  ['limitation', { expected: 'a map of fields', mainField: 'note' }],
  ['restart', { expected: 'a duration, or a map with `hosts` and `perHour`', example: '40m' }],
  ['measurements', { ...idMap, example: '{ chat: { rto: 22m } }' }],
  ['globs', { expected: 'a list of paths or globs', example: "['inventory/**/*.yaml']" }],
  ['rules', { expected: 'a map from rule ids to severities', example: '{ owner-missing: low }' }],
  ['rule', { expected: 'a severity, `off`, or a map with `severity` and `options`', example: 'low' }],
]);
