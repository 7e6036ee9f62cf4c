import { describe, expect, it } from 'vitest';
import { estate, modelOf, problemOf, serviceOf, spot } from './link.js';

describe('the rank of a tier', () => {
  const tiers = 'tiers: { gold: { rank: 1 }, silver: { rank: 2, owner: x }, plain: {}, open: { rank: unknown } }';
  const rankOf = (service: string): number | undefined =>
    serviceOf('s', tiers, `services: { s: ${service} }\ndefaults: { kind: service }`).rank;

  it('is that of every service in it, also of one that takes over nothing', () => {
    expect(rankOf('{ tier: gold }')).toBe(1);
    expect(rankOf('{ tier: silver, kind: external }')).toBe(2);
    expect(rankOf('{ tier: plain }')).toBeUndefined();
    expect(rankOf('{ tier: open }')).toBeUndefined();
    expect(rankOf('{}')).toBeUndefined();
  });

  it('is in the list of tiers, in order of ids', () => {
    expect(modelOf(tiers).tiers.map(({ id, rank }) => [id, rank])).toEqual([
      ['gold', 1],
      ['open', undefined],
      ['plain', undefined],
      ['silver', 2],
    ]);
  });

  it.each(['0', '1.5', 'first'])('cannot be %s', (rank) => {
    const problem = problemOf(`tiers: { t: { rank: ${rank} } }`);
    expect(problem.message).toBe('`rank` must be a whole number, 1 or more');
    expect(spot(problem.at)).toBe('a.yaml tiers/t/rank');
  });
});

describe('a business impact analysis and a budget of downtime', () => {
  it('come from the layers like any field of a service', () => {
    const service = serviceOf(
      's',
      'services: { s: { tier: t, bia: { approvedBy: owner } } }',
      'tiers: { t: { bia: { date: 2025-01-20 } } }',
      'defaults: { bia: { date: never, approvedBy: coo }, objectives: { downtime: 4h } }',
    );
    expect(service.bia).toEqual({ date: '2025-01-20', approvedBy: 'owner' });
    expect(service.objectives.downtime).toBe(14_400);
    expect(serviceOf('s', 'services: { s: {} }').bia).toBeUndefined();
  });
});

describe('the facility of a location', () => {
  it('is in the model with every field', () => {
    const text = `locations: { b: { facility: { class: Uptime Tier III, certifiedUntil: 2027-05-31, feeds: 2, substations: 1,
      paths: 2, ups: 2N, batteryMinutes: 10, generators: N+1, fuelHours: 48, refuelContract: true, batteryRoom: shared,
      batteryChemistry: lithium-ion, batteryDisconnect: false, suppression: gas, zonedPowerOff: false, fireZones: 1,
      combustible: true, floodZone: true, floodProtection: false, seismicZone: false, seismicDesign: true,
      tests: { ups: 2025-03-01, generator: never, cooling: unknown } } } }`;
    expect(modelOf(text).domains[0]?.facility).toEqual({
      class: 'Uptime Tier III',
      certifiedUntil: '2027-05-31',
      feeds: 2,
      substations: 1,
      paths: 2,
      ups: '2N',
      batteryMinutes: 10,
      generators: 'N+1',
      fuelHours: 48,
      refuelContract: true,
      batteryRoom: 'shared',
      batteryChemistry: 'lithium-ion',
      batteryDisconnect: false,
      suppression: 'gas',
      zonedPowerOff: false,
      fireZones: 1,
      combustible: true,
      floodZone: true,
      floodProtection: false,
      seismicZone: false,
      seismicDesign: true,
      tests: new Map([
        ['cooling', undefined],
        ['generator', 'never'],
        ['ups', '2025-03-01'],
      ]),
    });
    expect(modelOf('locations: { b: {} }').domains[0]?.facility).toBeUndefined();
  });
});

describe('plans', () => {
  it('are in the model, sorted by id, with what they cover told apart', () => {
    const { plans } = modelOf(
      estate,
      `plans:
        site:
          name: Site loss
          covers: [dns, south, grid]
          owner: continuity
          url: wiki
          hostedOn: [kms, north]
          approvedBy: board
          reviewed: 2025-03-01
          independentReview: never
          exercised: 2025-05-10
          failback: never
          activation: { criteria: dark, authority: head, deputy: none, within: 30m }
          roles: { scribe: {}, lead: { person: Kim, deputy: Lee, at: north, deputyAt: [south], trained: 2025-04-01 } }
          communication: { channels: [dns], audiences: [staff, regulator], tested: never }
          notify: { mas: { within: 1h, owner: compliance } }
        all: { covers: all }`,
    );
    expect(plans.map(({ id, covers }) => [id, covers])).toEqual([
      ['all', 'all'],
      ['site', { domains: [6, 3], services: [1] }],
    ]);
    expect(plans[1]).toEqual({
      index: 1,
      id: 'site',
      name: 'Site loss',
      covers: { domains: [6, 3], services: [1] },
      owner: 'continuity',
      url: 'wiki',
      hostedOn: { domains: [4], services: [2] },
      approvedBy: 'board',
      reviewed: '2025-03-01',
      independentReview: 'never',
      exercised: '2025-05-10',
      failback: 'never',
      activation: { criteria: 'dark', authority: 'head', deputy: 'none', within: 1800 },
      roles: [
        { id: 'lead', person: 'Kim', deputy: 'Lee', at: [4], deputyAt: [6], trained: '2025-04-01' },
        { id: 'scribe', person: undefined, deputy: undefined, at: undefined, deputyAt: undefined, trained: undefined },
      ],
      communication: { channels: [1], audiences: ['staff', 'regulator'], tested: 'never' },
      notify: [{ id: 'mas', within: 3600, owner: 'compliance' }],
    });
    expect(plans[0]).toMatchObject({
      activation: undefined,
      roles: undefined,
      communication: undefined,
      hostedOn: undefined,
      notify: [],
    });
  });

  it('tell no channels from channels nobody wrote down', () => {
    const channelsOf = (text: string): unknown =>
      modelOf(estate, `plans: { p: { communication: ${text} } }`).plans[0]?.communication?.channels;
    expect(channelsOf('{ channels: none }')).toEqual([]);
    expect(channelsOf('{ channels: [] }')).toEqual([]);
    expect(channelsOf('{}')).toBeUndefined();
    expect(channelsOf('{ channels: unknown }')).toBeUndefined();
  });

  it('leave out where somebody works if the place is only planned', () => {
    const { plans } = modelOf(
      'locations: { n: { status: planned } }\nplans: { p: { hostedOn: n, roles: { lead: { at: n, deputyAt: [n] } } } }',
    );
    expect(plans[0]?.hostedOn).toBeUndefined();
    expect(plans[0]?.roles?.[0]).toMatchObject({ at: undefined, deputyAt: undefined });
  });
});

