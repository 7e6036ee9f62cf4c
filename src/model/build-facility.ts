import type { Facility } from './facility.js';
import { keysOf, type Fields } from './layer-fields.js';
import type { Linking } from './linking.js';
import { readDateOrNever } from './read-units.js';
import { readAmount, readFlag, readSection, readText, readWord } from './read-values.js';

const redundancies = ['none', 'N', 'N+1', 'N+2', '2N', '2N+1'] as const;
const rooms = ['separate', 'shared', 'none'] as const;

export function buildFacility(linking: Linking, location: Fields): Facility | undefined {
  const fields = readSection(linking, location, 'facility');
  if (fields === undefined) return undefined;
  const text = (key: string): string | undefined => readText(linking, fields, key);
  const amount = (key: string): number | undefined => readAmount(linking, fields, key);
  const flag = (key: string): boolean | undefined => readFlag(linking, fields, key);
  return {
    class: text('class'),
    certifiedUntil: readDateOrNever(linking, fields, 'certifiedUntil'),
    feeds: amount('feeds'),
    substations: amount('substations'),
    paths: amount('paths'),
    ups: readWord(linking, fields, 'ups', redundancies),
    batteryMinutes: amount('batteryMinutes'),
    generators: readWord(linking, fields, 'generators', redundancies),
    fuelHours: amount('fuelHours'),
    refuelContract: flag('refuelContract'),
    batteryRoom: readWord(linking, fields, 'batteryRoom', rooms),
    batteryChemistry: text('batteryChemistry'),
    batteryDisconnect: flag('batteryDisconnect'),
    suppression: text('suppression'),
    zonedPowerOff: flag('zonedPowerOff'),
    fireZones: amount('fireZones'),
    combustible: flag('combustible'),
    floodZone: flag('floodZone'),
    floodProtection: flag('floodProtection'),
    seismicZone: flag('seismicZone'),
    seismicDesign: flag('seismicDesign'),
    tests: readTests(linking, fields),
  };
}

function readTests(linking: Linking, fields: Fields): Facility['tests'] {
  const tests = readSection(linking, fields, 'tests');
  if (tests === undefined) return new Map();
  return new Map(keysOf(tests).map((system) => [system, readDateOrNever(linking, tests, system)]));
}
