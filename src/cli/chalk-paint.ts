import { Chalk, type ChalkInstance, type ColorSupportLevel } from 'chalk';
import { unpainted, type Paint, type Style } from '../reporters/paint.js';

/** How each style looks. Signs and words carry the meaning; this only helps the eye. */
export function chalkPaint(level: ColorSupportLevel): Paint {
  if (level === 0) return unpainted;
  const chalk = new Chalk({ level });
  const looks: Readonly<Record<Style, ChalkInstance>> = {
    plain: chalk.reset,
    strong: chalk.bold,
    dim: chalk.dim,
    path: chalk.cyan,
    rule: chalk.bold,
    good: chalk.green,
    bad: chalk.red.bold,
    open: chalk.yellow,
    witness: chalk.blue,
    critical: chalk.red.bold,
    high: chalk.red,
    medium: chalk.yellow,
    low: chalk.blue,
    info: chalk.dim,
  };
  return (style, text) => looks[style](text);
}
