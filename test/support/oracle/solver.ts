import type { JsonObject } from '../../../src/source/json-value.js';
import type { OracleEvent } from './facts.js';
import type { OraclePromise } from './oracle-promises.js';
import type { OracleOutcome } from './oracle-simulate.js';

/** Anything that answers the two questions: the oracle, or the engine behind an adapter. */
export interface Solver {
  readonly name: string;
  simulate(inventory: JsonObject, event: OracleEvent): OracleOutcome;
  promises(inventory: JsonObject): readonly OraclePromise[];
}
