import { testFixture, type FixtureCheck } from '../../own-rules/test-fixture.js';
import { clean } from '../../reporters/clean.js';
import { rules } from '../../rules/index.js';
import { CliError } from '../cli-error.js';
import { filesBehind } from '../discover-inputs.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import type { InventoryFlags } from '../flags.js';
import { loadSettings } from '../load-settings.js';
import { dayOf } from '../prepare-audit.js';
import { print, tell } from '../print.js';
import { problemLines } from '../problem-lines.js';
import { gitRoot } from '../project-root.js';
import { readInputs } from '../read-inputs.js';
import { pathFrom } from '../shown-path.js';
import { isFixture } from './load.js';

/** Runs the fixtures of a team's own rules and says which of their comments hold. */
export async function testOwnRules(
  operands: readonly string[],
  flags: InventoryFlags & { readonly now?: string },
): Promise<ExitCode> {
  const cwd = process.cwd();
  const ruleIds = rules.map(({ id }) => id);
  const settings = loadSettings({ config: flags.config, operands, cwd, ruleIds });
  const { ownRules } = settings;
  if (ownRules.rules.length === 0)
    throw new CliError(exitCodes.usage, 'there are no rules of your own', [
      'list their files in firebreak.yaml: ownRules: [dr-rules/*.yaml]',
      'firebreak rules new <id> writes one',
    ]);
  const root = gitRoot(cwd) ?? cwd;
  const files = operands.length === 0 ? ownRules.fixtures : operands.flatMap((path) => fixturesBehind(path, cwd, root));
  if (files.length === 0)
    throw new CliError(exitCodes.input, 'there are no fixtures', [
      'they are called *.fixture.yaml and stand beside the rules',
    ]);
  const now = dayOf(settings, flags.now === undefined ? {} : { now: flags.now });
  let failed = 0;
  const lines: string[] = [];
  for (const { path, content } of readInputs(files, cwd)) {
    const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
    const result = testFixture(path, text, ownRules.rules, now);
    if (result.is === 'unreadable') {
      failed += 1;
      lines.push(`fail  ${path}`, ...problemLines(result.problems, result.sources).map((line) => `      ${line}`));
      continue;
    }
    const wrong = result.checks.filter(({ passed }) => !passed);
    if (wrong.length > 0) failed += 1;
    lines.push(
      `${wrong.length === 0 ? 'pass' : 'fail'}  ${path} (${count(result.checks.length - wrong.length, wrong.length)})`,
    );
    lines.push(...wrong.map((check) => lineOf(path, check)));
  }
  await print(lines.map((line) => `${clean(line)}\n`).join(''));
  if (flags.quiet !== true)
    tell(
      failed === 0 ? `${files.length} of ${files.length} fixtures pass` : `${failed} of ${files.length} fixtures fail`,
    );
  return failed === 0 ? exitCodes.clean : exitCodes.findings;
}

function fixturesBehind(operand: string, cwd: string, root: string): readonly string[] {
  const files = filesBehind(operand, { cwd, root });
  if (files === undefined) throw new CliError(exitCodes.usage, `there is no file or folder ${pathFrom(cwd, operand)}`);
  // A folder holds the rules and maybe an inventory as well; a file that is named counts whatever it is called.
  return files.length === 1 ? files : files.filter(isFixture);
}

function count(passed: number, failed: number): string {
  return failed === 0 ? `${passed} checks` : `${failed} of ${passed + failed} checks`;
}

function lineOf(path: string, { line, message }: FixtureCheck): string {
  return `      ${path}:${line}: ${message}`;
}
