import type { ReportFinding } from '../../report/report.js';
import { plural } from '../plural.js';
import { oscalDayEnd } from './oscal-day.js';
import type { OscalOrigin } from './oscal-observation.js';
import { oscalProps, type OscalProp } from './oscal-prop.js';
import { oscalLines, oscalText } from './oscal-text.js';
import { oscalUuid } from './oscal-uuid.js';

export interface OscalRisk {
  readonly uuid: string;
  readonly title: string;
  readonly description: string;
  readonly statement: string;
  readonly props?: readonly OscalProp[];
  readonly status: 'open' | 'deviation-approved';
  readonly characterizations: readonly {
    readonly origin: OscalOrigin;
    readonly facets: readonly [{ readonly name: 'severity'; readonly system: string; readonly value: string }];
  }[];
  readonly deadline?: string;
  readonly remediations: readonly {
    readonly uuid: string;
    readonly lifecycle: 'recommendation';
    readonly title: string;
    readonly description: string;
  }[];
  readonly 'related-observations': readonly { readonly 'observation-uuid': string }[];
}

/**
 * What a finding puts at risk. A waiver in force makes it an approved deviation until the end of its last day; an entry of
 * a baseline approves nothing, so the risk stays open.
 */
export function oscalRisk(finding: ReportFinding, observation: string, origin: OscalOrigin): OscalRisk {
  const { rule, severity, message, derivation, hurts, fix, waiver, lapsed, baseline } = finding;
  const uuid = oscalUuid('risk', observation);
  const whom = hurts.length === 0 ? [] : [`Hurts ${plural(hurts.length, 'service')}: ${hurts.join(', ')}`];
  return {
    uuid,
    title: oscalText(message),
    description: oscalLines(derivation.length === 0 ? [message] : derivation),
    statement: oscalLines([message, ...whom]),
    props: oscalProps({
      rule,
      baseline,
      waiver: waiver?.id,
      'waiver-owner': waiver?.owner,
      'waiver-reason': waiver?.reason,
      'waiver-approved-by': waiver?.approvedBy,
      'waiver-ticket': waiver?.ticket,
      'lapsed-waiver': lapsed?.id,
      'lapsed-why': lapsed?.note,
    }),
    status: waiver === undefined ? 'open' : 'deviation-approved',
    characterizations: [{ origin, facets: [{ name: 'severity', system: 'urn:firebreak:severity', value: severity }] }],
    ...(waiver === undefined ? {} : { deadline: oscalDayEnd(waiver.expires) }),
    remediations: [
      {
        uuid: oscalUuid('fix', observation),
        lifecycle: 'recommendation',
        title: oscalText(`What to do about ${rule}`),
        description: oscalText(fix),
      },
    ],
    'related-observations': [{ 'observation-uuid': observation }],
  };
}
