import type { ReportSubject } from '../../report/report.js';
import { oscalProps, type OscalProp } from './oscal-prop.js';
import { oscalText } from './oscal-text.js';
import { oscalUuid } from './oscal-uuid.js';

export interface OscalComponent {
  readonly uuid: string;
  readonly type: string;
  readonly title: string;
  readonly description: string;
  readonly props?: readonly OscalProp[];
  readonly status: { readonly state: 'operational' };
}

export interface OscalSubject {
  readonly 'subject-uuid': string;
  readonly type: 'component';
  readonly title: string;
}

/** The words of the format where it has one, and a word of ours where not. */
const types: Readonly<Record<ReportSubject['type'], string>> = {
  service: 'service',
  location: 'physical',
  domain: 'failure-domain',
  drill: 'process-procedure',
  plan: 'plan',
  supplier: 'supplier',
  inventory: 'this-system',
  waiver: 'policy',
};

/** Whatever is said of no part of the inventory is said of the whole. */
export const wholeInventory: ReportSubject = { type: 'inventory', id: 'inventory' };

export function oscalComponent(subject: ReportSubject): OscalComponent {
  const { type, id, owner, tier, system } = subject;
  return {
    uuid: componentUuid(subject),
    type: types[type],
    title: oscalText(id),
    description: type === 'inventory' ? 'The inventory as a whole.' : `The ${type} of this id in the inventory.`,
    props: oscalProps({ owner, tier, system }),
    status: { state: 'operational' },
  };
}

export function oscalSubject(subject: ReportSubject): OscalSubject {
  return { 'subject-uuid': componentUuid(subject), type: 'component', title: oscalText(subject.id) };
}

function componentUuid({ type, id }: ReportSubject): string {
  return oscalUuid('component', type, id);
}
