import type { JSX } from 'preact';
import { severities } from '../../finding.js';
import { verdictKey, VerdictMark } from './marks.js';
import type { Page } from './page.js';
import { Section } from './section.js';

const shown = ['kept', 'unknown', 'broken'] as const;

/** The one line that says how ready they are, in words and as a bar. */
export function Readiness({ page }: { readonly page: Page }): JSX.Element {
  const { report, t } = page;
  const { promises, findings } = report.summary;
  return (
    <Section page={page} id="summary" title="readiness">
      <p class="statement">{statement(page)}</p>
      {promises.total === 0 ? null : (
        <>
          <VerdictBar page={page} />
          <dl class="tally">
            {shown.map((verdict) => (
              <div class={verdict}>
                <dt>
                  <VerdictMark page={page} verdict={verdict} />
                </dt>
                <dd>{promises[verdict]}</dd>
              </div>
            ))}
            <div>
              <dt>{t('proven')}</dt>
              <dd>{promises.proven}</dd>
            </div>
          </dl>
        </>
      )}
      <p class="severities">
        {t('findings')}:{' '}
        {severities.map((severity) => (
          <span class={findings[severity] === 0 ? 'none' : undefined}>
            <span class={`sev ${severity}`}>{t(severity)}</span> {findings[severity]}
          </span>
        ))}
      </p>
    </Section>
  );
}

function statement({ report, t }: Page): string {
  const { total, kept, broken, unknown, proven } = report.summary.promises;
  if (total === 0) return t('readinessNone');
  const parts = [
    t('readinessTotal', { n: total }),
    t('readinessKept', { n: kept }),
    t('readinessBroken', { n: broken }),
    t('readinessUnknown', { n: unknown }),
    proven === 0 ? t('readinessUnproven') : t('readinessProven', { n: proven }),
  ];
  return parts.join(' ');
}

function VerdictBar({ page }: { readonly page: Page }): JSX.Element {
  const { promises } = page.report.summary;
  let from = 0;
  return (
    <svg class="verdict-bar" width="100%" height="14" role="img" aria-label={statement(page)}>
      {shown.map((verdict) => {
        const share = (promises[verdict] / promises.total) * 100;
        const x = from;
        from += share;
        return share === 0 ? null : (
          <rect class={verdict} x={percent(x)} y="0" width={percent(share)} height="14">
            <title>{`${page.t(verdictKey(verdict))}: ${promises[verdict]}`}</title>
          </rect>
        );
      })}
    </svg>
  );
}

function percent(share: number): string {
  return `${Number(share.toFixed(3))}%`;
}
