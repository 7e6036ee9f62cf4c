import type { JSX } from 'preact';
import type { ReportPack } from '../../report/report.js';
import { inForceText, settingName } from '../pack-text.js';
import type { Page } from './page.js';
import { Scroll } from './section.js';

/** The numbers and severities that a framework sets, where each comes from, and what counts. */
export function Thresholds({ page, pack }: { readonly page: Page; readonly pack: ReportPack }): JSX.Element | null {
  const { t } = page;
  const { thresholds, severities, name } = pack;
  if (thresholds.length + severities.length === 0) return null;
  const title = t('thresholds', { n: thresholds.length + severities.length });
  return (
    <details class="table">
      <summary>{title}</summary>
      <Scroll label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('setting')}</th>
              <th scope="col">{t('inForce')}</th>
              <th scope="col">{t('restsOn')}</th>
            </tr>
          </thead>
          <tbody>
            {thresholds.map((threshold) => (
              <tr>
                <th scope="row">{settingName(threshold)}</th>
                <td>{inForceText(threshold, name)}</td>
                <td>
                  {threshold.source}: {threshold.basis}
                  {threshold.verify ? <small>{t('verify')}</small> : null}
                </td>
              </tr>
            ))}
            {severities.map((severity) => (
              <tr>
                <th scope="row">{settingName(severity)}</th>
                <td>{inForceText(severity, name)}</td>
                <td>–</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}
