import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isList, isMap } from '../../model/json-map.js';
import type { LossRequest } from '../../report/simulation-event.js';
import { shellWord } from '../../reporters/shell-word.js';
import type { JsonValue } from '../../source/json-value.js';
import { readSources } from '../../source/read-sources.js';
import { parseDuration } from '../../units/duration.js';

/** A real incident as it ships with the package. */
export interface Incident {
  readonly name: string;
  /** With the inventories `declared` and `revealed` in it. */
  readonly folder: string;
  readonly title: string;
  /** What happens to `revealed`. */
  readonly event: LossRequest;
  /** The same as options of `simulate`, to be typed in a shell. */
  readonly flags: readonly string[];
}

/** Where the incidents of the installed package are. */
export function incidentsFolder(packageRoot: URL): string {
  return fileURLToPath(new URL('examples/incidents/', packageRoot));
}

/** Sorted. */
export function incidentNames(packageRoot: URL): readonly string[] {
  return readdirSync(incidentsFolder(packageRoot), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => existsSync(join(incidentsFolder(packageRoot), name, 'expected.yaml')))
    .sort();
}

/** Throws where the package is damaged, which is nothing that its user did. */
export function readIncident(name: string, packageRoot: URL): Incident {
  const folder = join(incidentsFolder(packageRoot), name);
  const { documents } = readSources([{ path: 'expected.yaml', content: readFileSync(join(folder, 'expected.yaml')) }]);
  const expected = documents[0]?.value;
  const { title, events } = isMap(expected) ? expected : {};
  const event = isMap(events) ? events['revealed'] : undefined;
  if (typeof title !== 'string' || !isMap(event)) throw new Error(`${folder} has no title or event`);
  const { lasts, scenario, destroys = false } = event;
  const duration = typeof lasts === 'string' ? parseDuration(lasts) : undefined;
  const ids = { lose: idsIn(event['lose']), corrupt: idsIn(event['corrupt']), scenario: idsIn(scenario) };
  return {
    name,
    folder,
    title,
    event: {
      lose: ids.lose,
      corrupt: ids.corrupt,
      scenarios: ids.scenario,
      lasts: duration?.ok === true ? duration.value : undefined,
      destroys: destroys === true,
    },
    flags: [
      ...Object.entries(ids).flatMap(([flag, values]) =>
        values.length === 0 ? [] : [`--${flag}`, shellWord(values.join(','))],
      ),
      ...(typeof lasts === 'string' ? ['--lasts', lasts] : []),
      ...(destroys === true ? ['--destroys'] : []),
    ],
  };
}

function idsIn(value: JsonValue | undefined): readonly string[] {
  return (isList(value) ? value : [value]).filter((id) => typeof id === 'string');
}
