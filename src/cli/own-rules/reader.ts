import type { readOwnRules } from '../../own-rules/read-own-rules.js';

let reader: typeof readOwnRules | undefined;

/** The settings name rules of a team, and what reads them is not loaded. Whoever started the command loads it and starts again. */
export class OwnRulesNeeded extends Error {
  override readonly name = 'OwnRulesNeeded';
}

/**
 * What reads rules of a team. It brings an expression language with it that most runs have no use for, so it is loaded
 * only where settings ask for it: they are read before a command does anything else, so that starting again repeats nothing.
 */
export function ownRulesReader(): typeof readOwnRules {
  if (reader === undefined) throw new OwnRulesNeeded();
  return reader;
}

export async function loadOwnRulesReader(): Promise<void> {
  ({ readOwnRules: reader } = await import('../../own-rules/read-own-rules.js'));
}
