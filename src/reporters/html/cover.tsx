import type { JSX } from 'preact';
import { atLeast } from '../../finding.js';
import { findingsFromBefore, openFindings } from '../acceptance.js';
import type { Page } from './page.js';

/** Whose readiness this is, of which day, from which state and by which tool, and what it comes to. */
export function Cover({ page }: { readonly page: Page }): JSX.Element {
  const { report, document, t } = page;
  const { run, tool, rules, summary } = report;
  const scope =
    run.select === undefined
      ? t('scopeAll', { n: summary.services })
      : t('scopeSelected', { n: run.selected ?? 0, all: summary.services, select: run.select });
  const size = `${t('nLocations', { n: summary.locations })}, ${t('nDomains', { n: summary.domains })}`;
  const facts: readonly (readonly [string, string, string?])[] = [
    [t('organisation'), document.organisation ?? t('notStated')],
    [t('scope'), report.gate.result === 'unaudited' ? t('scopeNone') : `${scope}; ${size}`],
    [t('asOf'), run.now],
    [t('commit'), document.commit ?? t('notStated'), 'code'],
    [t('tool'), `Firebreak ${tool.version}`],
    [t('ruleSet'), t('ruleSetText', { n: rules.length, packs: packNames(page) })],
  ];
  return (
    <header class="cover" id="cover">
      <p class="kicker">{t('kicker')}</p>
      <h1>{t('title')}</h1>
      {document.organisation === undefined ? null : <p class="organisation">{document.organisation}</p>}
      <p class={`outcome ${report.gate.result}`}>
        <span class="label">{t('verdict')}</span> <strong>{t(outcomes[report.gate.result])}</strong>
        <span class="gate">{gateText(page)}</span>
      </p>
      <dl class="facts">
        {facts.map(([name, value, kind]) => (
          <div>
            <dt>{name}</dt>
            <dd class={kind}>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

const outcomes = { pass: 'gatePass', fail: 'gateFail', unaudited: 'gateUnaudited' } as const;

function packNames({ report, t }: Page): string {
  const names = (report.packs ?? []).map(({ title }) => title);
  return names.length === 0 ? t('noPacks') : names.join(', ');
}

/** By which rule the verdict came about. */
function gateText({ report, t }: Page): string {
  const { failOn, result, maxFindings } = report.gate;
  if (result === 'unaudited') return t('gateWhyUnaudited');
  if (failOn === 'never') return t(result === 'pass' ? 'gateWhyNever' : 'gateWhyStrict');
  const severity = t(failOn);
  const n = openFindings(report).filter((finding) => atLeast(finding.severity, failOn)).length;
  if (maxFindings !== undefined && n > 0)
    return t('gateWhyRatchet', { severity, most: maxFindings, counted: report.gate.counted ?? n });
  if (result === 'fail') return n === 0 ? t('gateWhyStrict') : t('gateWhyFail', { n, severity });
  const known = findingsFromBefore(report).length;
  return known === 0 ? t('gateWhyPass', { severity }) : t('gateWhyPassKnown', { severity, n: known });
}
