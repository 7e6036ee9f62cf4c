/** What the process tells its caller. Public: scripts depend on the numbers. */
export const exitCodes = {
  /** Everything was evaluated; nothing at or above the gate. */
  clean: 0,
  /** Everything was evaluated; the gate failed. */
  findings: 1,
  /** Called wrongly: flag, settings, unknown rule. */
  usage: 2,
  /** Input that could not be audited, or none. */
  input: 3,
  /** A fault of the tool, or an output that could not be written. */
  fault: 4,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const gravity: readonly ExitCode[] = [exitCodes.fault, exitCodes.usage, exitCodes.input, exitCodes.findings];

/** When several apply at once: 4 before 2 before 3 before 1 before 0. */
export function gravest(codes: readonly ExitCode[]): ExitCode {
  return gravity.find((code) => codes.includes(code)) ?? exitCodes.clean;
}
