// Runs programs and measures them from outside, as their user would.
import { spawnSync } from 'node:child_process';

/** Seconds a process takes, its peak memory in MB where it is one of Node's, and what it wrote to stdout. */
export function runProcess(command, args, { cwd, input } = {}) {
  // Adds to every start of Node, and is not ours.
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const start = process.hrtime.bigint();
  const { error, status, output } = spawnSync(command, args, {
    cwd,
    input,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (error !== undefined) throw error;
  return { seconds, status, stdout: output[1], stderr: output[2], peak: Number(output[3] ?? 0) };
}

/** The same for a script of Node, with its peak memory. */
export function runNode(args, options) {
  const preload = new URL('peak.js', import.meta.url).href;
  return runProcess(process.execPath, ['--max-old-space-size=12000', '--import', preload, ...args], options);
}

/** The middle one of many runs. */
export function median(times, work) {
  const all = Array.from({ length: times }, work).sort((a, b) => a - b);
  return all[times >> 1];
}
