import type { Miss } from '../analysis/missed-promises.js';
import type { Model } from '../model/model.js';
import { formatDuration } from '../units/duration.js';
import { tellDerivation, tellTime } from './tell-derivation.js';
import { tellLoss } from './tell-loss.js';

/** How many of those who miss a promise through somebody else are told one by one. */
const told = 3;

/** The arithmetic of whoever breaks promises, and of those who miss theirs through it in the same loss, a line each. */
export function tellMisses(model: Model, main: Miss, others: readonly Miss[]): readonly string[] {
  const { culprit, promise } = main;
  const same = others.filter(({ domain }) => domain === main.domain);
  const answers = same.slice(0, told).map(({ promise: { service, range, target = 0, objective }, derivation }) => {
    const line =
      objective === 'rto'
        ? tellDerivation(model, service, range.best, derivation)
        : tellLoss(model, service, range.best, derivation);
    return `${line}; its ${objective.toUpperCase()} is ${formatDuration(target)}`;
  });
  const first =
    promise.objective === 'rto'
      ? tellDerivation(model, culprit.service, culprit.answer, culprit.derivation)
      : tellLost(model, main);
  return [first, ...answers];
}

/** `db takes 4h to come back after the loss of north`. */
export function tellLate(model: Model, { culprit, domain }: Miss): string {
  const id = model.services[culprit.service]?.id ?? '';
  const lost = model.domains[domain]?.id ?? '';
  return culprit.answer === Infinity
    ? `${id} never comes back after the loss of ${lost}`
    : `${id} takes ${tellTime(culprit.answer)} to come back after the loss of ${lost}`;
}

/** `after the loss of north, db loses the last 10m that ...`. With no copy left at best, everything is gone for sure. */
export function tellLost(model: Model, { culprit, domain }: Miss): string {
  const lost = model.domains[domain]?.id ?? '';
  return culprit.answer === Infinity
    ? `after the loss of ${lost} no readable copy of the data of ${model.services[culprit.service]?.id ?? ''} is left`
    : `after the loss of ${lost}, ${tellLoss(model, culprit.service, culprit.answer, culprit.derivation)}`;
}

/** `web, which waits for it, misses its RTO of 30m`, or how many do. Empty where nobody does. */
export function tellOthers(model: Model, others: readonly Miss[], link: string): string {
  const [first] = others;
  if (first === undefined) return '';
  const objective = first.promise.objective.toUpperCase();
  if (others.length > 1)
    return `${others.length} services that ${link.replace(/s(?= )/, '')} it miss their ${objective}`;
  const id = model.services[first.promise.service]?.id ?? '';
  return `${id}, which ${link} it, misses its ${objective} of ${formatDuration(first.promise.target ?? 0)}`;
}
