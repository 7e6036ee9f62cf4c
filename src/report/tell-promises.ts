import type { PromiseResult } from '../analysis/promises.js';
import { tellDerivation } from '../narrative/tell-derivation.js';
import { tellLoss } from '../narrative/tell-loss.js';
import type { Facts } from '../rules/facts.js';
import { byLoss } from './promises-by-loss.js';

/** Characters that are kept in one text, about. */
const pieceLength = 65_536;

/**
 * How the verdict on each promise came about, by position. Cut from larger texts: put together from words, each would
 * stay a tree of them, ten times as large.
 */
export function tellPromises(facts: Facts, promised: readonly PromiseResult[]): readonly string[] {
  const told = promised.map(() => '');
  let piece: { readonly at: number; readonly text: string }[] = [];
  let length = 0;
  const cut = (): void => {
    const whole = piece.map(({ text }) => text).join('');
    let from = 0;
    for (const { at, text } of piece) {
      told[at] = whole.slice(from, from + text.length);
      from += text.length;
    }
    piece = [];
    length = 0;
  };
  for (const { promise, at } of byLoss(promised)) {
    const text = tellPromise(facts, promise);
    piece.push({ at, text });
    length += text.length;
    if (length >= pieceLength) cut();
  }
  cut();
  return told;
}

function tellPromise(facts: Facts, promise: PromiseResult): string {
  const { model } = facts;
  const { service, kind, objective, range, verdict, worst, target = 0 } = promise;
  const id = model.services[service]?.id ?? '';
  if (verdict === 'not-applicable') return `no ${kind} in the inventory touches ${id} or anything it needs`;
  if (worst === undefined) return `the inventory has no ${kind}, so nothing says what losing one would do`;
  if (verdict === 'unknown' && range.worst <= target)
    return `${id} may do worse than either bound: what is not stated decides which way back it takes`;
  if (range.worst === 0) return objective === 'rto' ? `${id} stays up` : `${id} loses nothing`;
  const derivation = facts.derivationOf(promise);
  if (derivation === undefined) return '';
  const bound = verdict === 'broken' ? range.best : range.worst;
  const told =
    objective === 'rto'
      ? tellDerivation(model, service, bound, derivation)
      : tellLoss(model, service, bound, derivation);
  return verdict === 'unknown' ? `at worst: ${told}` : told;
}
