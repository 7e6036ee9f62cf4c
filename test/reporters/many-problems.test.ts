import { expect, it } from 'vitest';
import { audit } from '../../src/audit.js';
import { pretty } from '../../src/reporters/pretty.js';
import type { ReporterOptions } from '../../src/reporters/reporter.js';

const options: ReporterOptions = {
  width: 80,
  paint: (_, text) => text,
  unicode: true,
  minSeverity: 'info',
  quiet: false,
  verbose: false,
  showPath: (path) => path,
};

it('shows the first fifty problems and counts the rest, all of them when verbose', () => {
  const services = Array.from({ length: 60 }, (_, index) => `  s${index}: { ownr: x }`).join('\n');
  const report = audit([{ path: 'a.yaml', content: `services:\n${services}\n` }], { now: '2026-06-30' });
  const frames = (text: string): number => text.split('┌─').length - 1;
  expect(frames(pretty(report, options))).toBe(50);
  expect(pretty(report, options)).toContain('and 10 more (-v shows them)');
  expect(pretty(report, options)).toContain('60 problems in 1 file');
  expect(frames(pretty(report, { ...options, verbose: true }))).toBe(60);
});
