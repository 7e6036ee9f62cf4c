import type { OscalControlId } from './oscal-control-ids.js';
import { oscalProps, type OscalProp } from './oscal-prop.js';
import { oscalText } from './oscal-text.js';
import { oscalUuid } from './oscal-uuid.js';
import type { ReviewedControl } from './reviewed-controls.js';

export interface OscalFinding {
  readonly uuid: string;
  readonly title: string;
  readonly description: string;
  readonly props?: readonly OscalProp[];
  readonly target: OscalControlId['target'] & {
    readonly title: string;
    readonly status: {
      readonly state: 'satisfied' | 'not-satisfied';
      readonly reason: 'pass' | 'fail' | 'other';
      readonly remarks: string;
    };
  };
  readonly 'related-observations'?: readonly { readonly 'observation-uuid': string }[];
  readonly 'related-risks'?: readonly { readonly 'risk-uuid': string }[];
}

/** What stands behind what is said about a control. */
export interface Basis {
  readonly observations: readonly string[];
  readonly risks: readonly string[];
}

/** The format knows two states only. What could not be assessed is not satisfied, with `other` as the reason. */
const states = {
  gap: { state: 'not-satisfied', reason: 'fail' },
  supports: { state: 'satisfied', reason: 'pass' },
  'not-assessable': { state: 'not-satisfied', reason: 'other' },
} as const;

const titles = { gap: 'gap against', supports: 'supports', 'not-assessable': 'not assessable' } as const;

/** What the audit says about a control; nothing where it found no gap and no pack says that this is enough. */
export function oscalFinding(
  control: ReviewedControl,
  { target }: OscalControlId,
  { observations, risks }: Basis,
): readonly OscalFinding[] {
  const { pack, name, asks, status, because, rules } = control;
  if (status === 'no-gap') return [];
  return [
    {
      uuid: oscalUuid('finding', pack?.name ?? '', name),
      title: oscalText(`${name}: ${titles[status]}`),
      description: oscalText(asks ?? `The rules that name this control: ${rules.join(', ')}`),
      props: oscalProps({ pack: pack?.name, control: name, rules: rules.length === 0 ? undefined : rules.join(' ') }),
      target: { ...target, title: oscalText(name), status: { ...states[status], remarks: oscalText(because) } },
      'related-observations': observations.map((uuid) => ({ 'observation-uuid': uuid })),
      'related-risks': risks.map((uuid) => ({ 'risk-uuid': uuid })),
    },
  ];
}

/** An input that could not be audited has no control to speak of, and must not look like one without findings. */
export function unauditedFinding(
  because: string,
  { control, target }: OscalControlId,
  observations: readonly string[],
): OscalFinding {
  return {
    uuid: oscalUuid('finding', control),
    title: 'The inventory could not be audited',
    description: oscalText(because),
    target: {
      ...target,
      title: 'An inventory that can be audited',
      status: { state: 'not-satisfied', reason: 'other', remarks: oscalText(because) },
    },
    'related-observations': observations.map((uuid) => ({ 'observation-uuid': uuid })),
  };
}
