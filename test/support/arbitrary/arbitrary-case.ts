import fc from 'fast-check';
import type { JsonObject } from '../../../src/source/json-value.js';
import { arbitraryEstate } from './raw-estate.js';
import { among, chosenAll, compact, duration, pick, sometimes } from './raw-parts.js';
import { arbitraryServiceWriter } from './raw-service.js';

/** What is lost, in the words of `simulate`; also a scenario of the inventory. */
export interface ArbitraryEvent {
  readonly lose: readonly string[];
  readonly corrupt?: readonly string[];
  readonly lasts?: string;
  readonly destroys?: boolean;
  /** When each is back, by id; `never` for what is not. */
  readonly ends?: Readonly<Record<string, string>>;
}

export interface ArbitraryCase {
  readonly inventory: JsonObject;
  readonly event: ArbitraryEvent;
}

const recoveryLayer = fc
  .record({
    mode: sometimes(50, among(['automatic', 2], ['manual', 1])),
    detect: sometimes(70, duration),
    decide: sometimes(50, duration),
    execute: sometimes(70, duration),
    uses: sometimes(60, fc.constant<string[]>([])),
  })
  .map(compact);

const layer = fc
  .record({
    recovery: sometimes(50, recoveryLayer),
    objectives: sometimes(
      40,
      duration.map((rto) => ({ rto, survive: { building: {}, account: {} } })),
    ),
    minCapacity: sometimes(10, fc.constant('50%')),
  })
  .map(compact);

const rawEvent = fc.record({
  domains: fc.oneof(
    { arbitrary: fc.array(pick, { minLength: 1, maxLength: 1 }), weight: 4 },
    { arbitrary: fc.array(pick, { minLength: 2, maxLength: 3 }), weight: 1 },
  ),
  services: fc.oneof(
    { arbitrary: fc.constant([]), weight: 8 },
    { arbitrary: fc.array(pick, { maxLength: 2 }), weight: 1 },
  ),
  corrupt: fc.oneof(
    { arbitrary: fc.constant([]), weight: 6 },
    { arbitrary: fc.array(pick, { minLength: 1, maxLength: 2 }), weight: 1 },
  ),
  /** Without the loss of a domain. */
  bare: among([false, 9], [true, 1]),
  lasts: sometimes(12, duration),
  ends: sometimes(15, fc.array(among(['never', 1], ['10m', 2], ['1h', 2], ['0s', 1]), { minLength: 5, maxLength: 5 })),
  destroys: among<boolean | undefined>([undefined, 8], [true, 1], [false, 1]),
});

/** A small inventory that is valid by schema and by reference, and something that happens to it. */
export const arbitraryCase: fc.Arbitrary<ArbitraryCase> = fc
  .record({
    estate: arbitraryEstate,
    services: fc.array(arbitraryServiceWriter, { minLength: 1, maxLength: 7 }),
    defaults: sometimes(50, layer),
    gold: layer,
    event: rawEvent,
  })
  .map(({ estate, services, defaults, gold, event }) => {
    const ids = services.map((_, index) => `s${index}`);
    const built = services.map((write, index) => write(estate, ids, index));
    const apart = built.flatMap(({ replicas }, index) => (replicas === undefined ? [] : [[`s${index}`, replicas]]));
    const inventory = compact({
      version: 1,
      locations: estate.locations,
      domains: estate.domains,
      tiers: { gold },
      defaults,
      services: Object.fromEntries(built.map(({ service }, index) => [`s${index}`, service])),
      replicas: apart.length === 0 ? undefined : Object.fromEntries(apart),
    });
    const lost = [...(event.bare ? [] : chosenAll(estate.domainIds, event.domains)), ...chosenAll(ids, event.services)];
    const corrupt = chosenAll(ids, event.corrupt);
    return {
      inventory,
      event: {
        lose: lost,
        ...(corrupt.length > 0 ? { corrupt } : {}),
        ...(event.lasts === undefined ? {} : { lasts: event.lasts }),
        ...(event.ends === undefined || lost.length === 0
          ? {}
          : { ends: Object.fromEntries(lost.map((id, at) => [id, event.ends?.[at] ?? 'never'])) }),
        ...(event.destroys === undefined ? {} : { destroys: event.destroys }),
      },
    };
  });
