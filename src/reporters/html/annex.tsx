import type { JSX } from 'preact';
import { SeverityMark } from './marks.js';
import type { Page } from './page.js';
import { Prose } from './prose.js';
import { Scroll, Section } from './section.js';

/** What it takes to make this document again, and to show that it was made from these files. */
export function Annex({ page }: { readonly page: Page }): JSX.Element {
  const { report, document, t } = page;
  const { inputs, policy = [] } = report.run;
  return (
    <Section page={page} id="annex" title="annex" lead={t('annexLead')}>
      <h3>{t('reproduce')}</h3>
      {document.command === undefined ? (
        <p class="absent">{t('commandUnknown')}</p>
      ) : (
        <>
          <pre class="command">
            <code>{document.command}</code>
          </pre>
          <p class="meta">{t('reproduceNote', { version: report.tool.version })}</p>
        </>
      )}
      <h3>{t('inputs', { n: inputs.length })}</h3>
      <Digests page={page} files={inputs} title={t('inputs', { n: inputs.length })} />
      {policy.length === 0 ? null : (
        <>
          <h3>{t('policyFiles')}</h3>
          <Digests page={page} files={policy} title={t('policyFiles')} />
        </>
      )}
      <h3>{t('settings')}</h3>
      <dl class="facts">
        {settingsOf(page).map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Rules page={page} />
    </Section>
  );
}

function settingsOf({ report, t }: Page): readonly (readonly [string, string])[] {
  const { gate, run, detail, packs = [] } = report;
  return [
    [t('asOf'), run.now],
    ['--fail-on', gate.failOn],
    ...(gate.maxFindings === undefined ? [] : ([['--max-findings', String(gate.maxFindings)]] as const)),
    ...(gate.strict === true ? ([['--strict', '']] as const) : []),
    ...(run.select === undefined ? [] : ([['--select', run.select]] as const)),
    [t('packs'), packs.length === 0 ? t('noPacks') : packs.map(({ name }) => name).join(', ')],
    ...(detail === undefined
      ? []
      : ([
          ['maxAge.drill', detail.maxAge.drill],
          ['maxAge.restoreTest', detail.maxAge.restoreTest],
          ['maxAge.review', detail.maxAge.review],
          ['maxAge.grace', detail.maxAge.grace],
        ] as const)),
  ];
}

function Digests({
  page,
  files,
  title,
}: {
  readonly page: Page;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
  readonly title: string;
}): JSX.Element {
  const { t } = page;
  return (
    <Scroll label={title}>
      <table class="digests">
        <thead>
          <tr>
            <th scope="col">{t('file')}</th>
            <th scope="col">SHA-256</th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ path, sha256 }) => (
            <tr>
              <th scope="row" class="code">
                {path}
              </th>
              <td class="code digest">{sha256}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Rules({ page }: { readonly page: Page }): JSX.Element {
  const { report, t } = page;
  const title = t('rulesRan', { n: report.rules.length });
  return (
    <details class="table">
      <summary>{title}</summary>
      <Scroll label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('rule')}</th>
              <th scope="col">{t('severity')}</th>
              <th scope="col">{t('checked')}</th>
              <th scope="col">{t('failed')}</th>
              <th scope="col">{t('lackedData')}</th>
            </tr>
          </thead>
          <tbody>
            {report.rules.map(({ id, summary, severity, checked, failed, unknown, off }) => (
              <tr>
                <th scope="row">
                  <span class="code">{id}</span>
                  <small>
                    <Prose>{summary}</Prose>
                  </small>
                </th>
                <td>
                  <SeverityMark page={page} severity={severity} />
                </td>
                <td class="num">
                  {checked}
                  {off === undefined ? null : <small>{t('switchedOff', { n: off })}</small>}
                </td>
                <td class="num">{failed}</td>
                <td class="num">{unknown}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}
