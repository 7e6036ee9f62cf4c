import { buildBackups } from './build-backups.js';
import { buildDependencies } from './build-dependencies.js';
import { buildObjectives } from './build-objectives.js';
import { buildRecovery } from './build-recovery.js';
import { buildReplicas } from './build-replicas.js';
import { isList } from './json-map.js';
import { fieldsOf, read, readAsWritten, type Fields } from './layer-fields.js';
import { reportAt, type Linking } from './linking.js';
import type { FailCondition, Service, ServiceIndex } from './model.js';
import { readDateOrNever, readShare, readSize } from './read-units.js';
import { readAmount, readSection, readText, readWord, refuse } from './read-values.js';
import { resolveConditions } from './resolve-references.js';
import { writtenAlone, type Written } from './written.js';

const kinds = ['service', 'datastore', 'tooling', 'external'] as const;
const purposes = ['monitoring', 'alerting', 'status-page'] as const;

/** A service, or with an index of -1 a tier or the defaults read as one, to find what is wrong in them. */
export function buildService(linking: Linking, index: ServiceIndex, id: string, written: Written): Service {
  const fields = fieldsOf(written);
  const kind = readWord(linking, fields, 'kind', kinds) ?? 'service';
  const { replicas, allPlanned, holdData } = buildReplicas(linking, fields);
  const { backups, holdData: hasBackups } = buildBackups(linking, fields);
  const data = readData(linking, fields);
  const tier = readTier(linking, fieldsOf(writtenAlone(written.entry)));
  return {
    index,
    id,
    kind,
    purpose: readWord(linking, fields, 'purpose', purposes),
    name: readText(linking, fields, 'name'),
    system: readText(linking, fields, 'system'),
    owner: readText(linking, fields, 'owner'),
    tier,
    rank: tier === undefined ? undefined : linking.names.tiers.get(tier),
    bia: readBia(linking, fields),
    objectives: buildObjectives(linking, fields),
    dependencies: buildDependencies(linking, fields, index < 0 ? undefined : index),
    dependenciesUnknown: readAsWritten(fields, 'dependsOn') === 'unknown',
    replicas,
    quorum: readQuorum(linking, fields),
    backups,
    data,
    recovery: buildRecovery(linking, fields),
    demand: readAmount(linking, fields, 'demand'),
    minCapacity: readShare(linking, fields, 'minCapacity') ?? 1,
    failsWith: readFailsWith(linking, fields, allPlanned),
    stateful: data !== 'none' && (data !== undefined || kind === 'datastore' || holdData || hasBackups),
  };
}

function readTier(linking: Linking, fields: Fields): string | undefined {
  const tier = readText(linking, fields, 'tier');
  if (tier === undefined || linking.names.tiers.has(tier)) return tier;
  const meant = linking.suggester.nearest(tier, [...linking.names.tiers.keys()]);
  reportAt(
    linking,
    { fields, path: ['tier'], on: 'value' },
    {
      code: 'reference',
      message: `\`tier\` names \`${tier}\`, which is not defined`,
      help: meant === undefined ? 'define it under `tiers`' : `did you mean \`${meant}\`?`,
    },
  );
  return undefined;
}

/**
 * Where everything that a service stands on is only planned, an empty list would read as "independent of
 * everything". What it stands on today is not stated.
 */
function readFailsWith(
  linking: Linking,
  fields: Fields,
  allReplicasPlanned: boolean,
): readonly FailCondition[] | undefined {
  const conditions = resolveConditions(linking, fields);
  if (conditions === undefined || allReplicasPlanned) return undefined;
  const written = read(fields, 'failsWith');
  return conditions.length === 0 && isList(written) && written.length > 0 ? undefined : conditions;
}

function readData(linking: Linking, fields: Fields): Service['data'] {
  if (read(fields, 'data') === 'none') return 'none';
  const data = readSection(linking, fields, 'data');
  return data && { size: readSize(linking, data, 'size') };
}

function readBia(linking: Linking, fields: Fields): Service['bia'] {
  const bia = readSection(linking, fields, 'bia');
  return bia && { date: readDateOrNever(linking, bia, 'date'), approvedBy: readText(linking, bia, 'approvedBy') };
}

function readQuorum(linking: Linking, fields: Fields): Service['quorum'] {
  const value = read(fields, 'quorum');
  if (value === undefined || value === 'majority') return value;
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value;
  return refuse(linking, fields, 'quorum', 'value', '`majority` or a number of votes, 1 or more');
}
