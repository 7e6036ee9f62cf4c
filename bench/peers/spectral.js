import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInstaller, runProcess } from '../run-process.js';

const ruleset = `import sharesBuilding from './shares-building.mjs';
export default {
  rules: {
    'shares-building': { given: '$.services[*]', severity: 'error', then: { function: sharesBuilding } },
  },
};
`;

const rule = `export default ({ replicas }) => {
  const primary = replicas.find(({ role }) => role === 'primary');
  return replicas.some((one) => one !== primary && one.at === primary.at) ? [{ message: 'shares a building' }] : [];
};
`;

export const spectral = {
  folder: 'spectral',
  name: '@stoplight/spectral-cli',
  install(home) {
    runInstaller('npm', ['install', '--prefix', home, '--no-audit', '--no-fund', '--ignore-scripts', this.name + '@6']);
  },
  check(home, file) {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'shares-building.mjs'), rule);
    writeFileSync(join(home, 'ruleset.mjs'), ruleset);
    const ran = runProcess(join(home, 'node_modules/.bin/spectral'), [
      'lint',
      file,
      '--ruleset',
      join(home, 'ruleset.mjs'),
      '--format',
      'json',
      '--quiet',
    ]);
    return { ...ran, found: JSON.parse(ran.stdout).map(({ path }) => path[1]) };
  },
};
