import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runInstaller, runProcess } from '../run-process.js';

// A policy has one verdict for each file; the services are in what it prints.
const policy = `from checkov.common.models.enums import CheckResult
from checkov.yaml_doc.enums import BlockType
from checkov.yaml_doc.base_yaml_check import BaseYamlCheck


class SharesBuilding(BaseYamlCheck):
    def __init__(self):
        super().__init__(
            name="primary and backup must not share a building",
            id="CKV_BENCH_1",
            categories=[],
            supported_entities=["services"],
            block_type=BlockType.DOCUMENT,
        )

    def scan_entity_conf(self, conf, entity_type):
        shared = []
        # Among what the file says, checkov puts numbers of lines.
        for name, service in conf["services"].items():
            if not isinstance(service, dict):
                continue
            copies = [one for one in service["replicas"] if isinstance(one, dict)]
            primary = [one["at"] for one in copies if one["role"] == "primary"]
            if any(one["at"] in primary for one in copies if one["role"] != "primary"):
                shared.append(name)
        for name in shared:
            print("shared", name)
        return (CheckResult.FAILED if shared else CheckResult.PASSED), conf


check = SharesBuilding()
`;

const runner = `import sys

from checkov.common.checks.base_check_registry import BaseCheckRegistry
from checkov.runner_filter import RunnerFilter
from checkov.yaml_doc.runner import Runner

Runner().run(root_folder=None, external_checks_dir=[sys.argv[1]], files=[sys.argv[2]], runner_filter=RunnerFilter())
`;

export const checkov = {
  folder: 'checkov',
  name: 'checkov',
  install(home) {
    runInstaller('python3', ['-m', 'venv', home]);
    runInstaller(join(home, 'bin/pip'), ['install', '--quiet', 'checkov']);
  },
  check(home, file) {
    mkdirSync(join(home, 'policy'), { recursive: true });
    writeFileSync(join(home, 'policy/shares_building.py'), policy);
    writeFileSync(join(home, 'policy/__init__.py'), '');
    writeFileSync(join(home, 'run.py'), runner);
    const ran = runProcess(join(home, 'bin/python'), [join(home, 'run.py'), join(home, 'policy'), file], {
      cwd: dirname(file),
    });
    return { ...ran, found: [...ran.stdout.matchAll(/^shared (\S+)$/gm)].map(([, name]) => name) };
  },
};
