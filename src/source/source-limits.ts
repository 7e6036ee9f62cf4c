/** Bounds on hostile or mistaken input. Every file is held to them on its own. */
export interface SourceLimits {
  /** Size of one file in bytes. */
  readonly fileBytes: number;
  /** Maps and lists inside each other; the outermost is 1. At most `deepest`. */
  readonly depth: number;
  /** Length of one key or text in UTF-16 units. */
  readonly scalarLength: number;
  /** Values that all aliases of one file may add by standing for their anchors, long texts counted as several. */
  readonly aliasedValues: number;
  /**
   * Length, in UTF-16 units, up to which a file may be given as a whole to the complete YAML reader. That reader needs
   * about 70 times the file's size in memory; longer files must keep to what the plain reader and the
   * item-by-item reading take.
   */
  readonly completeLength: number;
}

export const defaultLimits: SourceLimits = {
  fileBytes: 256 * 1024 * 1024,
  depth: 64,
  scalarLength: 1024 * 1024,
  aliasedValues: 100_000,
  completeLength: 8 * 1024 * 1024,
};

/** What to do about maps and lists that are nested too deeply. */
export const depthHelp = 'no inventory needs as many levels; look for brackets or dashes that are not meant';

/** What to do about a key or text that is too long. */
export const scalarHelp = 'a text this long belongs in a file of its own';

/** Nesting that recursive readers surely survive. */
const deepest = 500;

/** The limits in force: the defaults, overridden, with the depth kept to what the readers survive. */
export function effectiveLimits(limits: Partial<SourceLimits> = {}): SourceLimits {
  const merged = { ...defaultLimits, ...limits };
  return { ...merged, depth: Math.min(merged.depth, deepest) };
}

/** Infinity and what is no number at all. */
export const notANumberHelp = 'write its digits, or put it in quotes if it is a text';
