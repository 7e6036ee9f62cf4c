/** A map from small integers that is filled and emptied again and again: an array, and a list of what is set. */
export interface ScratchMap<Value> {
  readonly get: (key: number) => Value | undefined;
  readonly set: (key: number, value: Value) => void;
  /** In the order in which they were first set; a view that `clear` empties. */
  readonly keys: () => readonly number[];
  readonly clear: () => void;
}

/** Keys from 0 up to, not including, `size`. */
export function scratchMap<Value>(size: number): ScratchMap<Value> {
  const values = Array.from<Value | undefined>({ length: size });
  const keys: number[] = [];
  return {
    get: (key) => values[key],
    set: (key, value) => {
      if (values[key] === undefined) keys.push(key);
      values[key] = value;
    },
    keys: () => keys,
    clear: () => {
      for (const key of keys) values[key] = undefined;
      keys.length = 0;
    },
  };
}
