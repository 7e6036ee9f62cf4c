import type { Entry } from './entry.js';
import { isMap } from './json-map.js';
import { fieldsOf, keysOf, read, type Fields } from './layer-fields.js';
import { reportAt, type Linking } from './linking.js';
import type { Scenario, ScenarioEnds, Targets } from './model.js';
import { readDuration } from './read-units.js';
import { readFlag, readSection, readText } from './read-values.js';
import { resolveList, resolveTargets } from './resolve-references.js';
import { writtenAlone } from './written.js';

export function buildScenario(linking: Linking, index: number, id: string, entry: Entry): Scenario {
  const fields = fieldsOf(writtenAlone(entry));
  const lose = resolveTargets(linking, fields, 'lose') ?? { domains: [], services: [] };
  const apart = isMap(read(fields, 'lasts'));
  return {
    index,
    id,
    name: readText(linking, fields, 'name'),
    lose,
    corrupt: resolveList(linking, fields, 'corrupt', 'service') ?? [],
    lasts: apart ? undefined : readDuration(linking, fields, 'lasts'),
    ends: apart ? readEnds(linking, fields, lose) : undefined,
    destroys: readFlag(linking, fields, 'destroys') ?? false,
  };
}

/** What is lost and not named here is not known to return; nor is what is named as unknown. */
function readEnds(linking: Linking, fields: Fields, lose: Targets): ScenarioEnds | undefined {
  const written = readSection(linking, fields, 'lasts');
  if (written === undefined) return undefined;
  const domains = new Map<number, number>();
  const services = new Map<number, number>();
  for (const key of keysOf(written)) {
    const named = linking.names.byId.get(key);
    const index = named?.index ?? -1;
    const isService = named?.section === 'services';
    if (index < 0 || !(isService ? lose.services : lose.domains).includes(index)) {
      // Planned places are in no model: nothing of them is lost, and nothing returns.
      if (index === -1 && named !== undefined) continue;
      reportAt(
        linking,
        { fields: written, path: [key], on: 'key' },
        {
          code: 'reference',
          message: `\`${key}\` is not among what this scenario loses`,
          help: 'name it under `lose` too, or take it out here',
        },
      );
      continue;
    }
    const value = read(written, key);
    const seconds = value === 'never' ? Infinity : readDuration(linking, written, key);
    if (seconds !== undefined) (isService ? services : domains).set(index, seconds);
  }
  return { domains, services };
}
