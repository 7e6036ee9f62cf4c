import type { Entry } from './entry.js';
import { fieldsOf } from './layer-fields.js';
import type { Linking } from './linking.js';
import type { Scenario } from './model.js';
import { readDuration } from './read-units.js';
import { readFlag, readText } from './read-values.js';
import { resolveList, resolveTargets } from './resolve-references.js';
import { writtenAlone } from './written.js';

export function buildScenario(linking: Linking, index: number, id: string, entry: Entry): Scenario {
  const fields = fieldsOf(writtenAlone(entry));
  return {
    index,
    id,
    name: readText(linking, fields, 'name'),
    lose: resolveTargets(linking, fields, 'lose') ?? { domains: [], services: [] },
    corrupt: resolveList(linking, fields, 'corrupt', 'service') ?? [],
    lasts: readDuration(linking, fields, 'lasts'),
    destroys: readFlag(linking, fields, 'destroys') ?? false,
  };
}
