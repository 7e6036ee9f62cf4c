import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.js';

/** What a rule says with these options. */
function messagesOf(rule: string, options: Readonly<Record<string, unknown>>, content: string): readonly string[] {
  const rules = new Map([[rule, { severity: undefined, options }]]);
  const report = audit([{ path: 'a.yaml', content }], { now: '2026-06-30', rules });
  expect(report.diagnostics).toEqual([]);
  return report.findings.filter((finding) => finding.rule === rule).map(({ message }) => message);
}

const building = (facility: string): string =>
  `locations: { east: { kind: building, facility: { ${facility} } } }\nservices: { web: { replicas: [{ at: east }] } }`;
const plan = (fields: string): string => `services: { web: {} }\nplans: { dr: { covers: all, ${fields} } }`;

describe('options of the rules about buildings, plans and suppliers', () => {
  it('move the hours that fuel has to last', () => {
    const fuel = building('generators: N, fuelHours: 24, refuelContract: true');
    expect(messagesOf('fuel-short', {}, fuel)).toEqual([]);
    expect(messagesOf('fuel-short', { hours: 48 }, fuel)).toEqual([
      'the fuel of east lasts 24 hours, 48 are asked for',
    ]);
  });

  it('move the class asked for', () => {
    const facility = building('class: Uptime Tier III');
    expect(messagesOf('facility-class-low', {}, facility)).toEqual([]);
    expect(messagesOf('facility-class-low', { minimum: 4 }, facility)).toEqual([
      'east is of class 3 (Uptime Tier III), 4 is asked for',
    ]);
  });

  it('move the age of tests and reviews', () => {
    expect(messagesOf('utility-test-stale', { maxAge: '90d' }, building('tests: { ups: 2026-03-01 }'))).toEqual([
      'the ups of east was last tested under load 121 days ago (2026-03-01), at most 90 are allowed',
    ]);
    expect(messagesOf('independent-review-missing', { maxAge: '365d' }, plan('independentReview: 2025-01-01'))).toEqual(
      ['the plan dr was last reviewed from outside 545 days ago (2025-01-01), at most 365 are allowed'],
    );
    const supplier = 'services: { web: {} }\nsuppliers: { cloud: { behind: web, tested: 2026-03-01 } }';
    expect(messagesOf('supplier-evidence-stale', { maxAge: '30d' }, supplier)).toEqual([
      'the recovery of cloud was last proven 121 days ago (2026-03-01), at most 30 are allowed',
    ]);
  });

  it('name who has to be told', () => {
    const told = plan('communication: { audiences: [staff, customers] }');
    expect(messagesOf('crisis-audience-missing', {}, told)).toEqual([]);
    expect(messagesOf('crisis-audience-missing', { audiences: ['customers', 'regulator'] }, told)).toEqual([
      'dr does not say how to tell regulator',
    ]);
  });

  it('give a budget of downtime to services that state none', () => {
    const services = (own: string): string =>
      `services: { web: ${own} }\ndrills: [{ date: 2026-04-01, kind: incident, measured: { web: { rto: 5h } } }]`;
    expect(messagesOf('downtime-over-budget', {}, services('{}'))).toEqual([]);
    expect(messagesOf('downtime-over-budget', { budget: '4h' }, services('{}'))).toEqual([
      'web was down for 5h in the last twelve months, 4h are allowed',
    ]);
    expect(messagesOf('downtime-over-budget', { budget: '4h' }, services('{ objectives: { downtime: 6h } }'))).toEqual(
      [],
    );
  });
});

/** What a rule found, and what it could not judge. */
function judged(rule: string, content: string): readonly [failed: number, unknown: number] {
  const report = audit([{ path: 'a.yaml', content }], { now: '2026-06-30' });
  expect(report.diagnostics).toEqual([]);
  const run = report.rules.find(({ id }) => id === rule);
  return [run?.failed ?? 0, run?.unknown ?? 0];
}

describe('a fact that becomes unknown', () => {
  it.each([
    ['single-power-path', building('feeds: 2, paths: 2'), /2/],
    ['backup-power-missing', building('ups: 2N, generators: N+1'), /N\+1/],
    ['battery-room-shared', building('batteryRoom: separate'), /separate/],
    ['zoned-power-off-missing', building('zonedPowerOff: true'), /true/],
    ['fire-uncontained', building('combustible: false, fireZones: 4, suppression: sprinkler'), /4/],
    ['hazard-unprotected', building('floodZone: false, seismicZone: false'), /false/],
    ['fuel-short', building('generators: N, fuelHours: 48, refuelContract: true'), /48/],
    ['facility-class-low', building('class: Uptime Tier III'), /Uptime Tier III/],
    ['facility-class-unproven', building('class: Uptime Tier III, certifiedUntil: 2027-01-01'), /2027-01-01/],
    ['utility-test-stale', building('ups: N, tests: { ups: 2026-03-01 }'), /2026-03-01/],
    ['plan-stale', plan('reviewed: 2026-03-01'), /2026-03-01/],
    ['plan-unexercised', plan('exercised: 2026-03-01'), /2026-03-01/],
    ['independent-review-missing', plan('independentReview: 2026-03-01'), /2026-03-01/],
    ['recovery-role-untrained', plan('roles: { lead: { trained: 2026-03-01 } }'), /2026-03-01/],
    ['recovery-role-unfilled', plan('roles: { lead: { person: Kim, deputy: Lee } }'), /Lee/],
    ['activation-authority-missing', plan('activation: { authority: a, deputy: b, criteria: c, within: 5m }'), /5m/],
    ['crisis-channel-untested', plan('communication: { channels: [web], tested: 2026-03-01 }'), /2026-03-01/],
    ['crisis-channel-missing', plan('communication: { channels: [web] }'), /\[web\]/],
  ])('never makes %s content', (rule, content, fact) => {
    expect(judged(rule, content)).toEqual([0, 0]);
    const [failed, unknown] = judged(rule, content.replace(fact, 'unknown'));
    expect(failed + unknown).toBeGreaterThan(0);
  });
});
