import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { audit, type AuditOptions } from '../../src/audit.js';
import type { Baseline } from '../../src/baseline/baseline.js';
import { knownFrom } from '../../src/baseline/baseline-text.js';
import { severities } from '../../src/finding.js';
import type { Report, ReportFinding } from '../../src/report/report.js';
import { rules } from '../../src/rules/index.js';
import { arbitraryCase } from '../support/arbitrary/arbitrary-case.js';
import { runs } from '../support/runs.js';
import { waiversFrom } from '../support/waivers.js';

const waivable = rules.filter((rule) => rule.waivable).map(({ id }) => id);

/** What one draws to make waivers and a baseline from the findings that there are. */
const choices = fc.record({
  waived: fc.array(
    fc.record({
      finding: fc.nat(),
      by: fc.constantFrom('subject', 'fingerprint', 'other'),
      rule: fc.constantFrom(...waivable),
      expires: fc.constantFrom('2026-06-29', '2026-06-30', '2026-12-31'),
      severity: fc.option(fc.constantFrom(...severities)),
    }),
    { maxLength: 6 },
  ),
  known: fc.array(fc.tuple(fc.nat(), fc.constantFrom('as-is', 'milder', 'smaller', 'fewer')), { maxLength: 8 }),
  failOn: fc.constantFrom(...severities),
  strict: fc.boolean(),
});

type Choices = typeof choices extends fc.Arbitrary<infer Value> ? Value : never;

function waiverText({ findings }: Report, { waived }: Choices): string {
  const entries = waived.map(({ finding: at, by, rule, expires, severity }) => {
    const finding = findings[at % Math.max(1, findings.length)];
    const { type = 'service', id = 'nobody' } = finding?.subject ?? {};
    const named = type === 'service' || type === 'location' || type === 'domain' ? { [type]: id } : undefined;
    const on =
      by === 'fingerprint' || named === undefined
        ? { fingerprint: finding?.fingerprint ?? `v1:${'0'.repeat(16)}` }
        : named;
    return {
      rule: by === 'other' ? rule : (finding?.rule ?? rule),
      on,
      reason: 'r',
      owner: 'o',
      expires,
      ...(severity === null ? {} : { severity }),
    };
  });
  return stringify({ waivers: entries });
}

/** Some of the findings, each as it is or milder than it is. */
function baselineFrom({ findings }: Report, { known }: Choices): Baseline {
  const entries = known.flatMap(([at, how]) => {
    const finding = findings[at % Math.max(1, findings.length)];
    if (finding === undefined) return [];
    const entry = knownFrom(finding);
    if (how === 'milder') return [{ ...entry, severity: 'info' as const }];
    if (how === 'smaller') return [{ ...entry, ...(entry.magnitude === undefined ? {} : { magnitude: 0 }) }];
    return [how === 'fewer' ? { ...entry, hurts: entry.hurts.slice(1) } : entry];
  });
  return { path: 'b.json', sha256: '0'.repeat(64), findings: entries };
}

/** A finding without what was decided about it. */
function bare({
  waiver: _waiver,
  lapsed: _lapsed,
  baseline: _baseline,
  ...rest
}: ReportFinding): Omit<ReportFinding, 'waiver' | 'lapsed' | 'baseline'> {
  return rest;
}

const aboutWaivers = ({ subject }: ReportFinding): boolean => subject.type === 'waiver';

describe('waivers and baselines', () => {
  it('change no number and no finding, and leave uncounted only what they name', () => {
    let accepted = 0;
    fc.assert(
      fc.property(arbitraryCase, choices, ({ inventory }, chosen) => {
        const files = [{ path: 'inventory.yaml', content: JSON.stringify(inventory) }];
        const options: AuditOptions = { now: '2026-06-30', failOn: chosen.failOn };
        const without = audit(files, options);
        const waivers = waiversFrom(waiverText(without, chosen));
        const baseline = baselineFrom(without, chosen);
        const report = audit(files, { ...options, waivers, baseline, strict: chosen.strict });

        // Everything that was worked out is the same.
        const { services, locations, domains, promises } = without.summary;
        expect(report.summary).toMatchObject({ services, locations, domains, promises });
        expect(report.promises).toEqual(without.promises);
        expect(report.gaps).toEqual(without.gaps);
        expect(report.findings.filter((one) => !aboutWaivers(one)).map(bare)).toEqual(without.findings.map(bare));

        for (const finding of report.findings) {
          if (finding.waiver !== undefined) {
            accepted += 1;
            // Somebody named this rule and this thing, for today, at least as severe.
            const by = waivers.all.filter(
              ({ rule, on, expires, severity }) =>
                rule === finding.rule &&
                expires >= '2026-06-30' &&
                [on.service, on.location, on.domain, on.fingerprint]
                  .flatMap((names) => names ?? [])
                  .some((name) => name === finding.subject.id || name === finding.fingerprint) &&
                (severity === undefined || severities.indexOf(severity) <= severities.indexOf(finding.severity)),
            );
            expect(by.length).toBeGreaterThan(0);
          }
          if (finding.baseline === 'known') {
            accepted += 1;
            const entries = baseline.findings.filter(({ fingerprint }) => fingerprint === finding.fingerprint);
            expect(
              entries.some(({ severity }) => severities.indexOf(severity) <= severities.indexOf(finding.severity)),
            ).toBe(true);
            expect(entries.some(({ hurts }) => finding.hurts.every((one) => hurts.includes(one)))).toBe(true);
          }
        }

        // The gate counts all that is left.
        const open = report.findings.filter(({ waiver, baseline: known }) => waiver === undefined && known !== 'known');
        const reaching = open.some(({ severity }) => severities.indexOf(severity) <= severities.indexOf(chosen.failOn));
        const outOfOrder = report.findings.some(aboutWaivers) || (report.baseline?.fixed.length ?? 0) > 0;
        expect(report.gate.result).toBe(reaching || (chosen.strict && outOfOrder) ? 'fail' : 'pass');
      }),
      { numRuns: runs(150), seed: 20221015 },
    );
    expect(accepted).toBeGreaterThan(0);
  });

  it('never accept a finding about themselves', () => {
    expect(waivable).not.toContain('waiver-expired');
    expect(rules.filter((rule) => !rule.waivable).map(({ id }) => id)).toEqual([
      'waiver-expired',
      'waiver-too-broad',
      'waiver-unused',
    ]);
  });
});
