import type { JSX } from 'preact';
import type { MessageKey } from './messages/english.js';
import type { Page } from './page.js';

const chapters: readonly (readonly [string, MessageKey])[] = [
  ['summary', 'readiness'],
  ['first', 'fixFirst'],
  ['promises', 'promises'],
  ['map', 'map'],
  ['scenarios', 'scenarios'],
  ['ranking', 'ranking'],
  ['findings', 'findings'],
  ['open', 'open'],
  ['waivers', 'waivers'],
  ['evidence', 'evidence'],
  ['controls', 'controls'],
  ['changes', 'changes'],
  ['method', 'method'],
  ['derivations', 'derivations'],
  ['annex', 'annex'],
];

const unaudited: readonly (readonly [string, MessageKey])[] = [
  ['problems', 'problems'],
  ['method', 'method'],
  ['annex', 'annex'],
];

/** Where to find what. */
export function Contents({ page }: { readonly page: Page }): JSX.Element {
  const { report, t } = page;
  const shown = report.gate.result === 'unaudited' ? unaudited : chapters;
  return (
    <nav class="contents" aria-label={t('contents')}>
      <p class="brand">Firebreak</p>
      <ol>
        {shown
          .filter(([id]) => id !== 'derivations' || report.promises.length > 0)
          .map(([id, title]) => (
            <li>
              <a href={`#${id}`}>{t(title)}</a>
            </li>
          ))}
      </ol>
    </nav>
  );
}
