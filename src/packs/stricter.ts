import { magnitude } from './magnitude.js';
import type { WrittenOption } from '../rules/rule-option.js';
import type { Threshold } from './pack.js';

/** Whether `a` asks for more than `b`. What cannot be compared is not stricter: the first one named stays. */
export function isStricter(a: WrittenOption, b: WrittenOption, stricter: Threshold['stricter']): boolean {
  if (stricter !== 'least' && stricter !== 'most') return stricter.indexOf(String(a)) > stricter.indexOf(String(b));
  const [one, other] = [magnitude(a), magnitude(b)];
  if (one === undefined || other === undefined || one.unit !== other.unit) return false;
  return stricter === 'least' ? one.amount < other.amount : one.amount > other.amount;
}
