// `npm run bench`: measures the built program on inventories of growing size, from 1,000 services to 300,000 where the
// memory allows, or of the sizes given, and writes BENCHMARKS.md. Compare ratios: machines differ.
import { existsSync } from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';
import { buildPart } from './build-part.js';
import { folder, root, writeChange, writeInventory } from './inventories.js';
import { keepResults } from './keep-results.js';
import { median, runNode, runProcess } from './run-process.js';

const program = join(root, 'bin/firebreak.js');
const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [1_000, 10_000, 100_000, ...(freemem() > 12e9 ? [300_000] : [])];
const silentSizes = sizes.filter((size) => size <= 10_000);

if (!existsSync(join(root, 'dist/cli/main.cjs'))) throw new Error('build first: npm run build');

const audit = (home, format) => {
  const args = [
    program,
    'audit',
    home,
    '--now',
    '2026-06-30',
    '--format',
    `${format}=${join(folder, `out.${format}`)}`,
  ];
  const { seconds, peak, status, stderr } = runNode(args);
  if (status !== 0 && status !== 1) throw new Error(`the audit of ${home} ended with ${status}: ${stderr}`);
  return { seconds, peak };
};

const auditIn = (cwd, args) => {
  const { seconds, peak } = runNode([program, 'audit', '.', '--now', '2026-06-30', ...args], { cwd });
  return { seconds, peak };
};

const readWithJsYaml = (home) => {
  const { seconds, peak, status, stderr } = runNode([join(root, 'bench/read-with-js-yaml.js'), home]);
  if (status !== 0) throw new Error(`js-yaml cannot read ${home}: ${stderr}`);
  return { seconds, peak };
};

const stages = await buildPart('stages');
const bySize = sizes.map((services) => {
  const home = writeInventory(services);
  console.error(`${services} services`);
  return {
    services,
    jsYaml: readWithJsYaml(home),
    pretty: audit(home, 'pretty'),
    json: audit(home, 'json'),
    ...JSON.parse(runNode([stages, home]).stdout),
  };
});

console.error('inventories that leave things out');
const silent = ['uses', 'at'].flatMap((leaveOut) =>
  silentSizes.map((services) => ({ leaveOut, services, ...audit(writeInventory(services, { leaveOut }), 'pretty') })),
);

console.error('inventories written otherwise');
const otherwise = ['lines', 'aliases', 'limits'].flatMap((written) =>
  silentSizes.map((services) => {
    const home = writeInventory(services, { written });
    return { written, services, jsYaml: readWithJsYaml(home), pretty: audit(home, 'pretty') };
  }),
);

console.error('other ways to read');
const reading = await buildPart('reading');
const largest = sizes.findLast((size) => size <= 100_000) ?? sizes[0];
const ways = ['here', 'worker', 'cache', 'json'].map((way) => {
  const home = writeInventory(largest);
  const { stdout, peak } = runNode([reading, home, way, join(folder, `read.${way}`)]);
  return { way, seconds: Number(stdout), peak };
});

console.error('a change');
const changes = silentSizes.map((services) => {
  const home = writeChange(services);
  return {
    services,
    now: auditIn(home, []),
    since: auditIn(home, ['--since', 'HEAD~1']),
    same: auditIn(home, ['--since', 'HEAD']),
  };
});

console.error('starting');
const milliseconds = (args) => median(21, () => runProcess(process.execPath, args).seconds * 1000);
const starts = [
  ['node -e 0', milliseconds(['-e', '0'])],
  ['firebreak --version', milliseconds([program, '--version'])],
  ['firebreak --help', milliseconds([program, '--help'])],
  ['firebreak audit examples/minimal', milliseconds([program, 'audit', join(root, 'examples/minimal')])],
];

keepResults('audit', {
  command: ['npm run bench', ...given].join(' '),
  bySize,
  silent,
  otherwise,
  reading: { services: largest, ways },
  changes,
  starts,
});
