import type { MaxAge } from './facts.js';

const year = 365 * 86_400;

/** How old evidence may be where nobody says. */
export const usualMaxAge: MaxAge = { drill: year, restoreTest: year, review: year };
