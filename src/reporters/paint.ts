import type { Severity } from '../finding.js';

/** What a stretch of text is; how it looks is for whoever owns the terminal to say. */
export type Style = 'plain' | 'strong' | 'dim' | 'path' | 'rule' | 'good' | 'bad' | 'open' | 'witness' | Severity;

export type Paint = (style: Style, text: string) => string;

/** No colour at all. */
export const unpainted: Paint = (_style, text) => text;
