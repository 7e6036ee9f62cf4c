import type { ReportControl, ReportPack } from '../report/report.js';
import { markdownCode, markdownTable, markdownText } from './markdown-text.js';
import { inForceText, packCountsText, packWarning, settingName, sourceText, statusText } from './pack-text.js';

/** What an audit says about the controls of each framework it was done against, in full. */
export function markdownPacks(packs: readonly ReportPack[]): readonly string[] {
  if (packs.length === 0) return [];
  return [`Beware: ${packWarning}.\n\n`, packs.map(markdownPack).join('\n')];
}

function markdownPack(pack: ReportPack): string {
  const { name, title, controls, severities, thresholds } = pack;
  const settings = [
    ...severities.map((one) => [settingName(one), inForceText(one, name), 'the pack']),
    ...thresholds.map((one) => [settingName(one), inForceText(one, name), sourceText(one)]),
  ];
  const parts = [
    `### Pack ${markdownCode(name)}\n\n${markdownText(title)}.\n\n${markdownText(packCountsText(pack))}.\n`,
    markdownTable(['Control', 'Asks', 'Status', 'Rules', 'Findings'], controls.map(controlRow)),
    ...(settings.length === 0
      ? []
      : [
          markdownTable(
            ['Setting', 'Value', 'Source'],
            settings.map((row) => row.map(markdownText)),
          ),
        ]),
  ];
  return parts.join('\n');
}

function controlRow(control: ReportControl): readonly string[] {
  const { id, asks, rules, findings, verify } = control;
  return [
    markdownText(verify ? `${id} (verify)` : id),
    markdownText(asks),
    markdownText(statusText(control)),
    rules.map(markdownCode).join(', '),
    findings.map(markdownCode).join(', '),
  ];
}
