import type { Model, Service } from '../../model/model.js';
import { formatSize } from '../../units/size.js';
import { backupFields } from './backup-fields.js';
import { wordingFor, type EffectiveField, type Wording } from './effective-field.js';
import { recoveryFields } from './recovery-fields.js';
import { replicaFields } from './replica-fields.js';

/** Every value in force for a service, in the order in which an inventory is written. */
export function serviceFields(service: Service, model: Model): readonly EffectiveField[] {
  const wording = wordingFor(model);
  const { text, share, conditions } = wording;
  return [
    { path: ['kind'], text: service.kind },
    ...stated(['purpose'], service.purpose),
    { path: ['name'], text: service.name },
    { path: ['system'], text: service.system },
    { path: ['owner'], text: service.owner },
    { path: ['tier'], text: service.tier },
    ...objectiveFields(service, wording),
    { path: ['data'], text: dataText(service) },
    { path: ['quorum'], text: text(service.quorum) },
    { path: ['demand'], text: text(service.demand) },
    { path: ['minCapacity'], text: share(service.minCapacity) },
    { path: ['failsWith'], text: conditions(service.failsWith) },
    ...stated(['bia', 'date'], service.bia?.date),
    ...stated(['bia', 'approvedBy'], service.bia?.approvedBy),
    ...service.dependencies.map(({ key, kind, anyOf }) => ({
      path: ['dependsOn', key],
      text: anyOf.length === 1 ? kind : `${kind}, any of ${wording.services(anyOf) ?? ''}`,
    })),
    ...service.replicas.flatMap((replica) => replicaFields(replica, wording)),
    ...(service.backups === undefined
      ? [{ path: ['backups'], text: undefined }]
      : service.backups.flatMap((backup) => backupFields(backup, wording))),
    ...recoveryFields(service.recovery, wording),
  ];
}

function objectiveFields({ objectives }: Service, { duration }: Wording): readonly EffectiveField[] {
  const { rto, rpo, mtpd, downtime, survive } = objectives;
  return [
    { path: ['objectives', 'rto'], text: duration(rto) },
    { path: ['objectives', 'rpo'], text: duration(rpo) },
    { path: ['objectives', 'mtpd'], text: duration(mtpd) },
    ...stated(['objectives', 'downtime'], duration(downtime)),
    { path: ['objectives', 'survive'], text: survive.map(({ kind }) => kind).join(', ') },
    ...survive.flatMap((one) => [
      { path: ['objectives', 'survive', one.kind, 'rto'], text: duration(one.rto) },
      { path: ['objectives', 'survive', one.kind, 'rpo'], text: duration(one.rpo) },
    ]),
  ];
}

/** A field that no result rests on: not worth a line where nobody filled it in. */
function stated(path: EffectiveField['path'], text: string | undefined): readonly EffectiveField[] {
  return text === undefined ? [] : [{ path, text }];
}

function dataText({ data }: Service): string | undefined {
  if (data === undefined || data === 'none') return data;
  return data.size === undefined ? 'of unknown size' : formatSize(data.size);
}
