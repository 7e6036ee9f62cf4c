import type { MissingField } from '../analysis/outcome.js';
import type { Model } from '../model/model.js';
import type { ReportField } from './report.js';

/** A field left out: whose, and which; the same field of different list items has one name, such as `replicas[].lag`. */
export function nameField({ services, domains }: Model, { owner, path }: MissingField): ReportField {
  const entity = owner.type === 'service' ? services[owner.index] : domains[owner.index];
  const field = path.reduce<string>(
    (name, part) => (typeof part === 'number' ? `${name}[]` : name === '' ? part : `${name}.${part}`),
    '',
  );
  return { subject: entity?.id ?? '', field };
}
