import type { EntityRef, Model } from '../model/model.js';
import type { OpenField } from '../rules/judgement.js';
import type { ReportField } from './report.js';

/** A field left out: whose, and which; the same field of different list items has one name, such as `replicas[].lag`. */
export function nameField(model: Model, { owner, path }: OpenField): ReportField {
  const field = path.reduce<string>(
    (name, part) => (typeof part === 'number' ? `${name}[]` : name === '' ? part : `${name}.${part}`),
    '',
  );
  return { subject: nameOf(model, owner), field };
}

function nameOf(model: Model, { type, index }: EntityRef): string {
  switch (type) {
    case 'service':
      return model.services[index]?.id ?? '';
    case 'domain':
      return model.domains[index]?.id ?? '';
    case 'drill':
      return `drill ${model.drills[index]?.date ?? ''}`;
    case 'document':
      return model.documents[index]?.file ?? '';
    case 'scenario':
      return model.scenarios[index]?.id ?? '';
    case 'limitation':
      return model.limitations[index]?.id ?? '';
    case 'tier':
      return model.tiers[index]?.id ?? '';
    case 'plan':
      return model.plans[index]?.id ?? '';
    case 'supplier':
      return model.suppliers[index]?.id ?? '';
    case 'contact':
      return model.contacts[index]?.id ?? '';
  }
}
