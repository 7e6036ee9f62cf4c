import type { Bound, ServiceFacts } from './facts.js';
import type { Loss } from './loss.js';

type Question<T> = (service: ServiceFacts, loss: Loss, bound: Bound) => T;

/** The same question with each answer kept: the oracle asks a few of them very often. */
export function remembered<T>(question: Question<T>): Question<T> {
  const answers = new WeakMap<Loss, Map<string, { readonly answer: T }>>();
  return (service, loss, bound) => {
    const ofLoss = answers.get(loss) ?? new Map<string, { readonly answer: T }>();
    answers.set(loss, ofLoss);
    const key = `${bound} ${service.id}`;
    const kept = ofLoss.get(key) ?? { answer: question(service, loss, bound) };
    ofLoss.set(key, kept);
    return kept.answer;
  };
}
