import { subjectId, type Subject } from '../rules/subject.js';
import type { ReportSubject } from './report.js';

/** What a finding is about, as the report says it. */
export function reportSubject(subject: Subject): ReportSubject {
  const id = subjectId(subject);
  switch (subject.type) {
    case 'service': {
      const { owner, tier, system } = subject.service;
      return {
        type: 'service',
        id,
        ...(owner === undefined ? {} : { owner }),
        ...(tier === undefined ? {} : { tier }),
        ...(system === undefined ? {} : { system }),
      };
    }
    case 'failure-domain':
      return { type: subject.domain.section === 'locations' ? 'location' : 'domain', id };
    case 'drill':
    case 'plan':
    case 'supplier':
    case 'waiver':
    case 'inventory':
      return { type: subject.type, id };
  }
}
