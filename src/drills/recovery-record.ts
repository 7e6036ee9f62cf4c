import type { Backup, FailCondition, FailureDomain, Model, Replica, Service } from '../model/model.js';
import { canonical } from './canonical.js';

/**
 * Everything that a service says about how it recovers, as one text: effective values in the units of the model, so
 * that spelling, layers, files and order make no difference. Without what recovers nothing: names, owners, notes, dates of tests and
 * reviews, what is promised, and soft dependencies, which may be missing.
 */
export function recoveryRecord(model: Model, service: Service): string {
  const { id, kind, stateful, dependenciesUnknown, quorum, data, demand, minCapacity, failsWith, recovery } = service;
  const { mode, detect, decide, execute, redirect, verify, uses, rebuild, restart, runbook } = recovery;
  const places = (list: readonly number[] | undefined): readonly string[] | undefined =>
    list && list.map((place) => model.domains[place]?.id ?? '').sort();
  const services = (list: readonly number[] | undefined): readonly string[] | undefined =>
    list && list.map((one) => model.services[one]?.id ?? '').sort();
  const conditions = (list: readonly FailCondition[] | undefined): readonly string[] | undefined =>
    list && asSet(list.map((members) => places([...new Set(members)])));
  const replica = ({ at, failsWith: own, role, replication, lag, readiness, ...rest }: Replica): object => {
    const { startup, capacity, votes, promotable } = rest;
    const facts = { role, replication, lag, readiness, startup, capacity, votes, promotable };
    return { ...facts, at: places(at), failsWith: conditions(own) };
  };
  const backup = ({
    at,
    failsWith: own,
    key,
    restore,
    every,
    takes,
    retention,
    immutable,
    offline,
  }: Backup): object => {
    const facts = { every, takes, retention, immutable, offline };
    const { to, rate, time, prepare } = restore;
    const back = { to: places(to), rate, time, prepare };
    return { ...facts, at: places(at), failsWith: conditions(own), key: services(listed(key)), restore: back };
  };
  const needs = service.dependencies.filter((dependency) => dependency.kind !== 'soft');
  return canonical({
    id,
    kind,
    stateful,
    dependenciesUnknown,
    quorum,
    data,
    demand,
    minCapacity,
    failsWith: conditions(failsWith),
    dependencies: asSet(needs.map(({ kind: need, anyOf }) => ({ kind: need, anyOf: services([...new Set(anyOf)]) }))),
    replicas: asList(service.replicas.map(replica)),
    backups: service.backups && asList(service.backups.map(backup)),
    recovery: {
      mode,
      detect,
      decide,
      execute,
      redirect,
      verify,
      restart,
      uses: services(uses && [...new Set(uses)]),
      rebuild: rebuild && { to: places(rebuild.to), takes: rebuild.takes },
      runbook: runbook?.hostedOn && {
        domains: places(runbook.hostedOn.domains),
        services: services(runbook.hostedOn.services),
      },
    },
  });
}

/** Where a place stands and what takes it. */
export function placeRecord({ domains }: Model, { id, parent, failsWith, capacity }: FailureDomain): string {
  const name = (domain: number): string => domains[domain]?.id ?? '';
  const conditions = asSet(failsWith.map((members) => [...new Set(members)].map(name).sort()));
  return canonical({ id, in: parent === undefined ? undefined : name(parent), failsWith: conditions, capacity });
}

/** What is listed in no order, and counts once. */
function asSet(items: readonly unknown[]): readonly string[] {
  return [...new Set(asList(items))];
}

/** What is listed in no order; two of a kind are two. */
function asList(items: readonly unknown[]): readonly string[] {
  return items.map(canonical).sort();
}

function listed(one: number | undefined): readonly number[] | undefined {
  return one === undefined ? undefined : [one];
}
