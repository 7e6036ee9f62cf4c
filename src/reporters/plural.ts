/** `1 service`, `2 services`; `many` where adding an `s` is not enough. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
