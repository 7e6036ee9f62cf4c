import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInstaller, runProcess } from '../run-process.js';

const policy = `package main

import rego.v1

deny contains id if {
	some id, service in input.services
	some primary in service.replicas
	primary.role == "primary"
	some backup in service.replicas
	backup.role != "primary"
	backup.at == primary.at
}
`;

export const conftest = {
  folder: 'conftest',
  name: 'conftest (OPA)',
  install(home) {
    runInstaller('go', ['install', 'github.com/open-policy-agent/conftest@latest'], { GOBIN: home });
  },
  check(home, file) {
    mkdirSync(join(home, 'policy'), { recursive: true });
    writeFileSync(join(home, 'policy/shares-building.rego'), policy);
    const args = ['test', '--output', 'json', '--policy', join(home, 'policy'), file];
    const ran = runProcess(join(home, 'conftest'), args);
    return { ...ran, found: JSON.parse(ran.stdout).flatMap(({ failures = [] }) => failures.map(({ msg }) => msg)) };
  },
};
