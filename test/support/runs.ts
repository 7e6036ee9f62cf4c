/** How many random inputs a property test looks at: as many as are usual for it, or FIREBREAK_FUZZ_RUNS. */
export function runs(usual: number): number {
  return Number(process.env['FIREBREAK_FUZZ_RUNS'] ?? usual);
}
