import type { Model, Origin, Service } from '../../model/model.js';
import type { Place } from '../../place.js';
import { labelledRow } from '../../reporters/labelled-row.js';
import type { Paint } from '../../reporters/paint.js';
import { piece, renderLines } from '../../reporters/styled-line.js';
import { alignedTable, type Column } from '../aligned-table.js';
import type { Terminal } from '../terminal.js';
import { serviceFields } from './service-fields.js';
import { fieldName, isOptional, originOf } from './written-field.js';

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
    text === undefined ? [] : [[fieldName(path), text, originText(originOf(model, service.index, path), show)]],
  );
  const unsaid = fields
    .filter(({ path, text }) => text === undefined && !isOptional(path))
    .map(({ path }) => fieldName(path));
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

function originText({ layer, place }: Origin, show: (place: Place) => string): string {
  if (layer === 'built-in' || layer === 'absent') return 'built in';
  return layer === 'service' ? show(place) : `${show(place)} (${layer})`;
}
