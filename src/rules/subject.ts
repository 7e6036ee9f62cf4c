import type { Drill, FailureDomain, Model, Service } from '../model/model.js';

/** What a finding is about. */
export type Subject =
  | { readonly type: 'service'; readonly service: Service }
  | { readonly type: 'failure-domain'; readonly domain: FailureDomain }
  | { readonly type: 'drill'; readonly drill: Drill }
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
    case 'inventory':
      return 'inventory';
  }
}
