// What `npm run bench:peers` has measured, in Markdown.
import { markdownTable, ratio, seconds } from './markdown-table.js';

export function peersText({ command, machine, day, sizes, violations, results }) {
  const [ours] = results;
  const missing = results.filter((one) => one.missing !== undefined);
  return [
    '## Side by side',
    `"Primary and backup must not share a building", as one rule of each tool on the same file; quickest of three runs of the whole process (of one where that takes over 12 seconds), with the ratio to firebreak. Each tells what it found and nothing else (\`--format jsonl\`). In that time firebreak also solves the loss of every domain that a service is to survive, by which it knows whether the service comes back elsewhere. \`${command}\` on ${day}: ${machine}. There are ${listed(violations)} violations among ${listed(sizes)} services; a tool that takes that long is not asked about more.`,
    markdownTable(
      ['tool', ...sizes.flatMap((size) => [`${size.toLocaleString('en')} services`, 'ratio']), 'finds the same'],
      results
        .filter((one) => one.measured !== undefined)
        .map(({ name, measured }) => [
          name,
          ...sizes.flatMap((_, at) => {
            const one = measured[at];
            return one === undefined
              ? ['-', '']
              : [seconds(one.seconds), ratio(one.seconds, ours.measured[at].seconds)];
          }),
          measured.every(({ same }) => same) ? 'yes' : 'no',
        ]),
    ),
    ...(missing.length === 0 ? [] : ['Left out, since they could not be run here:']),
    missing.map(({ name, missing: why }) => `- ${name}: ${why}`).join('\n'),
  ].join('\n\n');
}

function listed(numbers) {
  const words = numbers.map((one) => one.toLocaleString('en'));
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
