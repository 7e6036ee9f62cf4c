import {
  anything,
  bytes,
  date,
  flag,
  listOf,
  number,
  oneOf,
  partOf,
  seconds,
  share,
  text,
  type PartShape,
} from './shape.js';

/** What a rule of one's own can be about. */
export const subjects = ['service', 'location', 'domain', 'drill'] as const;

export type OwnSubject = (typeof subjects)[number];

const ids = listOf(text);
const conditions = listOf(ids);
const facilityUnits = oneOf('none', 'N', 'N+1', 'N+2', '2N', '2N+1');

const service = partOf({
  id: text,
  kind: oneOf('service', 'datastore', 'tooling', 'external'),
  purpose: oneOf('monitoring', 'alerting', 'status-page'),
  name: text,
  system: text,
  owner: text,
  tier: text,
  rank: number,
  bia: partOf({ date, approvedBy: text }),
  objectives: partOf({
    rto: seconds,
    rpo: seconds,
    mtpd: seconds,
    downtime: seconds,
    survive: listOf(partOf({ kind: text, rto: seconds, rpo: seconds })),
  }),
  dependsOn: listOf(partOf({ key: text, kind: oneOf('hard', 'soft', 'startup'), anyOf: ids })),
  replicas: listOf(
    partOf({
      name: text,
      at: ids,
      role: oneOf('active', 'primary', 'standby', 'replica', 'witness'),
      replication: oneOf('sync', 'semi-sync', 'async', 'none'),
      lag: seconds,
      readiness: oneOf('hot', 'warm', 'cold'),
      startup: seconds,
      capacity: share,
      votes: number,
      promotable: flag,
      failsWith: conditions,
    }),
  ),
  quorum: anything,
  backups: listOf(
    partOf({
      id: text,
      at: ids,
      every: seconds,
      takes: seconds,
      retention: seconds,
      immutable: flag,
      offline: flag,
      failsWith: conditions,
      key: text,
      restore: partOf({ to: ids, rate: number, time: seconds, prepare: seconds }),
      tested: partOf({ date, took: seconds, result: oneOf('passed', 'failed', 'partial'), evidence: text }),
    }),
  ),
  data: partOf({ size: bytes }),
  stateful: flag,
  recovery: partOf({
    mode: oneOf('automatic', 'manual'),
    detect: seconds,
    decide: seconds,
    execute: seconds,
    redirect: seconds,
    verify: seconds,
    uses: ids,
    rebuild: partOf({ to: ids, takes: seconds }),
    restart: partOf({ takes: seconds }),
    runbook: partOf({ url: text, reviewed: date }),
    contacts: ids,
  }),
  demand: number,
  minCapacity: share,
  failsWith: conditions,
  promises: listOf(
    partOf({
      kind: text,
      objective: oneOf('rto', 'rpo'),
      target: seconds,
      best: seconds,
      worst: seconds,
      verdict: oneOf('kept', 'broken', 'unknown', 'not-applicable'),
    }),
  ),
});

const domain = partOf({ id: text, kind: text, name: text, failsWith: conditions, lasts: seconds, services: ids });

const location = partOf({
  ...domain.fields,
  parent: text,
  operator: text,
  coordinates: partOf({ latitude: number, longitude: number }),
  capacity: number,
  facility: partOf({
    class: text,
    certifiedUntil: date,
    feeds: number,
    substations: number,
    paths: number,
    ups: facilityUnits,
    batteryMinutes: number,
    generators: facilityUnits,
    fuelHours: number,
    refuelContract: flag,
    batteryRoom: oneOf('separate', 'shared', 'none'),
    batteryChemistry: text,
    batteryDisconnect: flag,
    suppression: text,
    zonedPowerOff: flag,
    fireZones: number,
    combustible: flag,
    floodZone: flag,
    floodProtection: flag,
    seismicZone: flag,
    seismicDesign: flag,
  }),
});

const drill = partOf({
  date,
  kind: text,
  lose: partOf({ domains: ids, services: ids }),
  services: ids,
  result: oneOf('recovered', 'partial', 'failed'),
  measured: listOf(partOf({ service: text, rto: seconds, rpo: seconds })),
  evidence: text,
  findings: listOf(partOf({ what: text, owner: text, due: date, closed: date })),
});

/** The fields that a rule about each subject can see. */
export const subjectShapes: Readonly<Record<OwnSubject, PartShape>> = { service, location, domain, drill };
