import type { JSX } from 'preact';
import { formatDuration } from '../../units/duration.js';
import type { DetailDrill, ReportDetail } from '../../report/report.js';
import { BackupTests } from './backup-tests.js';
import { Address } from './link.js';
import type { Page } from './page.js';
import { NameLink, Names, Scroll, Section } from './section.js';

/** So many of what a drill measured are told; the others are counted. */
const most = 8;

/** Drills, incidents and restores, each with its age. */
export function Evidence({ page }: { readonly page: Page }): JSX.Element {
  const { report, t } = page;
  const { detail } = report;
  if (detail === undefined)
    return (
      <Section page={page} id="evidence" title="evidence">
        <p class="absent">{t('detailAbsent')}</p>
      </Section>
    );
  return (
    <Section page={page} id="evidence" title="evidence" lead={evidenceLead(page, detail)}>
      {detail.drills.length === 0 ? (
        <p class="absent">{t('drillsNone')}</p>
      ) : (
        <Drills page={page} drills={detail.drills} />
      )}
      <BackupTests page={page} backups={detail.backups} />
    </Section>
  );
}

function evidenceLead({ t }: Page, { maxAge }: ReportDetail): string {
  const { drill, restoreTest, review, grace } = maxAge;
  return t('evidenceLead', { drill, restore: restoreTest, review, grace });
}

function Drills({ page, drills }: { readonly page: Page; readonly drills: readonly DetailDrill[] }): JSX.Element {
  const { t } = page;
  return (
    <Scroll label={t('drills')}>
      <table class="drills">
        <thead>
          <tr>
            <th scope="col">{t('date')}</th>
            <th scope="col">{t('kind')}</th>
            <th scope="col">{t('lostHereShort')}</th>
            <th scope="col">{t('result')}</th>
            <th scope="col">{t('measured')}</th>
            <th scope="col">{t('evidenceAt')}</th>
          </tr>
        </thead>
        <tbody>
          {drills.map((drill) => (
            <Drill page={page} drill={drill} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Drill({ page, drill }: { readonly page: Page; readonly drill: DetailDrill }): JSX.Element {
  const { t } = page;
  const { date, age, counts, kind, lose, result, measured, evidence, findings } = drill;
  return (
    <tr>
      <th scope="row" class="num">
        {date}
        <small>
          {age < 0 ? t('stillToCome') : t('daysOld', { n: age })}
          {counts ? '' : `, ${t('provesNothing')}`}
        </small>
      </th>
      <td>{kind ?? '–'}</td>
      <td>{lose.length === 0 ? '–' : <Names page={page} names={lose} most={8} />}</td>
      <td>{result ?? '–'}</td>
      <td>
        {measured.slice(0, most).map(({ service, rto, rpo }) => (
          <div>
            <NameLink page={page} name={service} />{' '}
            <span class="num">
              {rto === null ? '' : `RTO ${formatDuration(rto)}`} {rpo === null ? '' : `RPO ${formatDuration(rpo)}`}
            </span>
          </div>
        ))}
        {measured.length > most ? t('plusMore', { n: measured.length - most }) : ''}
        {measured.length === 0 ? t('nothingMeasured') : ''}
      </td>
      <td>
        {evidence === undefined ? t('noEvidence') : <Address>{evidence}</Address>}
        {findings.map(({ what, owner, due, closed }) => (
          <div class="meta">
            {closed === undefined ? '☐' : '☑'} {what}
            {owner === undefined ? '' : ` · ${owner}`}
            {closed === undefined
              ? due === undefined
                ? ''
                : ` · ${t('due', { date: due })}`
              : ` · ${t('closed', { date: closed })}`}
          </div>
        ))}
      </td>
    </tr>
  );
}
