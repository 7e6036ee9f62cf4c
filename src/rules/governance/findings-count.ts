/** "1 finding", "3 findings". */
export function findingsCount(count: number): string {
  return count === 1 ? '1 finding' : `${count} findings`;
}
