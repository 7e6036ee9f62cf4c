import type { DomainIndex, Seconds, Service, ServiceIndex } from '../../model/model.js';
import type { Facts } from '../facts.js';
import { severityByTier } from '../severity-by-tier.js';
import type { Failure, Judgement, OpenField } from '../judgement.js';
import { formatDuration } from '../../units/duration.js';
import { sharedFateSpots } from '../placement/copies.js';

/** Whether it surely stops in that loss, may stop, or goes on. */
type Fate = 'fails' | 'may fail' | 'goes on';

/** A loss in which a service is needed by others and back later than these have to be. */
interface Missed {
  readonly loss: DomainIndex;
  /** Seconds; Infinity: never. */
  readonly back: Seconds;
  readonly urgent: ServiceIndex;
  readonly rto: Seconds;
  /** What becomes of the most urgent one. */
  readonly fate: Fate;
  readonly others: readonly ServiceIndex[];
  /** Another one with the same purpose that is surely there in time. */
  readonly substitute: ServiceIndex | undefined;
}

/**
 * Whether a service is there while others have to be brought back. For each loss that takes a copy of it, or of what it
 * needs, and from which others promise to return within a time: it has to be back no later than the most urgent of them.
 */
export function* outlives(service: Service, facts: Facts, unnoticed: string): Iterable<Judgement> {
  const missed: Missed[] = [];
  const open: OpenField[] = [];
  for (const { index: loss } of facts.model.domains) {
    if (facts.isClearOf(service.index, loss)) continue;
    const others = facts.promisedIn(loss).filter((index) => isJudgedHere(facts, index, service));
    const byUrgency = others
      .map((urgent) => ({ urgent, rto: rtoAfter(facts, urgent, loss), fate: fateOf(facts, urgent, loss) }))
      .toSorted((a, b) => a.rto - b.rto);
    const [strictest] = byUrgency;
    if (strictest === undefined) continue;
    const ready = facts.readyAfter(loss, service.index);
    // Told of one that stops, where it is late for such a one too.
    const late = byUrgency.filter(({ rto }) => ready.best > rto);
    const most = late.find(({ fate }) => fate === 'fails') ?? late.find(({ fate }) => fate === 'may fail') ?? late[0];
    if (most !== undefined)
      missed.push({
        loss,
        back: ready.best,
        ...most,
        others,
        substitute: substituteFor(service, facts, loss, most.rto),
      });
    // The fields of one such loss are enough to go on with, and cost more than its times.
    else if (ready.worst > strictest.rto && open.length === 0)
      open.push(...facts.returnAfter(loss, service.index).missing);
  }
  const [worst] = missed.toSorted(
    (a, b) =>
      Number(a.substitute !== undefined) - Number(b.substitute !== undefined) ||
      Number(a.fate === 'goes on') - Number(b.fate === 'goes on') ||
      descending(a.back, b.back) ||
      b.others.length - a.others.length,
  );
  if (worst !== undefined) yield failureOf(service, facts, worst, unnoticed);
  else if (open.length > 0) yield { outcome: 'unknown', missing: open };
}

function descending(a: number, b: number): number {
  return a === b ? 0 : b - a;
}

/** What itself waits for the service in its recovery has that counted there. */
function isJudgedHere({ model }: Facts, index: ServiceIndex, service: Service): boolean {
  const other = model.services[index];
  if (other === undefined || other.index === service.index || other.purpose !== undefined) return false;
  return other.recovery.uses?.includes(service.index) !== true;
}

function fateOf({ readyAfter }: Facts, index: ServiceIndex, loss: DomainIndex): Fate {
  const { best, worst } = readyAfter(loss, index);
  return best > 0 ? 'fails' : worst > 0 ? 'may fail' : 'goes on';
}

function rtoAfter({ model }: Facts, index: ServiceIndex, loss: DomainIndex): Seconds {
  const kind = model.domains[loss]?.kind;
  return model.services[index]?.objectives.survive.find((one) => one.kind === kind)?.rto ?? Infinity;
}

function substituteFor(
  { index, purpose }: Service,
  { model, readyAfter }: Facts,
  loss: DomainIndex,
  limit: Seconds,
): ServiceIndex | undefined {
  return model.services.find(
    (other) => other.purpose === purpose && other.index !== index && readyAfter(loss, other.index).worst <= limit,
  )?.index;
}

function failureOf(service: Service, facts: Facts, missed: Missed, unnoticed: string): Failure {
  const { model } = facts;
  const { loss, back, urgent, rto, fate, others, substitute } = missed;
  const id = (index: ServiceIndex): string => model.services[index]?.id ?? '';
  const name = model.domains[loss]?.id ?? '';
  const when = back === Infinity ? 'never comes back' : `is back after ${formatDuration(back)}`;
  const left = substitute === undefined ? '' : `; ${id(substitute)} is left, if it does for the same services`;
  const whom = fate === 'goes on' ? id(urgent) : `${id(urgent)}, which has to be back in ${formatDuration(rto)},`;
  const [first, ...rest] = sharedFateSpots(model, service, loss, 'lost');
  return {
    outcome: 'fail',
    ...severityOf(service, facts, missed),
    message: `after the loss of ${name}, ${service.id} ${when}, and ${whom} ${fate} ${unnoticed}${left}`,
    detail: name,
    loss,
    magnitude: back === Infinity ? null : back - rto,
    spots: [
      first,
      ...rest,
      { at: model.place({ type: 'service', index: urgent }), label: `${id(urgent)} ${fate} ${unnoticed}` },
    ],
    hurts: others,
  };
}

/** Where its own promise is broken too, it counts as that does: one cause, one finding. */
function severityOf({ index, rank }: Service, facts: Facts, { loss, substitute }: Missed): Pick<Failure, 'severity'> {
  const kind = facts.model.domains[loss]?.kind;
  const broken = facts
    .promisesOf(index)
    .some((one) => one.verdict === 'broken' && one.objective === 'rto' && one.kind === kind);
  if (broken) return { severity: severityByTier('high', rank) };
  // What another one does instead, nobody can tell from the inventory.
  return substitute === undefined ? {} : { severity: 'low' };
}
