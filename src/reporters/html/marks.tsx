import type { JSX } from 'preact';
import type { Severity } from '../../finding.js';
import type { Verdict } from '../../report/report.js';
import type { Standing } from './domain-standing.js';
import type { Page } from './page.js';

/** Told apart by shape as well as by colour. */
export const signs: Readonly<Record<Verdict, string>> = { kept: '✓', broken: '✕', unknown: '?', 'not-applicable': '–' };

export function verdictKey(verdict: Verdict): 'kept' | 'broken' | 'unknown' | 'notApplicable' {
  return verdict === 'not-applicable' ? 'notApplicable' : verdict;
}

/** A verdict with its sign; `quiet`: the word is there for those who listen, and not shown. */
export function VerdictMark({
  page,
  verdict,
  quiet = false,
}: {
  readonly page: Page;
  readonly verdict: Verdict;
  readonly quiet?: boolean;
}): JSX.Element {
  return (
    <span class={`v ${verdict}`}>
      <i aria-hidden="true">{signs[verdict]}</i>
      <span class={quiet ? 'vh' : undefined}> {page.t(verdictKey(verdict))}</span>
    </span>
  );
}

export function SeverityMark({ page, severity }: { readonly page: Page; readonly severity: Severity }): JSX.Element {
  return <span class={`sev ${severity}`}>{page.t(severity)}</span>;
}

export const standingKeys = {
  broken: 'mapBroken',
  unknown: 'mapUnknown',
  kept: 'mapKept',
  unpromised: 'mapUnpromised',
} as const;

export const standingSigns: Readonly<Record<Standing, string>> = {
  broken: '✕',
  unknown: '?',
  kept: '✓',
  unpromised: '○',
};

export function StandingMark({ page, standing }: { readonly page: Page; readonly standing: Standing }): JSX.Element {
  return (
    <span class={`v ${standing}`}>
      <i aria-hidden="true">{standingSigns[standing]}</i> <span>{page.t(standingKeys[standing])}</span>
    </span>
  );
}
