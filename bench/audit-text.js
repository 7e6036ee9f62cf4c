// What `npm run bench` has measured, in Markdown.
import { markdownTable, ratio, seconds } from './markdown-table.js';

/** The exponent k of time ~ size^k: 1 is linear. */
const growth = (small, large, times) => (Math.log(large / small) / Math.log(times)).toFixed(2);

export function auditText({ command, machine, day, bySize, silent, otherwise, reading, changes, starts }) {
  return [
    '## The whole audit',
    `\`${command}\` on ${day}: ${machine}. Each line is a process of its own. An audit runs all rules over all promises and writes its report into a file; js-yaml only reads the same files.`,
    markdownTable(
      ['services', 'YAML', 'js-yaml reads', 'audit, `pretty`', 'ratio', 'audit, `json`', 'ratio'],
      bySize.map(({ services, megabytes, jsYaml, pretty, json }) => [
        services.toLocaleString('en'),
        `${megabytes.toFixed(1)} MB`,
        cost(jsYaml),
        cost(pretty),
        ratio(pretty.seconds, jsYaml.seconds),
        cost(json),
        ratio(json.seconds, jsYaml.seconds),
      ]),
    ),
    '## Stage by stage',
    'One process for each size, without the start of Node; the peak is of the process so far. *Facts* solve the loss of every building, power domain, carrier and region, each on its own; JSON solves those again that are the worst for a promise. *Worst building* ranks all buildings by what their loss does, as `simulate --worst building` does.',
    markdownTable(
      ['stage', ...bySize.map(({ services }) => services.toLocaleString('en'))],
      (bySize[0]?.stages ?? []).map(({ stage }, at) => [stage, ...bySize.map(({ stages }) => cost(stages[at]))]),
    ),
    'What they hold:',
    bySize.map(({ services, counts }) => `- ${services.toLocaleString('en')} services: ${counts}`).join('\n'),
    'Growth of time between sizes, as an exponent (1 is linear):',
    markdownTable(
      ['stage', ...bySize.slice(1).map(({ services }, at) => `${bySize[at].services} to ${services}`)],
      [
        ...(bySize[0]?.stages ?? []).map(({ stage }, index) => [
          stage,
          ...growths(bySize, ({ stages }) => stages[index].seconds),
        ]),
        ['whole audit, `pretty`', ...growths(bySize, ({ pretty }) => pretty.seconds)],
      ],
    ),
    '## Where nobody fills a field in',
    'No service says what its recovery uses; no replica says where it stands.',
    markdownTable(
      ['left out', 'services', 'audit, `pretty`'],
      silent.map((one) => [`\`${one.leaveOut}\``, one.services.toLocaleString('en'), cost(one)]),
    ),
    '## Other ways to write',
    'Every name a text over several lines and every list over several lines; every recovery an alias for that of the first service; regions with a capacity, and services with a demand, so that after each loss everything that runs in a region is held against what it can carry.',
    markdownTable(
      ['written', 'services', 'js-yaml reads', 'audit, `pretty`', 'ratio'],
      otherwise.map(({ written, services, jsYaml, pretty }) => [
        waysToWrite[written],
        services.toLocaleString('en'),
        cost(jsYaml),
        cost(pretty),
        ratio(pretty.seconds, jsYaml.seconds),
      ]),
    ),
    '## Other ways to read',
    `Until the data of ${reading.services.toLocaleString('en')} services is there. Reading and checking the files is ${readingShare(bySize.at(-1))} of the stages of the largest inventory above, so this is all that any of them could save.`,
    markdownTable(
      ['way', 'cost'],
      reading.ways.map((one) => [waysToRead[one.way], cost(one)]),
    ),
    'None is in the product: a worker costs more than it saves, since what it has read has to be copied; a cache saves little, and would be one more thing that can be wrong.',
    '## A change',
    '`audit --since` a commit before, in which one recovery was quicker: two states are audited, and the loss of every failure domain is compared. A change that leaves the inventory alone, as most in a repository do, has only one state to audit.',
    markdownTable(
      ['services', '`audit`', '`audit --since`', 'ratio', 'inventory unchanged', 'ratio'],
      changes.map(({ services, now, since, same }) => [
        services.toLocaleString('en'),
        cost(now),
        cost(since),
        ratio(since.seconds, now.seconds),
        cost(same),
        ratio(same.seconds, now.seconds),
      ]),
    ),
    '## Starting',
    'Median of 21 runs.',
    markdownTable(
      ['command', 'ms', 'ratio'],
      starts.map(([name, ms]) => [`\`${name}\``, ms.toFixed(0), ratio(ms, starts[0][1])]),
    ),
  ].join('\n\n');
}

const waysToWrite = { lines: 'over several lines', aliases: 'with aliases', limits: 'with limits of places' };

const waysToRead = {
  here: 'as the product does',
  worker: 'in a worker thread, with the copy to the main thread',
  cache: 'a cache by SHA-256 of the files, in the format of `structuredClone`',
  json: '`JSON.parse` of the same data, as a yardstick',
};

function readingShare({ stages }) {
  const sum = (some) => some.reduce((all, one) => all + one.seconds, 0);
  return `${Math.round((100 * sum(stages.filter(({ stage }) => stage === 'read' || stage === 'validate'))) / sum(stages))} %`;
}

function growths(bySize, secondsOf) {
  return bySize.slice(1).map((large, at) => {
    const small = bySize[at];
    return growth(secondsOf(small), secondsOf(large), large.services / small.services);
  });
}

function cost({ seconds: time, peak }) {
  return `${seconds(time)}, ${peak} MB`;
}
