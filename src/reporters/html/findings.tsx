import type { JSX } from 'preact';
import { atLeast, severities } from '../../finding.js';
import { FindingCard } from './finding-card.js';
import { findingGroups, type RestOfRule } from './finding-groups.js';
import { SeverityMark } from './marks.js';
import type { Page } from './page.js';
import { Prose } from './prose.js';
import { Scroll, Section } from './section.js';
import { Tools } from './tools.js';

/** More lines of one rule than these are given as names only. */
const mostLines = 150;

/** Every finding that was not asked to be left out, one for each root cause, the worst first. */
export function Findings({ page }: { readonly page: Page }): JSX.Element {
  const { report, t, minSeverity } = page;
  const findings = report.findings.filter(({ severity }) => atLeast(severity, minSeverity));
  const all = report.findings.length;
  const hidden = all - findings.length;
  const lead = t(all === 0 ? 'findingsNone' : 'findingsLead', { n: all });
  const { full, rest } = findingGroups(findings);
  const found = severities.filter((severity) => findings.some((one) => one.severity === severity));
  return (
    <Section
      page={page}
      id="findings"
      title="findings"
      lead={hidden === 0 ? lead : `${lead} ${t('findingsHidden', { n: hidden, severity: t(minSeverity) })}`}
    >
      {findings.length === 0 ? null : (
        <Tools
          page={page}
          of="findings"
          title={t('findings')}
          filters={found.map((severity) => ({
            value: severity,
            label: <SeverityMark page={page} severity={severity} />,
          }))}
        />
      )}
      <div data-list="findings">
        {full.map((finding) => (
          <FindingCard page={page} finding={finding} />
        ))}
      </div>
      {rest.map((one) => (
        <Rest page={page} rest={one} />
      ))}
    </Section>
  );
}

function Rest({ page, rest: { rule, findings } }: { readonly page: Page; readonly rest: RestOfRule }): JSX.Element {
  const { t } = page;
  const lines = findings.slice(0, mostLines);
  const names = findings.slice(mostLines);
  const title = t('moreOfRule', { n: findings.length, rule });
  return (
    <details class="table">
      <summary>{title}</summary>
      <p>
        <Prose>{findings[0]?.fix ?? ''}</Prose>
      </p>
      <Scroll label={title}>
        <table>
          <caption class="vh">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('severity')}</th>
              <th scope="col">{t('finding')}</th>
              <th scope="col">{t('owner')}</th>
              <th scope="col">{t('where')}</th>
            </tr>
          </thead>
          <tbody data-list="findings">
            {lines.map((finding) => {
              const [at] = finding.locations;
              return (
                <tr id={page.findingId(finding.fingerprint)} data-is={finding.severity}>
                  <td>
                    <SeverityMark page={page} severity={finding.severity} />
                  </td>
                  <td>
                    <Prose>{finding.message}</Prose>
                  </td>
                  <td>{finding.subject.owner ?? '–'}</td>
                  <td class="code">{at === undefined ? '–' : `${at.path}:${at.start.line}`}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
      {names.length === 0 ? null : (
        <p class="names">
          {t('andAlso', { n: names.length })}: {names.map(({ subject }) => subject.id).join(', ')}
        </p>
      )}
    </details>
  );
}
