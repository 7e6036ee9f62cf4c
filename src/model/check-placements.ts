import { keyOf } from '../place.js';
import type { Sections } from './collect-sections.js';
import { keyOfEntry, placeInEntry } from './entry.js';
import { isUnknown } from './json-map.js';
import { fieldsOf } from './layer-fields.js';
import type { Linking } from './linking.js';
import { resolveKey } from './resolve-references.js';
import { writtenAlone } from './written.js';

/** The `replicas` section places services that exist, and that have no replicas of their own. */
export function checkPlacements(linking: Linking, sections: Sections): void {
  for (const [id, placements] of sections.replicas) {
    const service = sections.services.get(id);
    if (service === undefined) {
      const section = { ...placements, key: undefined, value: { [id]: placements.value } };
      resolveKey(linking, fieldsOf(writtenAlone(section)), id, 'service');
      continue;
    }
    const own = service.value['replicas'];
    if (own === undefined || isUnknown(own) || isUnknown(placements.value)) continue;
    linking.problems.add({
      code: 'duplicate',
      message: `the replicas of \`${id}\` are written twice`,
      at: keyOfEntry(placements),
      help: 'keep them in one place: under the service, or in the `replicas` section',
      related: [{ at: keyOf(placeInEntry(service, ['replicas'])), label: 'first written here' }],
    });
  }
}
