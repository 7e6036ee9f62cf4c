/** From the least demanding to the most. */
export const baselines = ['low', 'moderate', 'high'] as const;

export type Baseline = (typeof baselines)[number];
