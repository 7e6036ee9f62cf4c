// What `npm run bench:peers` has measured, in Markdown.
import { markdownTable, ratio, seconds } from './markdown-table.js';

export function peersText({ command, machine, day, sizes, violations, results }) {
  const [ours] = results;
  const missing = results.filter((one) => one.missing !== undefined);
  return [
    '## Side by side',
    `"Primary and backup must not share a building", as one rule of each tool on the same file; quickest of three runs of the whole process, with the ratio to firebreak. In that time firebreak also solves every loss for its promises, which the report always shows, whatever rules are chosen. \`${command}\` on ${day}: ${machine}. There are ${violations.join(' and ')} violations among ${sizes.map((size) => size.toLocaleString('en')).join(' and ')} services.`,
    markdownTable(
      ['tool', ...sizes.flatMap((size) => [`${size.toLocaleString('en')} services`, 'ratio']), 'finds the same'],
      results
        .filter((one) => one.measured !== undefined)
        .map(({ name, measured }) => [
          name,
          ...measured.flatMap((one, at) => [seconds(one.seconds), ratio(one.seconds, ours.measured[at].seconds)]),
          measured.every(({ same }) => same) ? 'yes' : 'no',
        ]),
    ),
    ...(missing.length === 0 ? [] : ['Left out, since they could not be run here:']),
    missing.map(({ name, missing: why }) => `- ${name}: ${why}`).join('\n'),
  ].join('\n\n');
}
