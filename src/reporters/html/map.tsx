import type { JSX } from 'preact';
import { MapTable } from './map-table.js';
import { layoutMap } from './map-layout.js';
import { mapGraph, type MapNode } from './map-nodes.js';
import { MapPicture } from './map-picture.js';
import { StandingMark } from './marks.js';
import type { Page } from './page.js';
import { Scroll, Section } from './section.js';

/** So many services are named on a place; the others are counted. */
const mostNamed = 5;

/** What is lost together, as a picture and as a table. */
export function DomainMap({ page }: { readonly page: Page }): JSX.Element {
  const { report, t } = page;
  const { detail } = report;
  if (detail === undefined)
    return (
      <Section page={page} id="map" title="map">
        <p class="absent">{t('detailAbsent')}</p>
      </Section>
    );
  const graph = mapGraph(detail);
  const placed = layoutMap(graph, (node) => linesOf(page, node));
  return (
    <Section page={page} id="map" title="map" lead={detail.domains.length === 0 ? t('mapNone') : t('mapLead')}>
      {graph.nodes.length === 0 ? null : (
        <figure class="map">
          <p class="legend">
            {(['broken', 'unknown', 'unpromised', 'kept'] as const).map((verdict) => (
              <span>
                <StandingMark page={page} standing={verdict} />
              </span>
            ))}
            <span>
              <EdgeSample by="in" /> {t('edgeIn')}
            </span>
            <span>
              <EdgeSample by="fails-with" /> {t('edgeFailsWith')}
            </span>
            <span>
              <EdgeSample by="group" /> {t('edgeGroup')}
            </span>
          </p>
          <Scroll label={t('map')}>
            <MapPicture page={page} map={placed} />
          </Scroll>
          <figcaption>
            <span data-script hidden>
              {t('mapCaption')}
            </span>{' '}
            {graph.nodes.length < graph.all ? t('mapPart', { n: graph.nodes.length, all: graph.all }) : ''}
          </figcaption>
        </figure>
      )}
      <MapTable page={page} detail={detail} />
    </Section>
  );
}

function linesOf({ t }: Page, { services }: MapNode): readonly string[] {
  const more = services.length - mostNamed;
  if (more <= 1) return services;
  return [...services.slice(0, mostNamed), t('plusMore', { n: more })];
}

function EdgeSample({ by }: { readonly by: string }): JSX.Element {
  return (
    <svg width="30" height="10" aria-hidden="true">
      <line class={`edge ${by}`} x1="0" y1="5" x2="30" y2="5" />
    </svg>
  );
}
