const lengthOfOneValue = 1024;

/** How many more values the aliases of one file may stand for. */
export class AliasBudget {
  #left: number;
  #told = false;

  constructor(values: number) {
    this.#left = values;
  }

  /** Takes one value with a text of that length. False once nothing is left. */
  take(textLength: number): boolean {
    this.#left -= 1 + Math.floor(textLength / lengthOfOneValue);
    return this.#left >= 0;
  }

  /** True the first time it is asked, so that an exhausted budget is reported once. */
  tell(): boolean {
    const first = !this.#told;
    this.#told = true;
    return first;
  }

  get spent(): boolean {
    return this.#left < 0;
  }
}