describe('suppliers and contacts', () => {
  it('are in the model, sorted by id', () => {
    const model = modelOf(
      estate,
      `suppliers:
  z: { name: Z, behind: [dns, south], owner: buyers, agreement: { rto: 1h, rpo: 0s, auditRight: true, until: 2027-12-31 },
    continuityEvidence: 2025-01-15, tested: never, exitPlan: 2024-12-01, exitTakes: 26w }
  a: { agreement: {} }
contacts: { talk: { name: Talk, reach: phone }, dba: {} }`,
    );
    expect(model.suppliers).toEqual([
      {
        index: 0,
        id: 'a',
        name: undefined,
        behind: undefined,
        owner: undefined,
        agreement: { rto: undefined, rpo: undefined, auditRight: undefined, until: undefined },
        continuityEvidence: undefined,
        tested: undefined,
        exitPlan: undefined,
        exitTakes: undefined,
      },
      {
        index: 1,
        id: 'z',
        name: 'Z',
        behind: { domains: [6], services: [1] },
        owner: 'buyers',
        agreement: { rto: 3600, rpo: 0, auditRight: true, until: '2027-12-31' },
        continuityEvidence: '2025-01-15',
        tested: 'never',
        exitPlan: '2024-12-01',
        exitTakes: 15_724_800,
      },
    ]);
    expect(model.contacts).toEqual([
      { index: 0, id: 'dba', name: undefined, reach: undefined },
      { index: 1, id: 'talk', name: 'Talk', reach: 'phone' },
    ]);
  });

  it('may have the names of services and places: nobody can lose them', () => {
    expect(modelOf(estate, 'suppliers: { dns: {} }\ncontacts: { dns: {} }\nplans: { dns: {} }').plans).toHaveLength(1);
  });

  it('are each defined once', () => {
    expect(problemOf('plans: { p: {} }', 'plans: { p: {} }').message).toBe('plan `p` is defined twice');
    expect(problemOf('suppliers: { p: {} }', 'suppliers: { p: {} }').message).toBe('supplier `p` is defined twice');
    expect(problemOf('contacts: { p: {} }', 'contacts: { p: {} }').message).toBe('contact `p` is defined twice');
  });
});

describe('the review of a file', () => {
  it('is that of each document, in order of files', () => {
    const model = modelOf('reviewed: 2025-02-01\nservices: { s: {} }', 'locations: { l: {} }');
    expect(model.documents).toEqual([
      { index: 0, file: 'a.yaml', reviewed: '2025-02-01' },
      { index: 1, file: 'b.yaml', reviewed: undefined },
    ]);
    expect(spot(model.place({ type: 'document', index: 0 }, ['reviewed']))).toBe('a.yaml reviewed');
    expect(spot(model.place({ type: 'document', index: 1 }, ['reviewed']))).toBe('b.yaml ');
  });
});

describe('what a drill brought to light', () => {
  it('is in the model, in the order written', () => {
    const text = `drills: [{ date: 2024-01-01, findings: [{ what: b, owner: sre, due: 2024-02-01, closed: 2024-01-20 },
      { what: a, due: unknown }] }, { date: 2024-01-02, findings: [] }, { date: 2024-01-03 }]`;
    expect(modelOf(text).drills.map(({ findings }) => findings)).toEqual([
      [
        { what: 'b', owner: 'sre', due: '2024-02-01', closed: '2024-01-20' },
        { what: 'a', owner: undefined, due: undefined, closed: undefined },
      ],
      [],
      undefined,
    ]);
  });
});

describe('places', () => {
  it('are those of plans, suppliers, tiers and contacts', () => {
    const model = modelOf(
      'plans: { p: { reviewed: never } }\nsuppliers: { s: {} }\ntiers: { t: { rank: 1 } }\ncontacts: { c: {} }',
    );
    expect(spot(model.place({ type: 'plan', index: 0 }, ['reviewed']))).toBe('a.yaml plans/p/reviewed');
    expect(spot(model.place({ type: 'plan', index: 0 }, ['owner']))).toBe('a.yaml @plans/p');
    expect(spot(model.place({ type: 'supplier', index: 0 }))).toBe('a.yaml @suppliers/s');
    expect(spot(model.place({ type: 'tier', index: 0 }, ['rank']))).toBe('a.yaml tiers/t/rank');
    expect(spot(model.place({ type: 'contact', index: 0 }))).toBe('a.yaml @contacts/c');
  });
});
