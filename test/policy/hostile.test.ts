import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { audit } from '../../src/audit.js';
import { readBaseline } from '../../src/baseline/read-baseline.js';
import { baselineText, knownFrom } from '../../src/baseline/baseline-text.js';
import { json } from '../../src/reporters/json.js';
import { reportDiagnostics } from '../../src/report/report-diagnostics.js';
import { rules } from '../../src/rules/index.js';
import { isReport, reportFaults } from '../../src/schema/check-report.js';
import { addWaiver } from '../../src/waivers/add-waiver.js';
import { readWaivers } from '../../src/waivers/read-waivers.js';
import { renewWaiver } from '../../src/waivers/renew-waiver.js';
import type { WaiverEntry } from '../../src/waivers/waiver-entry.js';
import { plain80 } from '../reporters/fixtures/options.js';
import { runs } from '../support/runs.js';
import { waiversFrom } from '../support/waivers.js';

const files = [{ path: 'i.yaml', content: 'services:\n  chat: { objectives: { rto: 1h } }\n' }];
const good = `version: 1
waivers:
  - id: W-1
    rule: owner-missing
    on: { service: chat }
    reason: The team is being formed
    owner: cto
    expires: 2026-12-31
  - { rule: owner-missing, on: { tier: [a, b] }, reason: r, owner: o, created: 2026-01-01, expires: 2026-01-31, expect: 2 }
`;
const entry: WaiverEntry = {
  id: 'W-9',
  rule: 'owner-missing',
  on: { service: 'x' },
  severity: 'low',
  reason: 'r',
  owner: 'o',
  approvedBy: undefined,
  ticket: undefined,
  created: '2026-01-01',
  expires: '2026-02-01',
  hurts: undefined,
  expect: undefined,
};
const found = audit(files, { now: '2026-06-30' });
const goodBaseline = baselineText({ findings: found.findings.map(knownFrom) });

/** A text with a stretch of it replaced by something. */
function damaged(text: string): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.nat(text.length),
      fc.nat(12),
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 6 }),
        fc.constantFrom('', '\n', ' ', ':', '- ', '{', ']', '&a', '*a', '!!x ', '\t', '---\n', '__proto__: '),
      ),
    )
    .map(([at, length, by]) => text.slice(0, at) + by + text.slice(at + length));
}

describe('a damaged file', () => {
  it('of waivers is read as it is meant, or refused with places', () => {
    fc.assert(
      fc.property(damaged(good), (content) => {
        const read = readWaivers([{ path: 'w.yaml', content, sha256: '0'.repeat(64) }], { rules, maxDays: 400 });
        if (read.ok) expect(audit(files, { now: '2026-06-30', waivers: read.waivers }).diagnostics).toEqual([]);
        else {
          const said = reportDiagnostics(read.sources, read.problems);
          expect(said.length).toBeGreaterThan(0);
          for (const { message, locations } of said) {
            expect(message.length).toBeGreaterThan(5);
            expect(locations[0]).toMatchObject({ path: 'w.yaml' });
          }
        }
      }),
      { numRuns: runs(400), seed: 20221015 },
    );
  });

  it('of waivers is edited as it is meant, or left alone', () => {
    const renewal = { expires: '2027-01-01', renewed: '2026-06-30', reason: 'still' };
    fc.assert(
      fc.property(damaged(good), (content) => {
        const before = readWaivers([{ path: 'w.yaml', content, sha256: '' }], { rules });
        const edited = renewWaiver(content, 0, renewal);
        const added = addWaiver(content, entry);
        if (!before.ok) return;
        const after = (text: string | undefined): number | undefined => {
          if (text === undefined) return undefined;
          const read = readWaivers([{ path: 'w.yaml', content: text, sha256: '' }], { rules });
          return read.ok ? read.waivers.all.length : -1;
        };
        expect([undefined, before.waivers.all.length]).toContain(after(edited));
        expect([undefined, before.waivers.all.length + 1]).toContain(after(added));
      }),
      { numRuns: runs(300), seed: 20221015 },
    );
  });

  it('of a baseline is read, or refused with a place, and never makes a new finding pass', () => {
    fc.assert(
      fc.property(damaged(goodBaseline), (content) => {
        const read = readBaseline({ path: 'b.json', content, sha256: '0'.repeat(64) });
        if (!read.ok) {
          expect(reportDiagnostics(read.sources, read.problems)[0]?.locations[0]).toMatchObject({ path: 'b.json' });
          return;
        }
        const names = new Set(read.baseline.findings.map(({ fingerprint }) => fingerprint));
        const report = audit(files, { now: '2026-06-30', baseline: read.baseline });
        for (const finding of report.findings)
          if (finding.baseline === 'known') expect(names.has(finding.fingerprint)).toBe(true);
      }),
      { numRuns: runs(400), seed: 20221015 },
    );
  });
});

describe('a report with waivers and a baseline', () => {
  it('is as its schema says, whatever the waivers say', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(text, text, fc.constantFrom('2026-06-29', '2026-06-30', '2026-12-31'), (reason, owner, expires) => {
        const on = { service: 'chat' };
        const content = stringify({
          waivers: [{ rule: 'owner-missing', on, reason, owner, approvedBy: owner, expires }],
        });
        const given = readWaivers([{ path: 'w.yaml', content, sha256: '0'.repeat(64) }], { rules });
        // Characters that no file may have are refused when it is read.
        if (!given.ok) return;
        const baseline = { path: 'b.json', sha256: '0'.repeat(64), findings: found.findings.slice(1).map(knownFrom) };
        const report = audit(files, { now: '2026-06-30', waivers: given.waivers, baseline });
        const saved: unknown = JSON.parse(json(report, plain80));
        expect(reportFaults(saved)).toEqual([]);
        expect(isReport(saved)).toBe(true);
      }),
      { numRuns: runs(100), seed: 20221015 },
    );
  });

  it('lists every waiver with its place', () => {
    const report = audit(files, { now: '2026-06-30', waivers: waiversFrom(good) });
    expect(
      report.waivers?.map(({ id, state, names, location }) => [id, state, names.length, location.start.line]),
    ).toEqual([
      ['W-1', 'in-force', 1, 3],
      ['owner-missing on tier a, b', 'expired', 0, 9],
    ]);
  });
});
