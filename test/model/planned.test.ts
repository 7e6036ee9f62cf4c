import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/model/model.js';
import { modelOf, problemOf, spot } from './link.js';

/** `here` and `there` exist; `soon` is planned, and `soon-a` lies in it. */
function withPlanned(...texts: readonly string[]): Model {
  return modelOf(
    'locations: { here: {}, there: {}, soon: { status: planned, in: here }, soon-a: { in: soon, status: active } }',
    ...texts,
  );
}

describe('planned locations', () => {
  it('are not in the model, nor is what lies in them', () => {
    const model = withPlanned();
    expect(model.domains.map(({ id }) => id)).toEqual(['here', 'there']);
    expect([...model.domainById.keys()]).toEqual(['here', 'there']);
  });

  it('must themselves be right', () => {
    expect(spot(problemOf('locations: { a: { status: planned, in: nowhere } }').at)).toBe('a.yaml locations/a/in');
  });

  it('take their replicas with them, and leave the others in their positions', () => {
    const [service] = withPlanned(
      'services: { x: { replicas: [{ at: soon-a }, { at: [soon, here] }, { at: soon }, { role: standby }] } }',
    ).services;
    expect(service?.replicas.map(({ position, at }) => [position, at])).toEqual([
      [1, [0]],
      [3, undefined],
    ]);
  });

  it('take their backups with them, and no service with data becomes one without', () => {
    const [service] = withPlanned(
      'services: { x: { backups: { a: { at: soon }, b: { at: [soon-a, there] }, c: {} } }, y: { backups: { a: { at: soon } } } }',
    ).services;
    expect(service?.backups?.map(({ id, at }) => [id, at])).toEqual([
      ['b', [1]],
      ['c', undefined],
    ]);
    const [, y] = withPlanned('services: { x: {}, y: { backups: { a: { at: soon } } } }').services;
    expect(y).toMatchObject({ backups: [], stateful: true });
  });

  it('count for what they show about the data of a service', () => {
    const [x] = withPlanned('services: { x: { replicas: [{ at: here }, { at: soon, role: replica }] } }').services;
    expect(x).toMatchObject({ replicas: [{ role: 'active' }], stateful: true });
  });

  it('leave no place to restore to or rebuild at, which is not the same as an unknown one', () => {
    const [x] = withPlanned(
      'services: { x: { backups: { a: { restore: { to: soon } } }, recovery: { rebuild: { to: [soon, soon-a] } } } }',
    ).services;
    expect(x?.backups?.[0]?.restore.to).toEqual([]);
    expect(x?.recovery.rebuild?.to).toEqual([]);
  });

  it('leave a group of which they were a member, so that the others suffice to fail', () => {
    const model = withPlanned(
      'domains: { d: { failsWith: [{ allOf: [here, soon] }, soon-a, { allOf: [soon, soon-a] }, there] } }',
    );
    expect(model.domains[0]?.failsWith).toEqual([[1], [2]]);
  });

  it('never make a service independent of everything', () => {
    const services = (text: string): readonly unknown[] =>
      withPlanned(`services: { x: { ${text} } }`).services.map(({ replicas, failsWith }) => [
        replicas.length,
        failsWith,
      ]);
    expect(services('failsWith: []')).toEqual([[0, []]]);
    expect(services('failsWith: [soon]')).toEqual([[0, undefined]]);
    expect(services('failsWith: [soon, here]')).toEqual([[0, [[0]]]]);
    expect(services('failsWith: [], replicas: [{ at: soon }]')).toEqual([[0, undefined]]);
    expect(services('failsWith: [], replicas: []')).toEqual([[0, []]]);
  });

  it('may be named by scenarios, drills and runbooks, where they count for nothing', () => {
    const model = withPlanned(
      'scenarios: { s: { lose: [soon, here] } }',
      'drills: [{ date: 2024-01-01, lose: soon-a }]',
      'services: { x: { recovery: { runbook: { hostedOn: soon, url: "https://run" } } } }',
    );
    expect(model.scenarios[0]?.lose).toEqual({ domains: [0], services: [] });
    expect(model.drills[0]?.lose).toEqual({ domains: [], services: [] });
    expect(model.services[0]?.recovery.runbook).toEqual({
      url: 'https://run',
      hostedOn: undefined,
      reviewed: undefined,
    });
  });
});
