// A made-up company of any size as YAML: the same seed and size give the same bytes.
// Per 1,000 services: 100 places (2 datacenters a building, 5 buildings a campus, 10 campuses a region), a power domain a
// building pair, and about 25 lines a service with tier, owner, objectives, 0-5 dependencies and 2-4 replicas.

/** Mulberry32: a small seeded generator, uniform in [0, 1). */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The places of a company with this many services: `{ text, buildings }`. */
function places(services, written) {
  const buildings = Math.max(4, Math.round(services / 33));
  const lines = ['version: 1', 'locations:'];
  const limit = written === 'limits' ? `, capacity: ${100 * services}` : '';
  const regions = Math.max(2, Math.ceil(buildings / 50));
  for (let r = 0; r < regions; r++) lines.push(`  region-${r}: { kind: region${limit} }`);
  for (let b = 0; b < buildings; b++) {
    lines.push(
      `  building-${b}: { kind: building, in: region-${b % regions}, failsWith: [power-${b >> 1}, carrier-${b % 7}] }`,
    );
    lines.push(`  dc-${b}-a: { kind: datacenter, in: building-${b} }`);
    lines.push(`  dc-${b}-b: { kind: datacenter, in: building-${b} }`);
  }
  lines.push('domains:');
  for (let p = 0; p <= (buildings - 1) >> 1; p++) lines.push(`  power-${p}: { kind: power }`);
  for (let c = 0; c < 7; c++) lines.push(`  carrier-${c}: { kind: network }`);
  lines.push(
    'tiers:',
    '  critical: { objectives: { rto: 30m, rpo: 1m, survive: [building, power, network, region] } }',
    '  normal: { objectives: { rto: 4h, rpo: 15m, survive: [building, power] } }',
    ...(written === 'limits' ? ['defaults: { demand: 5 }'] : []),
    '',
  );
  return { text: lines.join('\n'), buildings };
}

function service(index, count, { buildings, random, leaveOut, written }) {
  const pick = (n) => Math.floor(random() * n);
  const first = pick(buildings);
  const datacenter = (b) => `dc-${((b % buildings) + buildings) % buildings}-${random() < 0.5 ? 'a' : 'b'}`;
  /** A replica in a building, its other fields on lines of their own. */
  const replica = (b, ...fields) => {
    const place = `at: ${datacenter(b)}`;
    const [head, ...tail] = leaveOut === 'at' ? fields : [place, ...fields];
    return [`      - ${head}`, ...tail.map((field) => `        ${field}`)];
  };
  const spread = random() < 0.02 ? 0 : 1 + pick(5);
  const lines = [
    `  svc-${index}:`,
    `    tier: ${random() < 0.2 ? 'critical' : 'normal'}`,
    `    owner: team-${index % 97}`,
    `    system: product-${index % 311}`,
    ...(written === 'lines'
      ? ['    name: >-', '      Service', `      number ${index}`]
      : [`    name: "Service number ${index}"`]),
    '    minCapacity: 60%',
  ];
  const dependencies = new Map();
  for (let d = pick(6); d > 0; d--) {
    // Mostly on services with a lower number, as layers do; a few upwards, so that there are cycles.
    const target = random() < 0.005 ? pick(count) : Math.floor(index * random() * random());
    if (target !== index) dependencies.set(target, ['hard', 'soft', 'soft', 'startup'][pick(4)]);
  }
  if (dependencies.size > 0) {
    lines.push('    dependsOn:');
    for (const [target, kind] of dependencies) lines.push(`      svc-${target}: ${kind}`);
  }
  lines.push(
    '    replicas:',
    ...replica(first, 'role: primary', 'capacity: 100%'),
    ...replica(
      first + 7 * spread,
      'role: standby',
      'replication: async',
      `lag: ${1 + pick(20)}s`,
      'readiness: hot',
      'capacity: 100%',
    ),
  );
  for (let r = pick(3); r > 0; r--) {
    const place = `at: ${datacenter(first + 11 * r)}, `;
    lines.push(
      `      - { ${leaveOut === 'at' ? '' : place}name: extra-${r}, role: standby, replication: async, lag: 30s, startup: 5m, capacity: 60% }`,
    );
  }
  if (written === 'aliases' && index > 0) return [...lines, '    recovery: *usual'].join('\n');
  lines.push(
    written === 'aliases' ? '    recovery: &usual' : '    recovery:',
    `      mode: ${random() < 0.5 ? 'automatic' : 'manual'}`,
    '      detect: 2m',
    `      decide: ${1 + pick(20)}m`,
    '      execute: 3m',
    '      redirect: 1m',
  );
  const uses = index < 3 || random() < 0.3 ? [] : [`svc-${pick(3)}`];
  const [open, close] = written === 'lines' && uses.length > 0 ? ['[\n        ', '\n        ]'] : ['[', ']'];
  if (leaveOut !== 'uses') lines.push(`      uses: ${open}${uses.join(', ')}${close}`);
  return lines.join('\n');
}

/**
 * The inventory as `{ path: text }`. Size in services; the seed names the variant. `leaveOut`: a field that nobody fills
 * in, `uses` (what a recovery needs) or `at` (where a replica stands). `written`: texts and lists over several `lines`,
 * with `aliases`, or with `limits`: regions that say how much they can carry, and services how much they need.
 */
export function generateInventory(services, { seed = 1, leaveOut, written } = {}) {
  const random = generator(seed);
  const { text, buildings } = places(services, written);
  const lines = ['version: 1', 'services:'];
  const how = { buildings, random, leaveOut, written };
  for (let index = 0; index < services; index++) lines.push(service(index, services, how));
  lines.push('');
  return { 'places.yaml': text, 'services.yaml': lines.join('\n') };
}
