import type { MaxAge } from './facts.js';

const year = { months: 12, seconds: 0 } as const;

/** How old evidence may be where nobody says. */
export const usualMaxAge: MaxAge = {
  drill: year,
  restoreTest: year,
  review: year,
  grace: { months: 0, seconds: 0 },
};
