import type { DomainIndex, ServiceIndex } from '../../model/model.js';
import type { Facts } from '../facts.js';

/**
 * The services for whose promises this domain is the worst loss, in order, each once. A drill of what is broken on paper
 * would prove what everybody knows: broken promises do not count.
 */
export function restingOn({ promisesByWorst }: Facts, domain: DomainIndex): readonly ServiceIndex[] {
  return [
    ...new Set(promisesByWorst(domain).flatMap(({ service, verdict }) => (verdict === 'broken' ? [] : [service]))),
  ];
}

/** The same with those whose promises are broken, in words: how many services promise to survive the loss. */
export function tellPromising({ promisesByWorst }: Facts, domain: DomainIndex): string {
  const count = new Set(promisesByWorst(domain).map(({ service }) => service)).size;
  return count === 1 ? 'one service promises' : `${count} services promise`;
}

/** Whether there are any such services. */
export function isRestedOn({ promisesByWorst }: Facts, domain: DomainIndex): boolean {
  return promisesByWorst(domain).some(({ verdict }) => verdict !== 'broken');
}
