import { atLeast } from '../finding.js';
import { newlyHurt, type JudgedWaiver, type JudgedWaivers, type WaiverVerdict } from '../waivers/judge-waivers.js';
import type { Waivable } from '../waivers/waivable.js';
import type { Waivers } from '../waivers/waiver.js';
import { locateSpot } from './locate-spot.js';
import type { Acceptance, Lapse, ReportFinding, ReportWaiver } from './report.js';

/** Every waiver as the report lists it. */
export function reportWaivers(given: Waivers, { waivers }: Pick<JudgedWaivers, 'waivers'>): readonly ReportWaiver[] {
  return waivers.map((judged) => {
    const { waiver, state, daysLeft, named } = judged;
    const { rule, reason, place } = waiver;
    return {
      ...signed(judged),
      rule,
      daysLeft,
      reason,
      ...backed(judged),
      state,
      names: named.map(({ fingerprint }) => fingerprint()),
      location: locateSpot(given.sources, place, ''),
    };
  });
}

/** What a waiver makes of a finding, for the finding. */
export function waiverMark(
  finding: Waivable,
  verdict: WaiverVerdict | undefined,
): Pick<ReportFinding, 'waiver' | 'lapsed'> {
  if (verdict === undefined) return {};
  return verdict.why === undefined
    ? { waiver: acceptance(verdict.by) }
    : { lapsed: lapse(verdict.by, verdict.why, finding) };
}

function acceptance(by: JudgedWaiver): Acceptance {
  return { ...signed(by), daysLeft: by.daysLeft, reason: by.waiver.reason, ...backed(by) };
}

function lapse(by: JudgedWaiver, why: Lapse['why'], finding: Waivable): Lapse {
  const { waiver, daysLeft } = by;
  const { severity, usual } = finding;
  const [first = '', ...others] = newlyHurt(waiver, finding);
  const worse = atLeast(waiver.severity ?? usual, severity)
    ? `hurts ${first}${others.length === 0 ? '' : ` and ${others.length} more`} too, for which it was not accepted`
    : `accepts up to ${waiver.severity ?? usual}, and this is ${severity}`;
  const note = {
    expired: `expired ${daysLeft === -1 ? '1 day' : `${-daysLeft} days`} ago`,
    'not-yet': `holds from ${waiver.renewed ?? waiver.created ?? waiver.expires}`,
    worsened: worse,
  }[why];
  return { ...signed(by), why, note };
}

function signed({ waiver: { name, owner, expires } }: JudgedWaiver): Pick<Acceptance, 'id' | 'owner' | 'expires'> {
  return { id: name, owner, expires };
}

function backed({ waiver: { approvedBy, ticket } }: JudgedWaiver): Pick<Acceptance, 'approvedBy' | 'ticket'> {
  return { ...(approvedBy === undefined ? {} : { approvedBy }), ...(ticket === undefined ? {} : { ticket }) };
}
