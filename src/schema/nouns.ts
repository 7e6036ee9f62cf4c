/** How a map of fields is called in a message; one that is not here is called by its own key. */
export const nouns: ReadonlyMap<string, string> = new Map([
  ['location', 'a location'],
  ['domain', 'a domain'],
  ['service', 'a service'],
  ['replica', 'a replica'],
  ['backup', 'a backup'],
  ['restoreTest', 'a restore test'],
  ['drill', 'a drill'],
  ['drillFinding', 'a finding of a drill'],
  ['scenario', 'a scenario'],
  ['dependencyFacts', 'a dependency'],
  ['contactFacts', 'a contact'],
  ['failGroup', 'a group of `failsWith`'],
  ['targets', 'the targets of a kind'],
  ['measurement', 'a measurement'],
  ['dataFacts', '`data`'],
  ['ruleFacts', 'a rule'],
]);
