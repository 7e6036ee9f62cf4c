import type { Solution, Solver } from './solver.js';

/** Works out something about one loss. */
type Work<Key, Answer> = (solver: Solver, solution: Solution, key: Key) => Answer;

/** Remembers the answers about a solution for as long as it is in use: many questions about a loss come down to the same few. */
export function perSolution<Key, Answer>(work: Work<Key, Answer>): Work<Key, Answer> {
  const memory = new WeakMap<Solution, Map<Key, Answer>>();
  return (solver, solution, key) => {
    const known = memory.get(solution) ?? new Map<Key, Answer>();
    if (known.size === 0) memory.set(solution, known);
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = work(solver, solution, key);
    known.set(key, answer);
    return answer;
  };
}
