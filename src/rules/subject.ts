import type { Drill, FailureDomain, Model, Service } from '../model/model.js';
import type { Plan } from '../model/plan.js';
import type { Supplier } from '../model/supplier.js';
import type { JudgedWaiver } from '../waivers/judge-waivers.js';

/** What a finding is about. */
export type Subject =
  | { readonly type: 'service'; readonly service: Service }
  | { readonly type: 'failure-domain'; readonly domain: FailureDomain }
  | { readonly type: 'drill'; readonly drill: Drill }
  | { readonly type: 'plan'; readonly plan: Plan }
  | { readonly type: 'supplier'; readonly supplier: Supplier }
  | { readonly type: 'waiver'; readonly waiver: JudgedWaiver }
  | { readonly type: 'inventory'; readonly model: Model };

/** The name of a subject, as identity: stable when lines move and other subjects come or go. */
export function subjectId(subject: Subject): string {
  switch (subject.type) {
    case 'service':
      return subject.service.id;
    case 'failure-domain':
      return subject.domain.id;
    case 'drill':
      return `drill ${subject.drill.date}`;
    case 'plan':
      return subject.plan.id;
    case 'supplier':
      return subject.supplier.id;
    case 'waiver':
      return subject.waiver.waiver.name;
    case 'inventory':
      return 'inventory';
  }
}
