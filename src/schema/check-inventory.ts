import type { Place } from '../place.js';
import type { Problem } from '../problem.js';
import type { JsonValue } from '../source/json-value.js';
import type { SourceDocument } from '../source/source-document.js';
import { isMap } from './breach.js';
import { foreignDocument } from './foreign-document.js';
import { inventoryFields, inventorySchema } from './generated/inventory-tables.js';
import { validateInventory } from './generated/validate-inventory.js';
import type { InventoryDocument } from './inventory-document.js';
import { nearestWord } from './nearest-word.js';
import { quickAcceptance } from './quick-acceptance.js';
import { violationProblems } from './violation-problems.js';

/** True if a value is an inventory as the schema describes it; then `checkInventory` has nothing to say about shapes. */
export function isInventory(value: unknown): value is InventoryDocument {
  return surelyInventory(value) || validateInventory(value);
}

const surelyInventory = quickAcceptance(inventorySchema);

/** Everything in one document that is not as the format asks. References between entries are the model's to check. */
export function checkInventory(document: SourceDocument): readonly Problem[] {
  const { value } = document;
  const at: Place = { file: document.file, document: document.index, path: [], on: 'value' };
  if (value === null || (isMap(value) && Object.keys(value).length === 0)) {
    return [{ code: 'empty', message: 'the document is empty', at, help: firstSection }];
  }
  if (isInventory(value)) return hasSection(value) ? [] : [noSection(at)];
  const foreign = foreignDocument(value);
  if (foreign !== undefined) return [notInventory(at, `this is ${foreign}, not an inventory`)];
  if (isMap(value) && !speaksOfUs(value)) return [notInventory(at, 'none of its keys is a section of an inventory')];
  return violationProblems(document, validateInventory, wording);
}

const wording = { topKey: 'a section of an inventory', topKeys: 'the sections', table: inventoryFields };
const firstSection = 'begin with `locations` or `services`';

const sections = Object.keys(inventoryFields[''] ?? {}).filter((key) => key !== 'version' && key !== '$schema');

function hasSection(value: object): boolean {
  return sections.some((section) => Object.hasOwn(value, section));
}

/** A section, or a key that looks like a misspelt one. */
function speaksOfUs(value: { readonly [key: string]: JsonValue }): boolean {
  if (hasSection(value)) return true;
  const keys = Object.keys(value).filter((key) => !key.startsWith('x-'));
  return keys.length <= 100 && keys.some((key) => key === 'version' || nearestWord(key, sections) !== undefined);
}

function noSection(at: Place): Problem {
  return { code: 'empty', message: 'the document has none of the sections of an inventory', at, help: firstSection };
}

function notInventory(at: Place, message: string): Problem {
  return { code: 'not-inventory', message, at, help: 'leave the file out, or point Firebreak at the inventory only' };
}
