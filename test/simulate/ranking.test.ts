import { describe, expect, it } from 'vitest';
import { rankLosses } from '../../src/simulate.js';
import { fates } from './inventories.js';
import { exampleFiles, filesOf, ranked, simulated } from './simulated.js';

describe('--worst', () => {
  it('counts, for each domain, who is beyond the RTO, down, and losing data', () => {
    // North: of seven RTOs steady keeps its own, open may; down are all but shop and steady; ledger, chat, web lose data.
    // Of RPOs there is one, of chat, which it misses; every RTO is a promise for the loss of a building.
    expect(ranked(filesOf(fates), { kind: 'building' }).losses).toEqual([
      {
        domain: 'north',
        kind: 'building',
        beyondRto: { best: 5, worst: 6 },
        beyondRpo: { best: 1, worst: 1 },
        breakingPromises: { best: 5, worst: 6 },
        down: { best: 8, worst: 8 },
        losingData: { best: 3, worst: 3 },
      },
      {
        domain: 'south',
        kind: 'building',
        beyondRto: { best: 0, worst: 0 },
        beyondRpo: { best: 0, worst: 0 },
        breakingPromises: { best: 0, worst: 0 },
        down: { best: 0, worst: 0 },
        losingData: { best: 0, worst: 0 },
      },
    ]);
  });

  it('ranks every kind where none is named, each domain once', () => {
    const all = ranked(exampleFiles('incidents/kakao-2022/revealed')).losses;
    expect(new Set(all.map(({ domain }) => domain)).size).toBe(13);
    expect(all[0]).toMatchObject({ domain: 'capital-region', down: { best: 29, worst: 29 } });
  });

  it('says of each domain what simulating its loss says', () => {
    const files = exampleFiles('incidents/kakao-2022/revealed');
    for (const { domain, beyondRto, beyondRpo, breakingPromises, down, losingData } of ranked(files).losses) {
      const { services, objectives } = simulated(files, { lose: [domain] });
      const rto = objectives.filter(({ objective }) => objective === 'rto');
      expect(beyondRto).toEqual({
        best: rto.filter(({ verdict }) => verdict === 'broken').length,
        worst: rto.filter(({ verdict }) => verdict !== 'kept').length,
      });
      const rpo = objectives.filter(({ objective }) => objective === 'rpo');
      expect(beyondRpo).toEqual({
        best: rpo.filter(({ verdict }) => verdict === 'broken').length,
        worst: rpo.filter(({ verdict }) => verdict !== 'kept').length,
      });
      const promised = objectives.filter(({ promisedFor }) => promisedFor !== null);
      const breaking = (missed: (verdict: string) => boolean): number =>
        new Set(promised.filter(({ verdict }) => missed(verdict)).map(({ service }) => service)).size;
      expect(breakingPromises).toEqual({
        best: breaking((verdict) => verdict === 'broken'),
        worst: breaking((verdict) => verdict !== 'kept'),
      });
      expect(down).toEqual({
        best: services.filter(({ state }) => state.best === 'down').length,
        worst: services.filter(({ state }) => state.worst === 'down').length,
      });
      expect(losingData).toEqual({
        best: services.filter(({ loss }) => loss.best !== 0).length,
        worst: services.filter(({ loss }) => loss.worst !== 0).length,
      });
    }
  });

  it('applies what lasts, and what destroys, to each loss', () => {
    const [north] = ranked(filesOf(fates), { kind: 'building', lasts: 60 }).losses;
    expect(north?.beyondRto).toEqual({ best: 0, worst: 0 });
  });

  it('knows no kind that the inventory does not have', () => {
    expect(rankLosses(filesOf(fates), { kind: 'bilding', lasts: undefined, destroys: false })).toEqual({
      outcome: 'unknown-name',
      unknown: [{ id: 'bilding', wanted: 'kind of failure domain', meant: 'building' }],
    });
  });
});
