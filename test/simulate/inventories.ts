/** Two buildings and one service of every fate. The arithmetic is in the tests. */
export const fates = `
version: 1
locations:
  north: { kind: building }
  north-1: { in: north }
  south: { kind: building, lasts: 4d }
  south-1: { in: south }
services:
  chat:
    owner: talk
    objectives: { rto: 30m, rpo: 0s, survive: [building] }
    replicas:
      - { at: north-1, role: primary }
      - { at: south-1, role: standby, replication: async, lag: 5s, readiness: hot }
    recovery:
      { mode: manual, detect: 5m, decide: 30m, execute: 15m, redirect: 5m, uses: [console], runbook: { url: 'https://wiki/chat' } }
  console:
    kind: tooling
    data: none
    objectives: { rto: 10m }
    replicas: [{ at: north-1, role: primary }, { at: south-1, role: standby, startup: 10m }]
    recovery: { mode: automatic, detect: 1m, execute: 30m, uses: [] }
  quick:
    objectives: { rto: 30m, survive: [building] }
    replicas: [{ at: north-1, role: primary }, { at: south-1, role: standby, replication: sync, readiness: hot }]
    recovery: { mode: automatic, detect: 5m, execute: 40m, redirect: 5m, uses: [] }
  open:
    objectives: { rto: 30m, survive: [building] }
    replicas: [{ at: north-1, role: primary }, { at: south-1, role: standby, replication: sync, readiness: hot }]
    recovery: { mode: automatic, detect: 5m, redirect: 5m, uses: [] }
  web:
    objectives: { rto: 30m, survive: [building] }
    dependsOn: { chat: hard, search: soft }
    failsWith: []
  search:
    data: none
    replicas: [{ at: north-1 }]
    recovery: { mode: automatic, detect: 1m, redirect: 0s, uses: [], rebuild: { to: [south-1], takes: 2h } }
  shop:
    dependsOn: { search: soft }
    failsWith: []
  ledger:
    data: { size: 40TB }
    replicas: [{ at: north-1, role: primary }]
    recovery: { mode: manual, detect: 5m, decide: 25m, verify: 1h, uses: [] }
    backups:
      nightly: { at: [south-1], every: 24h, takes: 2h, restore: { to: [south-1], rate: 200MB/s } }
  alone:
    objectives: { rto: 30m, survive: [building] }
    replicas: [{ at: north-1 }]
    recovery: { uses: [] }
  steady:
    objectives: { rto: 30m, rpo: 1m, survive: [building] }
    replicas: [{ at: north-1 }, { at: south-1 }]
scenarios:
  flood: { lose: [north], lasts: 3d, name: Flood }
  burglary: { corrupt: [ledger] }
  fire: { lose: [north], destroys: true }
`;

/** Recovery tools that need each other, and a service that needs one of them. */
export const circle = `
version: 1
locations:
  north: { kind: building }
  south: { kind: building }
defaults:
  recovery: { mode: automatic, detect: 1m, execute: 1m }
services:
  deploy:
    replicas: &both [{ at: north, role: primary }, { at: south, role: standby, readiness: hot, replication: sync }]
    recovery: { uses: [accounts] }
  accounts:
    replicas: *both
    recovery: { uses: [vault] }
  vault:
    replicas: *both
    recovery: { uses: [deploy] }
  shop:
    replicas: *both
    recovery: { uses: [deploy] }
  news:
    replicas: *both
    recovery: { uses: [] }
`;
