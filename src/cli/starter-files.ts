/** The schemas that the first lines of the starter files name: copies beside them, so that editors need no network. */
export const starterSchemas = ['inventory.v1.schema.json', 'settings.v1.schema.json'] as const;

/** What `firebreak init` writes: ten lines that give a useful audit, and where to go from there. */
export const starterFiles: readonly { readonly path: string; readonly text: string }[] = [
  {
    path: 'inventory/inventory.yaml',
    text: `# yaml-language-server: $schema=../.firebreak/inventory.v1.schema.json
version: 1

# Places, as a tree: a datacenter is lost with the building it is \`in\`.
locations:
  main-building: { kind: building }
  main-dc: { kind: datacenter, in: main-building }
  second-building: { kind: building }
  second-dc: { kind: datacenter, in: second-building }

services:
  shop:
    owner: shop-team
    # What was promised: back within an hour, at most 15 minutes of data lost,
    # whichever building is gone.
    objectives: { rto: 1h, rpo: 15m, survive: [building] }
    dependsOn: { accounts: hard }
    replicas:
      - { at: main-dc, role: primary }
      - { at: second-dc, role: standby, replication: async, lag: 30s, startup: 5m }
    # What the failover takes. What is left out is unknown, and unknown never passes.
    recovery: { mode: manual, detect: 5m, decide: 10m, execute: 10m, uses: [] }

  accounts:
    owner: identity-team
    objectives: { rto: 1h, rpo: 15m, survive: [building] }
    replicas:
      - { at: main-dc, role: primary }
`,
  },
  {
    path: 'firebreak.yaml',
    text: `# yaml-language-server: $schema=.firebreak/settings.v1.schema.json
version: 1
inventory: [inventory/**/*.yaml]
# The mildest severity that fails the audit: critical, high, medium, low, info or never.
failOn: high
`,
  },
];
