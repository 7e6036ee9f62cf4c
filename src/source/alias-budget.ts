const lengthOfOneValue = 1024;

/** How many more values the aliases of one file may stand for. */
export class AliasBudget {
  #left: number;
  #told = false;

  constructor(values: number) {
    this.#left = values;
  }

  /** What one value with a text of that length takes. */
  static costOf(textLength: number): number {
    return 1 + Math.floor(textLength / lengthOfOneValue);
  }

  /** Takes one value with a text of that length. False once nothing is left. */
  take(textLength: number): boolean {
    return this.takeValues(AliasBudget.costOf(textLength));
  }

  /** Takes what so many short values would. False once nothing is left. */
  takeValues(count: number): boolean {
    this.#left -= count;
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
