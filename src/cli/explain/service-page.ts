import type { Model, Origin, Service } from '../../model/model.js';
import type { KeyPath, Place } from '../../place.js';
import { labelledRow } from '../../reporters/labelled-row.js';
import type { Paint } from '../../reporters/paint.js';
import { piece, renderLines } from '../../reporters/styled-line.js';
import { alignedTable, type Column } from '../aligned-table.js';
import type { Terminal } from '../terminal.js';
import { serviceFields } from './service-fields.js';

export interface ServicePageOptions extends Terminal {
  readonly paint: Paint;
  /** `file:line` of a place, as printed. */
  readonly show: (place: Place) => string;
}

const columns: readonly Column[] = [{ style: 'plain' }, { style: 'strong', flexible: true }, { style: 'path' }];

/** Every value in force for a service with where it was written, then what nobody has said. */
export function servicePage(service: Service, model: Model, options: ServicePageOptions): string {
  const { width, paint, show } = options;
  const fields = serviceFields(service, model);
  const rows = fields.flatMap(({ path, text }) =>
    text === undefined ? [] : [[pathText(path), text, originText(originOf(model, service.index, path), show)]],
  );
  const unsaid = fields
    .filter(({ path, text }) => text === undefined && !isOptional(path))
    .map(({ path }) => pathText(path));
  return [
    renderLines(
      [[piece('rule', service.id), piece('dim', service.stateful ? '  holds data' : '  holds no data')]],
      paint,
    ),
    alignedTable(rows, { columns, width, indent: 2, paint }),
    unsaid.length === 0 ? '' : renderLines(labelledRow('unset', unsaid.join(', '), width, 'open'), paint),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** Fields that say something when they are there and leave nothing open when they are not. */
const optional: ReadonlySet<string | number | undefined> = new Set(
  'name system tier quorum demand votes promotable failsWith mtpd redirect verify'.split(' '),
);

function isOptional(path: KeyPath): boolean {
  return optional.has(path.at(-1)) || path[1] === 'rebuild';
}

/** What has no key of its own, such as a kind of loss in a plain list, comes from what holds it. */
function originOf(model: Model, service: number, path: KeyPath): Origin {
  const origin = model.origin(service, path);
  return origin.layer === 'absent' && path.length > 1 ? originOf(model, service, path.slice(0, -1)) : origin;
}

function originText({ layer, place }: Origin, show: (place: Place) => string): string {
  if (layer === 'built-in' || layer === 'absent') return 'built in';
  return layer === 'service' ? show(place) : `${show(place)} (${layer})`;
}

function pathText(path: KeyPath): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');
}
