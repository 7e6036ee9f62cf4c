import type { JSX } from 'preact';
import { Annex } from './annex.js';
import { Changes } from './changes.js';
import { Contents } from './contents.js';
import { Controls } from './controls.js';
import { Cover } from './cover.js';
import { Derivations } from './derivations.js';
import { Evidence } from './evidence.js';
import { Findings } from './findings.js';
import { FixFirst } from './fix-first.js';
import { script, style } from './generated/page.js';
import { DomainMap } from './map.js';
import { Matrix } from './matrix.js';
import { Method } from './method.js';
import type { Page } from './page.js';
import { Patterns } from './patterns.js';
import { contentPolicy } from './content-policy.js';
import { Problems } from './problems.js';
import { Ranking } from './ranking.js';
import { DocumentLanguage } from './prose.js';
import { Readiness } from './readiness.js';
import { Scenarios } from './scenarios.js';
import { ToDo } from './to-do.js';
import { Waivers } from './waivers.js';

/** The whole document. It allows itself its own style and script, by their digests, and nothing else. */
export function AuditDocument({ page }: { readonly page: Page }): JSX.Element {
  const { report, document, t } = page;
  const title = document.organisation === undefined ? t('title') : `${t('title')}: ${document.organisation}`;
  return (
    <html lang={document.lang}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={contentPolicy(style, script)} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="generator" content={`Firebreak ${report.tool.version}`} />
        <title>{`${title}, ${report.run.now}`}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <DocumentLanguage.Provider value={document.lang}>
          <a class="skip" href="#main">
            {t('skip')}
          </a>
          <Patterns />
          <div class="frame">
            <Contents page={page} />
            <main id="main">
              <Cover page={page} />
              {report.gate.result === 'unaudited' ? <Problems page={page} /> : <Audited page={page} />}
              <Method page={page} />
              {report.gate.result === 'unaudited' ? null : <Derivations page={page} />}
              <Annex page={page} />
            </main>
          </div>
        </DocumentLanguage.Provider>
        <script dangerouslySetInnerHTML={{ __html: script }} />
      </body>
    </html>
  );
}

function Audited({ page }: { readonly page: Page }): JSX.Element {
  return (
    <>
      <Readiness page={page} />
      <FixFirst page={page} />
      <Matrix page={page} />
      <DomainMap page={page} />
      <Scenarios page={page} />
      <Ranking page={page} />
      <Findings page={page} />
      <ToDo page={page} />
      <Waivers page={page} />
      <Evidence page={page} />
      <Controls page={page} />
      <Changes page={page} />
    </>
  );
}
