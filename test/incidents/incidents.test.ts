import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SimulatedService, Simulation } from '../../src/report/simulation.js';
import { declaredBy } from '../support/incidents/declared.js';
import { variants, type Repair } from '../support/incidents/expected.js';
import { audited, play, readIncidents } from '../support/incidents/incident.js';
import { incidentsPage } from '../support/incidents/incidents-page.js';
import { judge } from '../support/incidents/judge.js';
import { failures, repaired } from '../support/incidents/repair.js';
import { unmarkedValues } from '../support/incidents/unmarked-values.js';

const incidents = readIncidents();
const named = (repairs: readonly Repair[]): readonly (readonly [string, Repair])[] =>
  repairs.map((repair) => [repair.name, repair]);
const root = join(import.meta.dirname, '../..');

describe.each(incidents)('$name', (incident) => {
  const { expected, files } = incident;
  const before = play(files.revealed, expected.events.revealed);
  const judged = judge(before, expected);

  it.each(variants)('%s can be audited, and every value in it says fact or assumption', (variant) => {
    expect(audited(incident, variant).diagnostics).toEqual([]);
    expect(files[variant].flatMap(unmarkedValues)).toEqual([]);
  });

  it('was recorded with something to hold the model to', () => {
    expect(judged.length).toBeGreaterThan(0);
    expect(expected.repairs.map(({ guilty }) => guilty)).toEqual(expect.arrayContaining([true, false]));
  });

  it('misses exactly what is listed as missed', () => {
    const found = judged.filter(({ judgement }) => judgement === 'miss');
    const listed = expected.misses;
    const unlisted = found.filter(
      ({ service, other, what }) =>
        !listed.some((miss) => miss.what === what && (miss.service === service || miss.service === other)),
    );
    const unfounded = listed.filter(
      (miss) =>
        !found.some(
          ({ service, other, what }) => what === miss.what && (service === miss.service || other === miss.service),
        ),
    );
    expect({ unlisted, unfounded }).toEqual({ unlisted: [], unfounded: [] });
  });

  it('says in the inventory too what the format cannot', () => {
    const { limitations } = audited(incident, 'revealed');
    expect(limitations.length).toBeGreaterThanOrEqual(Math.min(1, expected.notAssessable.length));
  });

  it('names the kinds of loss that it was', () => {
    const kinds = new Set(before.objectives.flatMap(({ promisedFor }) => promisedFor ?? []));
    expect([...kinds].filter((kind) => !expected.kinds.includes(kind))).toEqual([]);
  });

  describe('as declared', () => {
    const { simulation, known, objectives, promises } = declaredBy(incident);

    it('has every service that could have been written down', () => {
      const there = new Set(simulation.services.map(({ id }) => id));
      expect(known.map(([id]) => id).filter((id) => !there.has(id))).toEqual([]);
    });

    it('never counts a promise as kept that the event broke', () => {
      const wrong = promises.filter(
        ({ verdict, missing }) => verdict !== 'broken' && (verdict !== 'unknown' || missing.length === 0),
      );
      expect(wrong).toEqual([]);
      expect(promises.length > 0).toBe(expected.kinds.length > 0);
    });

    it('never simulates an answer within a target that the event broke', () => {
      const within = objectives.filter(({ service, objective, target, verdict }) => {
        const modelled = simulation.services.find(({ id }) => id === service);
        const worst = (objective === 'rto' ? modelled?.recovery : modelled?.loss)?.worst ?? Number.POSITIVE_INFINITY;
        return verdict === 'kept' || worst <= target;
      });
      expect(within).toEqual([]);
      expect(objectives).not.toEqual([]);
    });
  });

  describe('repaired', () => {
    const around = ({ edits, event = expected.events.revealed }: Repair): readonly [Simulation, Simulation] => [
      play(files.revealed, event),
      play(repaired(files.revealed, edits), event),
    ];
    const find = (id: string, { services }: Simulation): SimulatedService => {
      const found = services.find((service) => service.id === id);
      if (found === undefined) throw new Error(`there is no service ${id}`);
      return found;
    };

    it.each(named(expected.repairs.filter(({ guilty }) => guilty)))('%s: flips the outcome', (_, repair) => {
      const [unrepaired, simulation] = around(repair);
      const wanted = Object.entries(repair.then ?? {});
      const failed = wanted.map(([id, consequence]) => ({ id, what: failures(find(id, simulation), consequence) }));
      expect(failed.filter(({ what }) => what.length > 0)).toEqual([]);
      const already = wanted.filter(([id, consequence]) => failures(find(id, unrepaired), consequence).length === 0);
      expect(already.length).toBeLessThan(wanted.length);
    });

    it.each(named(expected.repairs.filter(({ unchanged }) => unchanged !== undefined)))(
      '%s: leaves the rest as it was',
      (_, repair) => {
        const [unrepaired, simulation] = around(repair);
        const outcome = (id: string, of: Simulation): object => {
          const { state, recovery, loss } = find(id, of);
          return { id, state, recovery, loss };
        };
        const { unchanged = [] } = repair;
        expect(unchanged.map((id) => outcome(id, simulation))).toEqual(unchanged.map((id) => outcome(id, unrepaired)));
      },
    );
  });
});

it('docs/INCIDENTS.md tells hits and misses', async () => {
  await expect(incidentsPage(incidents)).toMatchFileSnapshot(join(root, 'docs/INCIDENTS.md'));
});
