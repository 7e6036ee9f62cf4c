import type { DomainBlast } from '../analysis/blast-radius.js';
import type { Model } from '../model/model.js';
import type { FixedInChange, ReportChange, Weakening } from '../report/report-change.js';
import type { Selection } from '../report/policy.js';
import type { Report } from '../report/report.js';
import { isSelected } from '../report/select-services.js';
import { blastChanges } from './blast-changes.js';
import { compareReports } from './compare-reports.js';
import type { Former } from './former.js';

/** An inventory with what an audit says about it; no model where it could not be audited. */
export interface AuditedState {
  readonly report: Report;
  readonly model: Model | undefined;
  /** Of every failure domain, in order of the model. */
  readonly blastRadii: () => readonly DomainBlast[];
}

export interface States {
  readonly former: Former;
  /** The former state; undefined where there was no inventory. */
  readonly before: AuditedState | undefined;
  /** The state that is judged, its findings held against the former ones already. */
  readonly now: AuditedState;
  readonly weakened: readonly Weakening[];
  readonly select: Selection | undefined;
}

/** What is different between two states of an inventory. */
export function compareStates({ former, before, now, weakened, select }: States): ReportChange {
  const { ref, commit, head, asked } = former;
  const policy = asked === undefined ? 'unreadable' : 'compared';
  const { findings } = now.report;
  const count = (standing: 'known' | 'worsened' | 'new'): number =>
    findings.filter(({ since }) => since === standing).length;
  const counts = { known: count('known'), worsened: count('worsened'), new: count('new') };
  const common = { ...(head === undefined ? {} : { head }), ...counts };
  const model = before?.model;
  if (before === undefined || model === undefined || now.model === undefined) {
    const state = before === undefined ? 'absent' : 'unaudited';
    return { base: { ref, commit, state, policy }, ...common, fixed: [], weakened, promises: [], blastRadius: [] };
  }
  const { fixed, promises } = compareReports(before.report, now.report);
  const concerned = concernedIn(model, select);
  return {
    base: { ref, commit, state: 'audited', policy, promises: before.report.summary.promises },
    ...common,
    fixed: fixed.filter((one) => concerned === undefined || concerned(one, before.report)),
    weakened,
    promises: select === undefined ? promises : promises.filter(({ service }) => isNamed(now.model, select, service)),
    blastRadius: blastChanges(
      { model, blastRadii: before.blastRadii() },
      { model: now.model, blastRadii: now.blastRadii() },
    ),
  };
}

/** Whether a finding that is fixed was about a service that is asked for, or hurt one. */
function concernedIn(
  model: Model,
  select: Selection | undefined,
): ((fixed: FixedInChange, report: Report) => boolean) | undefined {
  if (select === undefined) return undefined;
  return ({ fingerprint, subject }, { findings }) => {
    const hurts = findings.filter((one) => one.fingerprint === fingerprint).flatMap((one) => one.hurts);
    return [subject, ...hurts].some((id) => isNamed(model, select, id));
  };
}

function isNamed(model: Model | undefined, select: Selection, id: string): boolean {
  const index = model?.serviceById.get(id);
  const service = index === undefined ? undefined : model?.services[index];
  return service !== undefined && isSelected(select, service);
}
