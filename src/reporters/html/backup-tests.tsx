import type { JSX } from 'preact';
import type { DetailBackup } from '../../report/report.js';
import { formatDuration } from '../../units/duration.js';
import { Address } from './link.js';
import type { Page } from './page.js';
import { NameLink, Scroll } from './section.js';

const most = 400;

/** Backups and when somebody last restored from each. */
export function BackupTests({
  page,
  backups,
}: {
  readonly page: Page;
  readonly backups: readonly DetailBackup[];
}): JSX.Element | null {
  const { t } = page;
  if (backups.length === 0) return <p class="absent">{t('backupsNone')}</p>;
  const title = t('backups', { n: backups.length });
  return (
    <details class="table" open={backups.length <= 20}>
      <summary>{title}</summary>
      <Scroll label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('service')}</th>
              <th scope="col">{t('backup')}</th>
              <th scope="col">{t('restored')}</th>
              <th scope="col">{t('result')}</th>
              <th scope="col">{t('took')}</th>
              <th scope="col">{t('evidenceAt')}</th>
            </tr>
          </thead>
          <tbody>
            {backups.slice(0, most).map(({ service, id, tested, age, counts, result, took, evidence }) => (
              <tr>
                <th scope="row">
                  <NameLink page={page} name={service} />
                </th>
                <td>{id}</td>
                <td class="num">
                  {tested === null ? t('notStated') : tested === 'never' ? t('neverTested') : tested}
                  {age === null ? null : (
                    <small>
                      {t('daysOld', { n: age })}
                      {counts ? '' : `, ${t('provesNothing')}`}
                    </small>
                  )}
                </td>
                <td>{result ?? '–'}</td>
                <td class="num">{took === undefined ? '–' : formatDuration(took)}</td>
                <td>{evidence === undefined ? '–' : <Address>{evidence}</Address>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {backups.length > most ? <p class="meta">{t('plusMore', { n: backups.length - most })}</p> : null}
    </details>
  );
}
