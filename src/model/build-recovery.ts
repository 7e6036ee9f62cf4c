import { read, type Fields } from './layer-fields.js';
import type { Linking } from './linking.js';
import type { Recovery, Targets } from './model.js';
import { readDate, readDuration } from './read-units.js';
import { isList, isMap } from './json-map.js';
import { readAmount, readSection, readText, readWord, refuse } from './read-values.js';
import { resolveList, resolvePlaces, resolveTargets } from './resolve-references.js';
import { sharedPart } from './shared-part.js';

const modes = ['automatic', 'manual'] as const;

export function buildRecovery(linking: Linking, fields: Fields): Recovery {
  return sharedPart(linking.sharedRecoveries, fields, 'recovery', () => readRecovery(linking, fields));
}

function readRecovery(linking: Linking, fields: Fields): Recovery {
  const own = readSection(linking, fields, 'recovery');
  const phase = (key: string): number | undefined => own && readDuration(linking, own, key);
  const rebuild = own && readSection(linking, own, 'rebuild');
  return {
    mode: own && readWord(linking, own, 'mode', modes),
    detect: phase('detect'),
    decide: phase('decide'),
    execute: phase('execute'),
    redirect: phase('redirect'),
    verify: phase('verify'),
    uses: own && (read(own, 'uses') === 'none' ? [] : resolveList(linking, own, 'uses', 'service')),
    rebuild: rebuild && {
      to: resolvePlaces(linking, rebuild, 'to'),
      takes: readDuration(linking, rebuild, 'takes'),
    },
    restart: own && readRestart(linking, own),
    runbook: own && readRunbook(linking, own),
    contacts: own && readContacts(linking, own),
  };
}

const hour = 3600;

function readRestart(linking: Linking, fields: Fields): Recovery['restart'] {
  const written = read(fields, 'restart');
  if (written === undefined) return undefined;
  if (!isMap(written)) return { takes: readDuration(linking, fields, 'restart') };
  const pace = readSection(linking, fields, 'restart');
  const hosts = pace && readAmount(linking, pace, 'hosts');
  const perHour = pace && readAmount(linking, pace, 'perHour');
  if (hosts === 0) return { takes: 0 };
  return { takes: hosts === undefined || perHour === undefined ? undefined : (hosts / perHour) * hour };
}

function readRunbook(linking: Linking, fields: Fields): Recovery['runbook'] {
  const runbook = readSection(linking, fields, 'runbook');
  if (runbook === undefined) return undefined;
  const hostedOn = resolveTargets(linking, runbook, 'hostedOn');
  return {
    url: readText(linking, runbook, 'url'),
    hostedOn: hostedOn !== undefined && isEmpty(hostedOn) ? undefined : hostedOn,
    reviewed: readDate(linking, runbook, 'reviewed'),
  };
}

/** Only planned places: where the runbook is today, nobody says. */
function isEmpty({ domains, services }: Targets): boolean {
  return domains.length === 0 && services.length === 0;
}

function readContacts(linking: Linking, fields: Fields): Recovery['contacts'] {
  const value = read(fields, 'contacts');
  if (value === undefined) return undefined;
  if (!isList(value)) return refuse(linking, fields, 'contacts', 'type', 'a list of names');
  return value.flatMap((item) => {
    const name = isMap(item) ? item['name'] : item;
    return typeof name === 'string' ? [name] : [];
  });
}
