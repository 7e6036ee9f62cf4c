import { expect, test } from 'vitest';
import { blastRadii } from '../../../src/analysis/blast-radius.js';
import { surveyLosses } from '../../../src/analysis/promises.js';
import { createSolver, type Solution } from '../../../src/analysis/solver.js';
import type { DomainIndex, ServiceIndex } from '../../../src/model/model.js';
import { modelOf } from '../../model/link.js';

/** `b1: surely late, perhaps open` for each domain whose loss takes somebody beyond their RTO. */
function blasts(yaml: string): readonly string[] {
  const model = modelOf(yaml);
  const names = (services: readonly ServiceIndex[]): string =>
    services
      .map((one) => model.services[one]?.id ?? '?')
      .toSorted()
      .join(' ');
  const solver = createSolver(model);
  const lossOf = (domain: DomainIndex): Solution =>
    solver.solve({ domains: [domain], services: [], corrupted: [], lasts: undefined, destroys: false });
  const solvedAgain = blastRadii(solver).all(lossOf);
  const radii = blastRadii(solver);
  surveyLosses(solver, { onSolved: radii.note });
  expect(radii.all(lossOf)).toEqual(solvedAgain);
  return solvedAgain.flatMap(({ domain, surely, perhaps }) =>
    surely.length + perhaps.length === 0
      ? []
      : [`${domain.id}: surely ${names(surely) || '-'}, perhaps ${names(perhaps) || '-'}`],
  );
}

test('whom the loss of each domain takes beyond the RTO they have for it', () => {
  // Each pair is back after 1m + 2m = 3m. What is lost with b2 is back with it after 10m; b3 is lost for good.
  const pair = 'replicas: [{ at: b1, role: primary }, { at: b3, role: standby, readiness: hot, replication: sync }]';
  const quick = 'recovery: { mode: automatic, detect: 1m, execute: 2m, uses: [] }';
  const kept = `data: {}, replicas: [{ at: b1, role: primary }, { at: b3, role: standby, replication: sync }], ${quick}, backups: { n: { at: [b3], every: 1h, restore: { to: [b3], time: 10m } } }`;
  expect(
    blasts(`
version: 1
locations: { b1: { kind: building }, b2: { kind: building, lasts: 10m }, b3: { kind: building } }
services:
  exact: { objectives: { rto: 3m }, ${pair}, ${quick} }
  late: { objectives: { rto: 2m }, ${pair}, ${quick} }
  kindly: { objectives: { rto: 1m, survive: { building: { rto: 3m } } }, ${pair}, ${quick} }
  open: { objectives: { rto: 5m }, ${pair}, recovery: { mode: automatic, detect: 1m, uses: [] } }
  # A failover that turns out to finish, late, may displace the restore that takes 11m.
  unsure: { objectives: { rto: 1h }, ${kept} }
  free: { ${kept} }
  patient: { objectives: { rto: 10m }, data: none, replicas: [{ at: b2 }], ${quick} }
  hasty: { objectives: { rto: 9m }, data: none, replicas: [{ at: b2 }], ${quick} }
  # Nobody knows where it stands: at best where nothing is lost, at worst in what takes ten minutes, or for ever.
  anywhere: { objectives: { rto: 10m }, data: none, replicas: [{}], ${quick} }
`),
  ).toEqual([
    'b1: surely late, perhaps anywhere open unsure',
    'b2: surely hasty, perhaps -',
    'b3: surely -, perhaps anywhere',
  ]);
});
