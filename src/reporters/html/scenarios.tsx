import type { JSX } from 'preact';
import type { DetailScenario } from '../../report/report.js';
import { formatDuration } from '../../units/duration.js';
import type { Page } from './page.js';
import { NameLink, Names, Section } from './section.js';
import { Timeline, TimelineLegend } from './timeline.js';

/** So many of the worst losses are open from the start. */
const open = 2;

/** The losses that hurt most, each with how the recovery goes. */
export function Scenarios({ page }: { readonly page: Page }): JSX.Element {
  const { report, t } = page;
  const { detail } = report;
  if (detail === undefined)
    return (
      <Section page={page} id="scenarios" title="scenarios">
        <p class="absent">{t('detailAbsent')}</p>
      </Section>
    );
  const { scenarios } = detail;
  return (
    <Section
      page={page}
      id="scenarios"
      title="scenarios"
      lead={t(scenarios.length === 0 ? 'scenariosNone' : 'scenariosLead')}
    >
      {scenarios.length === 0 ? null : <TimelineLegend page={page} />}
      {scenarios.map((scenario, index) => (
        <Scenario page={page} scenario={scenario} open={index < open} />
      ))}
    </Section>
  );
}

function Scenario({
  page,
  scenario,
  open: isOpen,
}: {
  readonly page: Page;
  readonly scenario: DetailScenario;
  readonly open: boolean;
}): JSX.Element {
  const { t } = page;
  const { id, name, type, event, lost, lostInAll, rowsInAll, causes, causesInAll, dataLosses, dataLossesInAll } =
    scenario;
  const title = type === 'scenario' ? t('scenarioTitle', { id: name ?? id }) : t('lossTitle', { id: name ?? id });
  return (
    <details class="scenario" open={isOpen}>
      <summary>
        <h3>{title}</h3> <span class="meta">{t('nServicesHit', { n: rowsInAll })}</span>
      </summary>
      <div class="para">
        {t('lostHere', { n: lostInAll })}: <Names page={page} names={lost} most={12} />
        {lostInAll > lost.length ? ` ${t('plusMore', { n: lostInAll - lost.length })}` : ''}. {duration(page, scenario)}
        {event.corrupt.length === 0 ? '' : ` ${t('corrupted')}: ${event.corrupt.join(', ')}.`}
      </div>
      <Timeline page={page} scenario={scenario} />
      {causes.length === 0 ? null : (
        <>
          <h4>{t('neverBack')}</h4>
          <ul>
            {causes.map(({ services, because, holdsUp }) => (
              <li>
                {services.map((service, index) => (
                  <>
                    {index === 0 ? '' : ' → '}
                    <NameLink page={page} name={service} />
                  </>
                ))}
                : {because}
                {holdsUp.length === 0 ? null : (
                  <>
                    {'; '}
                    {t('holdsUp', { n: holdsUp.length })}: <Names page={page} names={holdsUp} most={8} />
                  </>
                )}
              </li>
            ))}
          </ul>
          {causesInAll > causes.length ? <p class="meta">{t('plusMore', { n: causesInAll - causes.length })}</p> : null}
        </>
      )}
      {dataLosses.length === 0 ? null : (
        <>
          <h4>{t('dataLost')}</h4>
          <ul>
            {dataLosses.map(({ because, inheritedBy }) => (
              <li>
                {because}
                {inheritedBy.length === 0 ? null : (
                  <>
                    {'; '}
                    {t('inherited')}: <Names page={page} names={inheritedBy} most={8} />
                  </>
                )}
              </li>
            ))}
          </ul>
          {dataLossesInAll > dataLosses.length ? (
            <p class="meta">{t('plusMore', { n: dataLossesInAll - dataLosses.length })}</p>
          ) : null}
        </>
      )}
    </details>
  );
}

function duration({ t }: Page, { event }: DetailScenario): string {
  if (event.destroys) return t('destroyed');
  if (event.ends.length > 0) return t('endsApart');
  return event.lasts === null ? t('lastsUnstated') : t('lastsText', { time: formatDuration(event.lasts) });
}
