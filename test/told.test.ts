import fc from 'fast-check';
import { expect, test } from 'vitest';
import { audit } from '../src/audit.js';
import { rules } from '../src/rules/index.js';
import { arbitraryCase } from './support/arbitrary/arbitrary-case.js';
import { runs } from './support/runs.js';

/** Rules that say why something does not come back, or not in time; the others speak of what is written down. */
const groups = new Set(['placement', 'objectives', 'data', 'dependencies']);
const paperwork = /missing$|unknown$|unproven$|unstated$|untested$|inverted$|mutable$|restored$/;
const explaining = new Set(
  rules.filter(({ id, group }) => groups.has(group) && !paperwork.test(id)).map(({ id }) => id),
);

test('every broken promise is told by a finding on its service, or on one that it hurts', () => {
  let broken = 0;
  fc.assert(
    fc.property(arbitraryCase, ({ inventory }) => {
      const report = audit([{ path: 'a.json', content: JSON.stringify(inventory) }], { now: '2026-06-30' });
      const findings = report.findings.filter(({ rule }) => explaining.has(rule));
      // A circle names all of its members.
      const circles = findings.filter(({ rule }) => rule === 'circular-recovery').map(({ message }) => message);
      const named = new Set(circles.flatMap((message) => message.split(/[ :]+/)));
      const told = new Set([...named, ...findings.flatMap(({ subject, hurts }) => [subject.id, ...hurts])]);
      for (const { service, kind, objective, verdict } of report.promises) {
        if (verdict !== 'broken') continue;
        broken += 1;
        expect(told.has(service), `${service} ${kind} ${objective}`).toBe(true);
      }
    }),
    { seed: 29, numRuns: runs(1500) },
  );
  expect(broken).toBeGreaterThan(0);
});

test('an inventory of which most promises cannot be judged does not pass the gate', () => {
  let silent = 0;
  fc.assert(
    fc.property(arbitraryCase, ({ inventory }) => {
      const { summary, gate } = audit([{ path: 'a.json', content: JSON.stringify(inventory) }], { now: '2026-06-30' });
      const { kept, broken, unknown } = summary.promises;
      if (unknown <= kept + broken) return;
      silent += 1;
      expect(gate.result).toBe('fail');
    }),
    { seed: 37, numRuns: runs(1500) },
  );
  expect(silent).toBeGreaterThan(0);
});
