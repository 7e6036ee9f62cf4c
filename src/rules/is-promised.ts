import type { Service } from '../model/model.js';

/** Whether a service has this objective for any loss: one of its own, or one that stands with a kind of loss in `survive`. */
export function isPromised({ objectives }: Service, objective: 'rto' | 'rpo'): boolean {
  return objectives[objective] !== undefined || objectives.survive.some((one) => one[objective] !== undefined);
}
