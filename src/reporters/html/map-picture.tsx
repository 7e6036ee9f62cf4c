import { curveBumpX, line } from 'd3-shape';
import type { JSX } from 'preact';
import { headHeight, lineHeight, nodeWidth, type PlacedEdge, type PlacedMap, type PlacedNode } from './map-layout.js';
import { fitted } from './fitted.js';
import { standingKeys, standingSigns } from './marks.js';
import type { Page } from './page.js';

/** Columns of text that fit into a node. */
const nameColumns = 25;
const serviceColumns = 27;

const curve = line<readonly [number, number]>()
  .x(([x]) => x)
  .y(([, y]) => y)
  .curve(curveBumpX);

/** The map as drawn. Each place leads to its row of the table, which says the same in words. */
export function MapPicture({ page, map }: { readonly page: Page; readonly map: PlacedMap }): JSX.Element {
  const { t } = page;
  return (
    <svg
      class="map-picture"
      width={map.width}
      height={map.height}
      viewBox={`0 0 ${map.width} ${map.height}`}
      role="group"
      aria-label={t('mapAlt', { n: map.nodes.length })}
    >
      <g aria-hidden="true">
        {map.edges.map((edge) => (
          <Edge page={page} edge={edge} />
        ))}
      </g>
      {map.nodes.map((node) => (
        <Node page={page} node={node} />
      ))}
    </svg>
  );
}

function Edge({
  page,
  edge: { points, by, from, to },
}: {
  readonly page: Page;
  readonly edge: PlacedEdge;
}): JSX.Element {
  return (
    <path
      class={`edge ${by}`}
      d={curve([...points]) ?? ''}
      data-from={page.domainId(from)}
      data-to={page.domainId(to)}
    />
  );
}

function Node({ page, node }: { readonly page: Page; readonly node: PlacedNode }): JSX.Element {
  const { domain, standing, x, y, height, lines } = node;
  const { t } = page;
  const id = page.domainId(domain.id) ?? '';
  const takers = [domain.id, ...domain.takenBy].flatMap((one) => page.domainId(one) ?? []).join(' ');
  const title = `${domain.name ?? domain.id}: ${t(standingKeys[standing])}`;
  return (
    <a href={`#${id}`} class={`node ${standing} ${domain.section}`} data-node={id} data-by={takers}>
      <title>{title}</title>
      <rect class="box" x={x} y={y} width={nodeWidth} height={height} rx={domain.section === 'domains' ? 14 : 4} />
      <rect class="stripe" x={x} y={y} width="5" height={height} />
      <text class="name" x={x + 14} y={y + 19}>
        {fitted(domain.id, nameColumns)}
      </text>
      <text class="kind" x={x + 14} y={y + 35}>
        {fitted(domain.kind, nameColumns)}
      </text>
      <text class={`sign ${standing}`} x={x + nodeWidth - 18} y={y + 20}>
        {standingSigns[standing]}
      </text>
      {lines.map((name, index) => (
        <text class="stands" x={x + 14} y={y + headHeight + lineHeight * index + 8}>
          {fitted(name, serviceColumns)}
        </text>
      ))}
    </a>
  );
}
