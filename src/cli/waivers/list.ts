import { escapeActive } from '../../reporters/escape-active.js';
import { daysBetween } from '../../units/date.js';
import { locate } from '../../source/locate.js';
import { alignedTable, type Column } from '../aligned-table.js';
import type { WaiverFlags } from './waiver-flags.js';
import { exitCodes, type ExitCode } from '../exit-code.js';
import { print, tell } from '../print.js';
import { stdoutTerminal } from '../stdout-terminal.js';
import { calendarOf } from './calendar.js';
import type { Listed } from './listed.js';
import { loadAllWaivers, type LoadedWaivers } from './load-all.js';
import { standingText } from './standing-text.js';

const day = 86_400;
const columns: readonly Column[] = [
  { style: 'strong' },
  { style: 'rule' },
  { style: 'plain' },
  { style: 'plain' },
  { style: 'plain' },
  { style: 'dim', flexible: true },
];

/** Those that end first come first. */
export async function list(flags: WaiverFlags): Promise<ExitCode> {
  const loaded = loadAllWaivers(flags);
  const { expiring, format = 'pretty', quiet = false } = flags;
  const within = expiring === undefined ? Infinity : Math.floor(expiring / day);
  const listed = loaded.waivers.all
    .map((waiver) => ({ waiver, daysLeft: daysBetween(loaded.now, waiver.expires) }))
    .filter(({ daysLeft }) => daysLeft <= within)
    .sort((a, b) => a.daysLeft - b.daysLeft || (a.waiver.name < b.waiver.name ? -1 : 1));
  if (format === 'json') await print(`${escapeActive(JSON.stringify(listed.map(asData(loaded)), undefined, 2))}\n`);
  else if (format === 'ics') await print(calendarOf(listed, loaded.now));
  else if (listed.length > 0) await print(table(listed, flags));
  else if (!quiet) tell(emptiness(loaded, expiring !== undefined));
  return exitCodes.clean;
}

function emptiness({ settings, waivers }: LoadedWaivers, narrowed: boolean): string {
  if (settings.waivers.files.length === 0) return 'the settings name no files of waivers';
  return narrowed && waivers.all.length > 0 ? 'no waiver ends in this time' : 'there are no waivers';
}

function table(listed: readonly Listed[], flags: WaiverFlags): string {
  const { width, paint } = stdoutTerminal(flags);
  const rows = listed.map(({ waiver: { name, rule, owner, expires, reason }, daysLeft }) => [
    name,
    rule,
    owner,
    expires,
    standingText(daysLeft),
    reason,
  ]);
  return alignedTable(rows, { columns, width, indent: 0, paint });
}

function asData({ waivers: { sources } }: LoadedWaivers): (one: Listed) => object {
  return ({ waiver, daysLeft }) => {
    const { name, rule, on, severity, reason, owner, approvedBy, ticket, created, renewed, expires, place } = waiver;
    const { file, start } = locate(sources, place);
    const fields = { id: name, rule, on, severity, reason, owner, approvedBy, ticket, created, renewed, expires };
    return { ...fields, daysLeft, path: file, line: start.line };
  };
}
