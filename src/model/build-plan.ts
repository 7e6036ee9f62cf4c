import type { Entry } from './entry.js';
import { fieldsOf, keysOf, read, type Fields } from './layer-fields.js';
import type { Linking } from './linking.js';
import type { Activation, Communication, Notice, Plan, Role } from './plan.js';
import { readDateOrNever, readDuration } from './read-units.js';
import { readSection, readText } from './read-values.js';
import { resolveList, resolvePlaces, resolveTargets } from './resolve-references.js';
import { readWords } from './read-words.js';
import { writtenAlone } from './written.js';

export function buildPlan(linking: Linking, index: number, id: string, entry: Entry): Plan {
  const fields = fieldsOf(writtenAlone(entry));
  const hostedOn = resolveTargets(linking, fields, 'hostedOn');
  return {
    index,
    id,
    name: readText(linking, fields, 'name'),
    covers: read(fields, 'covers') === 'all' ? 'all' : resolveTargets(linking, fields, 'covers'),
    owner: readText(linking, fields, 'owner'),
    url: readText(linking, fields, 'url'),
    hostedOn: hostedOn && (hostedOn.domains.length > 0 || hostedOn.services.length > 0) ? hostedOn : undefined,
    approvedBy: readText(linking, fields, 'approvedBy'),
    reviewed: readDateOrNever(linking, fields, 'reviewed'),
    independentReview: readDateOrNever(linking, fields, 'independentReview'),
    exercised: readDateOrNever(linking, fields, 'exercised'),
    failback: readDateOrNever(linking, fields, 'failback'),
    activation: readActivation(linking, fields),
    roles: readRoles(linking, fields),
    communication: readCommunication(linking, fields),
    notify: entriesOf(linking, fields, 'notify', (own, authority) => readNotice(linking, own, authority)) ?? [],
  };
}

function readActivation(linking: Linking, fields: Fields): Activation | undefined {
  const own = readSection(linking, fields, 'activation');
  return (
    own && {
      criteria: readText(linking, own, 'criteria'),
      authority: readText(linking, own, 'authority'),
      deputy: readText(linking, own, 'deputy'),
      within: readDuration(linking, own, 'within'),
    }
  );
}

function readRoles(linking: Linking, fields: Fields): readonly Role[] | undefined {
  return entriesOf(linking, fields, 'roles', (own, id) => ({
    id,
    person: readText(linking, own, 'person'),
    deputy: readText(linking, own, 'deputy'),
    at: standing(resolvePlaces(linking, own, 'at')),
    deputyAt: standing(resolvePlaces(linking, own, 'deputyAt')),
    trained: readDateOrNever(linking, own, 'trained'),
  }));
}

function readCommunication(linking: Linking, fields: Fields): Communication | undefined {
  const own = readSection(linking, fields, 'communication');
  return (
    own && {
      channels: read(own, 'channels') === 'none' ? [] : resolveList(linking, own, 'channels', 'service'),
      audiences: readWords(linking, own, 'audiences'),
      tested: readDateOrNever(linking, own, 'tested'),
    }
  );
}

function readNotice(linking: Linking, fields: Fields, id: string): Notice {
  return { id, within: readDuration(linking, fields, 'within'), owner: readText(linking, fields, 'owner') };
}

/** The maps under a key, by id and in order of it. */
function entriesOf<Item>(
  linking: Linking,
  fields: Fields,
  key: string,
  build: (own: Fields, id: string) => Item,
): readonly Item[] | undefined {
  const map = readSection(linking, fields, key);
  if (map === undefined) return undefined;
  return keysOf(map).flatMap((id) => {
    const own = readSection(linking, map, id);
    return own === undefined ? [] : [build(own, id)];
  });
}

/** Only planned places: where somebody works today, nobody says. */
function standing(places: readonly number[] | undefined): readonly number[] | undefined {
  return places?.length === 0 ? undefined : places;
}
