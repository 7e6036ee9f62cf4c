import type { ControlStatus, PackSetting, PackThreshold, ReportControl, ReportPack } from '../report/report.js';

/** What stands beside everything that is said about the controls of a framework. */
export const packWarning = 'a reading aid, not a legal opinion; it never says that a framework is met';

/** How many controls of a pack came out how. */
export function packCountsText({ counts, controls }: ReportPack): string {
  const total = controls.length === 1 ? 'one control' : `${controls.length} controls`;
  return `${total}: gap against ${counts.gap}, support for ${counts.supports}, ${counts['not-assessable']} not assessable`;
}

/** The ids of the controls that came out in one way. */
export function controlIds({ controls }: ReportPack, wanted: ControlStatus): readonly string[] {
  return controls.filter(({ status }) => status === wanted).map(({ id }) => id);
}

/** What a control came to, with why where it cannot be assessed. */
export function statusText({ status, because }: ReportControl): string {
  if (status === 'gap') return 'gap against';
  if (status === 'supports') return 'supports';
  return because === undefined ? 'not assessable' : `not assessable: ${reasons[because]}`;
}

const reasons: Readonly<Record<NonNullable<ReportControl['because']>, string>> = {
  'no-rule': 'no rule looks at it',
  'switched-off': 'a rule for it did not run',
  'nothing-checked': 'the inventory has nothing that the rules look at',
  'partly-checked': 'the rules look at too little of it',
  'data-missing': 'data are missing',
};

/** Which rule or age a pack sets. */
export function settingName(setting: PackSetting & { readonly option?: string }): string {
  const { of, option } = setting;
  if (option === undefined) return `least severity of ${of}`;
  return of === 'maxAge' ? `maxAge.${option}` : `${of} ${option}`;
}

/** What counts, and who says so where it is not the pack itself. */
export function inForceText({ value, inForce, from }: PackSetting, pack: string): string {
  if (from === pack) return String(value);
  const who = from === 'settings' ? 'your own settings' : `pack ${from}`;
  return value === inForce ? `${value} (as ${who})` : `${inForce} by ${who}, the pack says ${value}`;
}

/** Where the number of a threshold comes from. */
export function sourceText({ source, basis, verify }: PackThreshold): string {
  return `${source}: ${basis}${verify ? '; verify' : ''}`;
}
