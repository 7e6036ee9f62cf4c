import { jsonText } from '../../reporters/json-text.js';
import { rules } from '../../rules/index.js';
import { version } from '../../version.js';
import { alignedTable } from '../aligned-table.js';
import { asksForJson } from '../asks-for-json.js';
import { noInventory } from '../choose-inputs.js';
import { CliError } from '../cli-error.js';
import { gitFacts } from '../doctor/git-facts.js';
import { withoutHome } from '../doctor/without-home.js';
import { exitCodes, gravest, type ExitCode } from '../exit-code.js';
import type { AuditFlags } from '../flags.js';
import { loadSettings } from '../load-settings.js';
import { prepareAudit } from '../prepare-audit.js';
import { print } from '../print.js';
import { settingRows, type OptionSource } from '../setting-rows.js';
import { pathFrom } from '../shown-path.js';
import { colorChoice, stdoutTerminal, stdoutWorld } from '../stdout-terminal.js';
import { colorDecision } from '../terminal.js';

type Row = readonly string[];

/** A row as data. */
interface Fact {
  readonly name: string;
  readonly value: string;
  readonly note?: string;
}

interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
  /** What an audit would end with because of it. */
  readonly code: ExitCode;
}

/** Tells how things are here, for people who ask why an audit does what it does. What is wrong is told, and is its exit code. */
export async function doctor(
  operands: readonly string[],
  flags: AuditFlags,
  sourceOf: OptionSource,
): Promise<ExitCode> {
  const cwd = process.cwd();
  const sections = [
    sound('firebreak', [
      ['version', version],
      ['rules', String(rules.length)],
      ['node', `${process.versions.node} (${process.platform} ${process.arch})`],
    ]),
    whatever('settings', () => settingsFacts(operands, flags, sourceOf)),
    whatever('inventory', () => inputFacts(operands, flags)),
    sound('output', outputFacts(flags)),
    sound('git', gitFacts(cwd)),
    sound('environment', environmentFacts()),
  ];
  const code = gravest(sections.map((section) => section.code));
  if (asksForJson(flags)) {
    await print(jsonText({ exitCode: code, sections: sections.map(sectionData) }));
    return code;
  }
  const { width, paint } = stdoutTerminal(flags);
  const columns = [{ style: 'strong' }, { style: 'plain', flexible: true }, { style: 'dim' }] as const;
  const blocks = sections.map(({ title, rows }) => {
    const shown = rows.map((row) => columns.map((_, at) => withoutHome(row[at] ?? '')));
    return `${paint('strong', title)}\n${alignedTable(shown, { columns, width, indent: 2, paint })}`;
  });
  await print(blocks.join('\n'));
  return code;
}

/** A row without a name goes on with the one above. */
function sectionData({ title, rows, code }: Section): {
  readonly title: string;
  readonly exitCode: ExitCode;
  readonly facts: readonly Fact[];
} {
  let last = '';
  const facts = rows.map(([name = '', value = '', note = '']): Fact => {
    last = name === '' ? last : name;
    return { name: last, value: withoutHome(value), ...(note === '' ? {} : { note: withoutHome(note) }) };
  });
  return { title, exitCode: code, facts };
}

function sound(title: string, rows: readonly Row[]): Section {
  return { title, rows, code: exitCodes.clean };
}

/** A section that may find out that something cannot be used. */
function whatever(title: string, facts: () => readonly Row[]): Section {
  try {
    return sound(title, facts());
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    const rows = [error.message, ...error.help].map((line, at) => [at === 0 ? 'wrong' : '', line]);
    return { title, rows, code: error.exitCode };
  }
}

function settingsFacts(operands: readonly string[], flags: AuditFlags, sourceOf: OptionSource): readonly Row[] {
  const cwd = process.cwd();
  const settings = loadSettings({ config: flags.config, operands, cwd, ruleIds: rules.map(({ id }) => id) });
  const file = settings.file === undefined ? 'none' : pathFrom(cwd, settings.file);
  return [
    ['file', file],
    ...settingRows(settings, flags, sourceOf).map(({ name, value, origin }) => [name, value, origin]),
  ];
}

const mostFiles = 10;

function inputFacts(operands: readonly string[], flags: AuditFlags): readonly Row[] {
  const { inputs } = prepareAudit(operands, { ...flags, quiet: true });
  const { sources, lookedInVain } = inputs;
  if (lookedInVain !== undefined) throw noInventory(lookedInVain);
  const bytes = sources.reduce((sum, { content }) => sum + content.length, 0);
  return [
    ['files', `${sources.length}, ${bytes} bytes`],
    ...sources.slice(0, mostFiles).map(({ path, content }) => ['', path, `${content.length} bytes`]),
    ...(sources.length > mostFiles ? [['', `and ${sources.length - mostFiles} more`]] : []),
  ];
}

function outputFacts(flags: AuditFlags): readonly Row[] {
  const world = stdoutWorld();
  const { width, unicode } = stdoutTerminal(flags);
  const { level, because } = colorDecision(world, colorChoice(flags));
  return [
    ['stdout', world.isTTY ? 'a terminal' : 'no terminal'],
    ['columns', String(width)],
    ['colour', level === 0 ? 'off' : `on, level ${level}`, because],
    ['characters', unicode ? 'Unicode' : 'ASCII'],
  ];
}

/** Variables that change what Firebreak does, by name: what is in them may be meant for nobody else. */
function environmentFacts(): readonly Row[] {
  const heeded =
    /^(?:FIREBREAK_\w+|SOURCE_DATE_EPOCH|NO_COLOR|FORCE_COLOR|CLICOLOR_FORCE|TERM|COLORTERM|COLUMNS|LC_ALL|LC_CTYPE|LANG|TZ|CI|GITHUB_ACTIONS|GITHUB_STEP_SUMMARY|GITLAB_CI|NODE_OPTIONS|GIT_DIR|GIT_WORK_TREE)$/;
  const names = Object.keys(process.env).filter((name) => heeded.test(name));
  return [['set', names.length === 0 ? 'none that matters' : names.sort().join(', ')]];
}
