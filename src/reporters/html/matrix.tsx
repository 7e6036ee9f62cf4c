import type { JSX } from 'preact';
import { MatrixTable } from './matrix-table.js';
import { VerdictMark } from './marks.js';
import { verdicts, type Page } from './page.js';
import { promisedKinds, promiseGroups, promiseRows, type PromiseGroup } from './promise-rows.js';
import { Section } from './section.js';
import { Tools } from './tools.js';

/** Every service against every kind of loss that it promises to survive. */
export function Matrix({ page }: { readonly page: Page }): JSX.Element {
  const { t } = page;
  const rows = promiseRows(page);
  const kinds = promisedKinds(page);
  if (rows.length === 0)
    return (
      <Section page={page} id="promises" title="promises" lead={t('promisesNone')}>
        {null}
      </Section>
    );
  const groups = promiseGroups(page, rows);
  return (
    <Section page={page} id="promises" title="promises" lead={t('promisesLead')}>
      <p class="legend">
        {verdicts.map((verdict) => (
          <span>
            <VerdictMark page={page} verdict={verdict} />: {t(meanings[verdict])}
          </span>
        ))}
      </p>
      <Tools
        page={page}
        of="promises"
        title={t('promises')}
        filters={verdicts
          .slice(0, 3)
          .map((verdict) => ({ value: verdict, label: <VerdictMark page={page} verdict={verdict} /> }))}
      />
      {groups.map((group) => (
        <Group page={page} group={group} kinds={kinds} alone={groups.length === 1} />
      ))}
    </Section>
  );
}

const meanings = {
  kept: 'keptMeans',
  broken: 'brokenMeans',
  unknown: 'unknownMeans',
  'not-applicable': 'notApplicableMeans',
} as const;

function Group({
  page,
  group: { name, rows },
  kinds,
  alone,
}: {
  readonly page: Page;
  readonly group: PromiseGroup;
  readonly kinds: readonly string[];
  readonly alone: boolean;
}): JSX.Element {
  const { t } = page;
  const title = name ?? t(alone ? 'promises' : 'groupRest');
  const used = kinds.filter((kind) => rows.some(({ promises }) => promises.some((one) => one.kind === kind)));
  const table = <MatrixTable page={page} caption={title} rows={rows} kinds={used} />;
  if (alone) return table;
  const counts = verdicts.map((verdict) => [verdict, rows.filter(({ worst }) => worst === verdict).length] as const);
  return (
    <details class="group">
      <summary>
        <span class="group-name">{title}</span>{' '}
        <span class="meta">
          {t('nServices', { n: rows.length })}
          {counts
            .filter(([, count]) => count > 0)
            .map(([verdict, count]) => (
              <>
                {' · '}
                <VerdictMark page={page} verdict={verdict} /> {count}
              </>
            ))}
        </span>
      </summary>
      {table}
    </details>
  );
}
