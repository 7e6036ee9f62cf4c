import type { JSX } from 'preact';
import type { ControlStatus, ReportControl, ReportPack } from '../../report/report.js';
import { Thresholds } from './thresholds.js';
import type { Page } from './page.js';
import { Scroll, Section } from './section.js';

/** So many findings of a control are named. */
const most = 6;

/** What the audit says about the controls of each framework. */
export function Controls({ page }: { readonly page: Page }): JSX.Element {
  const { report, t } = page;
  const packs = report.packs ?? [];
  return (
    <Section page={page} id="controls" title="controls" lead={t(packs.length === 0 ? 'controlsNone' : 'controlsLead')}>
      {packs.map((pack) => (
        <Pack page={page} pack={pack} />
      ))}
    </Section>
  );
}

const statuses = { gap: 'controlGap', supports: 'controlSupports', 'not-assessable': 'controlOpen' } as const;
const signs: Readonly<Record<ControlStatus, string>> = { gap: '✕', supports: '✓', 'not-assessable': '?' };
const shapes = { gap: 'broken', supports: 'kept', 'not-assessable': 'unknown' } as const;
const reasons = {
  'no-rule': 'becauseNoRule',
  'switched-off': 'becauseOff',
  'nothing-checked': 'becauseNothing',
  'partly-checked': 'becausePartly',
  'data-missing': 'becauseData',
} as const;

function Pack({ page, pack }: { readonly page: Page; readonly pack: ReportPack }): JSX.Element {
  const { t } = page;
  const { title, name, counts, controls } = pack;
  return (
    <div class="pack">
      <h3>{title}</h3>
      <p class="meta">
        <span class="code">--pack {name}</span> ·{' '}
        {t('controlCounts', { gap: counts.gap, supports: counts.supports, open: counts['not-assessable'] })}
      </p>
      <Scroll label={title}>
        <table class="controls">
          <caption class="vh">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('control')}</th>
              <th scope="col">{t('asks')}</th>
              <th scope="col">{t('auditSays')}</th>
              <th scope="col">{t('findings')}</th>
            </tr>
          </thead>
          <tbody>
            {controls.map((control) => (
              <Control page={page} control={control} />
            ))}
          </tbody>
        </table>
      </Scroll>
      <Thresholds page={page} pack={pack} />
    </div>
  );
}

function Control({ page, control }: { readonly page: Page; readonly control: ReportControl }): JSX.Element {
  const { t } = page;
  const { id, asks, status, because, findings, verify } = control;
  return (
    <tr>
      <th scope="row" class="id">
        {id}
      </th>
      <td>
        {asks}
        {verify ? <small>{t('verify')}</small> : null}
      </td>
      <td>
        <span class={`v ${shapes[status]}`}>
          <i aria-hidden="true">{signs[status]}</i> <span>{t(statuses[status])}</span>
        </span>
        {because === undefined ? null : <small>{t(reasons[because])}</small>}
      </td>
      <td>
        {findings.length === 0
          ? '–'
          : findings.slice(0, most).map((fingerprint, index) => {
              const finding = page.report.findings.find((one) => one.fingerprint === fingerprint);
              const target = page.findingId(fingerprint);
              const text = finding === undefined ? fingerprint : `${finding.rule} ${finding.subject.id}`;
              return (
                <>
                  {index === 0 ? '' : ', '}
                  {target === undefined ? text : <a href={`#${target}`}>{text}</a>}
                </>
              );
            })}
        {findings.length > most ? ` ${t('plusMore', { n: findings.length - most })}` : ''}
      </td>
    </tr>
  );
}
