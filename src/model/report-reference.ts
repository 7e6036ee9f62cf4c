import { reportAt, type Linking, type Spot } from './linking.js';
import type { Named, NameTable } from './name-table.js';

/** What a field may name. A failure domain is a location or a domain; anything is one of those or a service. */
export type Wanted = 'location' | 'failure domain' | 'service' | 'anything';

const nouns = { locations: 'location', domains: 'domain', services: 'service' } as const;

const sections = {
  location: '`locations`',
  'failure domain': '`locations` or `domains`',
  service: '`services`',
  anything: '`locations`, `domains` or `services`',
} as const;

const phrases = {
  location: 'a place',
  'failure domain': 'a place or a shared risk',
  service: 'a service',
  anything: 'a place, a shared risk or a service',
} as const;

/** Reports an id that means nothing, or (`named`) something of the wrong kind for this field. */
export function reportReference(
  linking: Linking,
  id: string,
  named: Named | undefined,
  wanted: Wanted,
  spot: Spot,
): void {
  const field = fieldName(spot);
  if (named === undefined) {
    const meant = linking.suggester.nearest(id, candidates(linking.names, wanted));
    reportAt(linking, spot, {
      code: 'reference',
      message: `\`${field}\` names \`${id}\`, which is not defined`,
      help: meant === undefined ? `define it under ${sections[wanted]}` : `did you mean \`${meant}\`?`,
    });
    return;
  }
  reportAt(linking, spot, {
    code: 'reference',
    message: `\`${field}\` names \`${id}\`, which is a ${nouns[named.section]}, not ${phrases[wanted]}`,
    help:
      (wanted === 'location' && named.section === 'domains') || (field === 'dependsOn' && named.section !== 'services')
        ? `\`${field}\` names ${phrases[wanted]}; write \`failsWith: [${id}]\` for what is lost with \`${id}\``
        : `\`${field}\` names ${phrases[wanted]}`,
  });
}

function fieldName({ path, fields, on }: Spot): string {
  const own = on === 'key' ? undefined : path.findLast((key) => typeof key === 'string');
  return String(own === 'allOf' ? 'failsWith' : (own ?? fields.up?.key ?? fields.of.entry.section));
}

/** Ids of the right sort, planned ones left out. */
function candidates({ byId, domainIds, serviceIds }: NameTable, wanted: Wanted): readonly string[] {
  if (wanted === 'service') return serviceIds;
  if (wanted === 'failure domain') return domainIds;
  if (wanted === 'anything') return [...domainIds, ...serviceIds];
  return domainIds.filter((id) => byId.get(id)?.section === 'locations');
}
