import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInstaller, runProcess } from '../run-process.js';

// Guard compares no two values of one list by their role, so the rule goes by position.
const rule = `rule shares_building {
  services.* {
    replicas[0].at != replicas[1].at
  }
}
`;

export const cfnGuard = {
  folder: 'cfn-guard',
  name: 'cfn-guard',
  install(home) {
    runInstaller('cargo', ['install', '--quiet', 'cfn-guard', '--root', home]);
  },
  check(home, file) {
    mkdirSync(home, { recursive: true });
    const rules = join(home, 'shares-building.guard');
    writeFileSync(rules, rule);
    const ran = runProcess(join(home, 'bin/cfn-guard'), [
      'validate',
      '--rules',
      rules,
      '--data',
      file,
      '--structured',
      '--output-format',
      'json',
      '--show-summary',
      'none',
    ]);
    return { ...ran, found: [...ran.stdout.matchAll(/\/services\/(svc-\d+)\//g)].map(([, id]) => id) };
  },
};
