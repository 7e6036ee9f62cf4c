import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInstaller, runProcess } from '../run-process.js';

const script = `import sys

import networkx
import yaml

with open(sys.argv[1]) as file:
    inventory = yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
graph = networkx.MultiDiGraph()
for name, service in inventory["services"].items():
    for replica in service["replicas"]:
        graph.add_edge(name, replica["at"], role=replica["role"])
for name in inventory["services"]:
    edges = list(graph.out_edges(name, data="role"))
    primaries = {place for _, place, role in edges if role == "primary"}
    if any(place in primaries for _, place, role in edges if role != "primary"):
        print(name)
`;

export const networkx = {
  folder: 'networkx',
  name: 'Python, PyYAML and networkx',
  install(home) {
    runInstaller('python3', ['-m', 'venv', home]);
    runInstaller(join(home, 'bin/pip'), ['install', '--quiet', 'networkx', 'pyyaml']);
  },
  check(home, file) {
    mkdirSync(home, { recursive: true });
    const path = join(home, 'shares_building.py');
    writeFileSync(path, script);
    const ran = runProcess(join(home, 'bin/python'), [path, file]);
    return { ...ran, found: ran.stdout.split('\n').filter((line) => line !== '') };
  },
};
