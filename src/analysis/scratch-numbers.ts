/** A map from small integers to numbers that is filled and emptied again and again. */
export interface ScratchNumbers {
  /** `absent` for what is not set. */
  readonly get: (key: number) => number;
  readonly set: (key: number, value: number) => void;
  /** In the order in which they were first set; a view that `clear` empties. */
  readonly keys: () => readonly number[];
  readonly clear: () => void;
}

/** Keys from 0 up to, not including, `size`. `absent` is what a key that is not set has, and no value that is set. */
export function scratchNumbers(size: number, absent: number): ScratchNumbers {
  const values = new Float64Array(size).fill(absent);
  const keys: number[] = [];
  return {
    get: (key) => values[key] ?? absent,
    set: (key, value) => {
      if (values[key] === absent) keys.push(key);
      values[key] = value;
    },
    keys: () => keys,
    clear: () => {
      for (const key of keys) values[key] = absent;
      keys.length = 0;
    },
  };
}
