// `npm run bench`: measures the built program on inventories of growing size, from 1,000 services to 300,000 where the
// memory allows, or of the sizes given, and writes BENCHMARKS.md. Compare ratios: machines differ.
import { existsSync } from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';
import { buildStages } from './build-stages.js';
import { folder, root, writeInventory } from './inventories.js';
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

const stages = await buildStages();
const bySize = sizes.map((services) => {
  const home = writeInventory(services, undefined);
  console.error(`${services} services`);
  const read = runNode([join(root, 'bench/read-with-js-yaml.js'), home]);
  return {
    services,
    jsYaml: { seconds: read.seconds, peak: read.peak },
    pretty: audit(home, 'pretty'),
    json: audit(home, 'json'),
    ...JSON.parse(runNode([stages, home]).stdout),
  };
});

console.error('inventories that leave things out');
const silent = ['uses', 'at'].flatMap((leaveOut) =>
  silentSizes.map((services) => ({ leaveOut, services, ...audit(writeInventory(services, leaveOut), 'pretty') })),
);

console.error('starting');
const milliseconds = (args) => median(21, () => runProcess(process.execPath, args).seconds * 1000);
const starts = [
  ['node -e 0', milliseconds(['-e', '0'])],
  ['firebreak --version', milliseconds([program, '--version'])],
  ['firebreak --help', milliseconds([program, '--help'])],
  ['firebreak audit examples/minimal', milliseconds([program, 'audit', join(root, 'examples/minimal')])],
];

keepResults('audit', { command: ['npm run bench', ...given].join(' '), bySize, silent, starts });
