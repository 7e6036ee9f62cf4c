import type { UnknownName } from '../report/simulation-event.js';
import type { Answer } from '../simulate.js';
import { CliError } from './cli-error.js';
import { diagnosticLines } from './diagnostic-lines.js';
import { exitCodes } from './exit-code.js';

/** The result, or the error that says why there is none. */
export function resultOf<Result>(answer: Answer<Result>): Result {
  if (answer.outcome === 'done') return answer.result;
  if (answer.outcome === 'unreadable')
    throw new CliError(exitCodes.input, 'the inventory has problems', diagnosticLines(answer.diagnostics));
  throw new CliError(
    exitCodes.usage,
    answer.unknown.map(({ wanted, id }) => `there is no ${wanted} "${id}"`).join('; '),
    answer.unknown.flatMap(adviceFor),
  );
}

function adviceFor({ meant, wanted }: UnknownName): readonly string[] {
  if (meant !== undefined) return [`did you mean "${meant}"?`];
  return wanted === 'kind of failure domain' ? ['if that is a path: paths go in front of --worst'] : [];
}
