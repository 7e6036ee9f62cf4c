import type { JsonValue } from './json-value.js';

/**
 * A map that inherits nothing. Its prototype is an empty object without a prototype instead of null, because V8
 * keeps objects made by `Object.create(null)` as hash tables, which take half as much memory again.
 */
export class BareMap {
  [key: string]: JsonValue;
}
Reflect.deleteProperty(BareMap.prototype, 'constructor');
Object.setPrototypeOf(BareMap.prototype, null);
Object.freeze(BareMap.prototype);
