import type { PolicyTerms } from '../../src/comparison/policy-terms.js';

/** What is asked where a repository says nothing. */
export const emptyTerms: PolicyTerms = {
  failOn: 'high',
  maxFindings: 0,
  strict: false,
  failOnWeakened: false,
  inventory: undefined,
  now: undefined,
  rules: new Map(),
  maxAge: {},
  packs: [],
  ownRules: [],
  ownRuleFiles: new Map(),
  overrides: [],
  neverWaived: [],
  waiverDays: Infinity,
  waiverFields: [],
  waivers: [],
  waiverSources: undefined,
  baseline: [],
  unkept: undefined,
  placeOf: () => undefined,
  sources: undefined,
};
