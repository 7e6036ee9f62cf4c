import type { JSX } from 'preact';
import type { ReportFinding } from '../../report/report.js';
import { changeParts, type ChangePart } from '../change-text.js';
import type { Since } from './document-options.js';
import { SeverityMark, VerdictMark } from './marks.js';
import type { Page } from './page.js';
import { NameLink, Scroll, Section } from './section.js';
import { Prose } from './prose.js';

/** Of those that a text names; the others are counted. */
const mostNames = 20;

/** What is different since a former report. */
export function Changes({ page }: { readonly page: Page }): JSX.Element {
  const { t } = page;
  const since = sinceOf(page);
  if (since === undefined)
    return (
      <Section page={page} id="changes" title="changes" lead={t('changesNone')}>
        {null}
      </Section>
    );
  const { name, date, counts, weakened } = since;
  const lead = date === undefined ? t('changesLeadCommit', { name }) : t('changesLead', { name, date });
  return (
    <Section page={page} id="changes" title="changes" lead={lead}>
      <p>
        {counts === undefined
          ? t('changesNothingThen')
          : t('changesThen', { kept: counts.kept, broken: counts.broken, unknown: counts.unknown })}
      </p>
      <Texts title={t('changesWeakened', { n: weakened.length })} texts={textsOf(page, 'weaker')} />
      <Texts title={t('changesImpact')} texts={textsOf(page, 'impact')} />
      <List page={page} title={t('changesNew', { n: since.fresh.length })} findings={since.fresh} />
      <List page={page} title={t('changesWorse', { n: since.worsened.length })} findings={since.worsened} />
      <List page={page} title={t('changesFixed', { n: since.fixed.length })} findings={since.fixed} />
      <Promises page={page} since={since} />
    </Section>
  );
}

/** In the words of all formats. A saved report that is compared with says nothing of either. */
function textsOf({ report, document }: Page, label: ChangePart['label']): readonly string[] {
  if (document.since !== undefined) return [];
  const parts = changeParts(report, { lines: Infinity, names: mostNames, showPath: (path) => path });
  return parts.find((part) => part.label === label)?.texts ?? [];
}

function Texts({ title, texts }: { readonly title: string; readonly texts: readonly string[] }): JSX.Element | null {
  if (texts.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {texts.map((text) => (
          <li>
            <Prose>{text}</Prose>
          </li>
        ))}
      </ul>
    </>
  );
}

/** From a saved report that was given, or else from the commit that the audit compared with. */
function sinceOf({ report, document }: Page): Since | undefined {
  const { change, findings } = report;
  if (document.since !== undefined || change === undefined) return document.since;
  const { base, fixed, promises, weakened } = change;
  return {
    name: base.ref === base.commit ? base.ref : `${base.ref} (${base.commit})`,
    ...(base.promises === undefined ? {} : { counts: base.promises }),
    fresh: findings.filter(({ since }) => since === 'new'),
    worsened: findings.filter(({ since }) => since === 'worsened'),
    fixed,
    promises,
    weakened,
  };
}

function List({
  page,
  title,
  findings,
}: {
  readonly page: Page;
  readonly title: string;
  readonly findings: readonly Pick<ReportFinding, 'rule' | 'severity' | 'message' | 'fingerprint'>[];
}): JSX.Element {
  if (findings.length === 0) return <p class="none">{title}</p>;
  return (
    <details class="table" open={findings.length <= 12}>
      <summary>{title}</summary>
      <ul>
        {findings.map(({ fingerprint, severity, message, rule }) => {
          const target = page.findingId(fingerprint);
          return (
            <li>
              <SeverityMark page={page} severity={severity} />{' '}
              {target === undefined ? (
                <Prose>{message}</Prose>
              ) : (
                <a href={`#${target}`}>
                  <Prose>{message}</Prose>
                </a>
              )}{' '}
              <small class="code">{rule}</small>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function Promises({ page, since: { promises } }: { readonly page: Page; readonly since: Since }): JSX.Element {
  const { t } = page;
  const title = t('changesPromises', { n: promises.length });
  if (promises.length === 0) return <p class="none">{title}</p>;
  return (
    <Scroll label={title}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('service')}</th>
            <th scope="col">{t('promise')}</th>
            <th scope="col">{t('before')}</th>
            <th scope="col">{t('now')}</th>
          </tr>
        </thead>
        <tbody>
          {promises.map(({ service, kind, objective, before, after }) => (
            <tr>
              <th scope="row">
                <NameLink page={page} name={service} />
              </th>
              <td>
                {kind} {objective.toUpperCase()}
              </td>
              <td>{before === undefined ? t('notThere') : <VerdictMark page={page} verdict={before} />}</td>
              <td>{after === undefined ? t('notThere') : <VerdictMark page={page} verdict={after} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
