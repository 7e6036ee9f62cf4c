import type { Backup, DomainIndex, FailCondition, Model, Replica, Service, ServiceIndex } from '../model/model.js';
import type { Facts } from '../rules/facts.js';
import { absent, list, part, type Known, type List, type Part } from './value.js';

/** A service as a rule sees it: effective values after tiers and defaults, and what became of its promises. */
export function entityOfService(service: Service, facts: Facts): Part {
  const { model } = facts;
  const { id, kind, purpose, name, system, owner, tier, rank, bia, objectives, recovery, data, quorum } = service;
  const { rto, rpo, mtpd, downtime, survive } = objectives;
  return part([], {
    id,
    kind,
    purpose,
    name,
    system,
    owner,
    tier,
    rank,
    bia: bia && part(['bia'], { date: bia.date, approvedBy: bia.approvedBy }),
    objectives: part(['objectives'], {
      rto,
      rpo,
      mtpd,
      downtime,
      survive: list(
        survive.map((one) =>
          part([], {
            kind: one.kind,
            rto: one.rto ?? absent(['objectives', 'rto']),
            rpo: one.rpo ?? absent(['objectives', 'rpo']),
          }),
        ),
      ),
    }),
    dependsOn: service.dependenciesUnknown
      ? undefined
      : list(
          service.dependencies.map(({ key, kind: how, anyOf }) =>
            part(['dependsOn', key], { key, kind: how, anyOf: serviceIds(model, anyOf) }),
          ),
        ),
    // None means that nobody says where it stands: left out, or only planned.
    replicas:
      service.replicas.length === 0 ? undefined : list(service.replicas.map((replica) => replicaPart(model, replica))),
    quorum,
    backups: service.backups && list(service.backups.map((backup) => backupPart(model, backup))),
    data: data && part(['data'], { size: data === 'none' ? 0 : data.size }),
    stateful: service.stateful,
    recovery: recoveryPart(model, recovery),
    demand: service.demand,
    minCapacity: service.minCapacity,
    failsWith: service.failsWith && conditionLists(model, service.failsWith),
    promises: list(
      facts.promisesOf(service.index).map(({ kind: lost, objective, target, range, verdict }) =>
        part([], {
          kind: lost,
          objective,
          target: target ?? absent(['objectives', objective]),
          best: range.best,
          worst: range.worst,
          verdict,
        }),
      ),
    ),
  });
}

export function domainIds(model: Model, indices: readonly DomainIndex[]): List {
  return list(indices.flatMap((index) => model.domains[index]?.id ?? []));
}

export function serviceIds(model: Model, indices: readonly ServiceIndex[]): List {
  return list(indices.flatMap((index) => model.services[index]?.id ?? []));
}

export function conditionLists(model: Model, conditions: readonly FailCondition[]): List {
  return list(conditions.map((condition): Known => domainIds(model, condition)));
}

function replicaPart(model: Model, { position, at, failsWith, ...replica }: Replica): Part {
  const { name, role, replication, lag, readiness, startup, capacity, votes, promotable } = replica;
  const where = at && domainIds(model, at);
  const own = { name, role, replication, lag, readiness, startup, capacity, votes, promotable };
  return part(['replicas', position], { ...own, at: where, failsWith: conditionLists(model, failsWith) });
}

function backupPart(model: Model, backup: Backup): Part {
  const { id, at, every, takes, retention, immutable, offline, key, restore, tested } = backup;
  const path = ['backups', id];
  return part(path, {
    id,
    every,
    takes,
    retention,
    immutable,
    offline,
    at: at && domainIds(model, at),
    failsWith: conditionLists(model, backup.failsWith),
    key: key === undefined ? undefined : model.services[key]?.id,
    restore: part([...path, 'restore'], {
      to: restore.to && domainIds(model, restore.to),
      rate: restore.rate,
      time: restore.time,
      prepare: restore.prepare,
    }),
    tested:
      tested &&
      part(
        [...path, 'tested'],
        tested === 'never'
          ? { date: 'never', took: undefined, result: undefined, evidence: undefined }
          : { date: tested.date, took: tested.took, result: tested.result, evidence: tested.evidence },
      ),
  });
}

function recoveryPart(model: Model, recovery: Service['recovery']): Part {
  const { mode, detect, decide, execute, redirect, verify, uses, rebuild, restart, runbook, contacts } = recovery;
  return part(['recovery'], {
    mode,
    detect,
    decide,
    execute,
    redirect,
    verify,
    uses: uses && serviceIds(model, uses),
    rebuild:
      rebuild &&
      part(['recovery', 'rebuild'], { to: rebuild.to && domainIds(model, rebuild.to), takes: rebuild.takes }),
    restart: restart && part(['recovery', 'restart'], { takes: restart.takes }),
    runbook: runbook && part(['recovery', 'runbook'], { url: runbook.url, reviewed: runbook.reviewed }),
    contacts: contacts && list(contacts),
  });
}
