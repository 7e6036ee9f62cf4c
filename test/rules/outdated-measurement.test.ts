import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.js';
import type { ReportPromise } from '../../src/report/report.js';
import { digestText, recoveryDigests } from '../../src/drills/recovery-digests.js';
import { loadInventory } from '../../src/load-inventory.js';

function inventory(startup: string, digests: string): string {
  return `
locations:
  harbour: { kind: building }
  hill: { kind: building }
services:
  orders:
    objectives: { rto: 30m }
    data: none
    replicas: [{ at: harbour, role: primary }, { at: hill, role: standby, startup: ${startup} }]
    recovery: { mode: automatic, detect: 1m, execute: 5m, uses: [] }
drills:
  - { date: 2026-04-02, kind: full, lose: [harbour], result: recovered, measured: { orders: { rto: 22m } }${digests} }
`;
}

function promiseOf(content: string): ReportPromise | undefined {
  const report = audit([{ path: 'a.yaml', content }], { now: '2026-06-30' });
  expect(report.diagnostics).toEqual([]);
  return report.promises.find(({ objective }) => objective === 'rto');
}

describe('a promise that was measured', () => {
  const loaded = loadInventory([{ path: 'a.yaml', content: inventory('10m', '') }]);
  if (!loaded.ok) throw new Error('the inventory of this test is not in order');
  const digest = digestText(recoveryDigests(loaded.model).of(0));
  const digests = `, digests: { orders: "${digest}" }`;

  it('is proven by what tested what there is', () => {
    const promise = promiseOf(inventory('10m', digests));
    expect(promise?.proven).toEqual({ value: 22 * 60, date: '2026-04-02' });
    expect(promise).not.toHaveProperty('outdated');
  });

  it('keeps the measurement apart once that has changed', () => {
    const promise = promiseOf(inventory('11m', digests));
    expect(promise?.proven).toBeNull();
    expect(promise?.outdated).toEqual({ value: 22 * 60, date: '2026-04-02' });
  });
});
