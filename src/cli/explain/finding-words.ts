import type { ReportFinding } from '../../report/report.js';
import { withArticle } from '../../narrative/with-article.js';
import { groupBy } from '../../reporters/group-by.js';
import { formatDuration } from '../../units/duration.js';
import type { FindingExplanation, HurtService, WrittenFact } from './finding-explanation.js';

export function subjectText({ subject: { type, id } }: ReportFinding): string {
  return type === 'inventory' || id.startsWith(`${type} `) ? id : `${type} ${id}`;
}

/** What is written, and where: a line of the inventory is told once with all that stands in it. */
export function factTexts(facts: readonly WrittenFact[], showPath: (path: string) => string): readonly string[] {
  const lines = new Map<string, { readonly fact: WrittenFact; readonly said: string[] }>();
  for (const fact of facts) {
    const { subject = '', field, value, path, line, layer = '' } = fact;
    const key = subject === '' ? `${field} ${value} ${path} ${line}` : `${subject} ${path} ${line} ${layer}`;
    const told = lines.get(key) ?? { fact, said: [] };
    told.said.push(subject === '' ? (field === '' ? value : `${field}: ${value}`) : `${field} = ${value}`);
    lines.set(key, told);
  }
  return [...lines.values()].map(({ fact, said }) => {
    const { subject, path, line, layer } = fact;
    const from = layer === undefined ? '' : `, from ${layer === 'tier' ? 'its tier' : layer}`;
    return `${subject === undefined ? '' : `${subject}: `}${said.join(', ')} (${showPath(path)}:${line}${from})`;
  });
}

/** First, one by one, what a promise hangs on; then all else that is left out, in one line. */
export function unknownTexts(unknown: FindingExplanation['unknown']): readonly string[] {
  const rest = unknown.filter(({ decides }) => !decides);
  const bySubject = groupBy(rest, ({ subject }) => subject);
  return [
    ...unknown
      .filter(({ decides }) => decides)
      .map(({ subject, field }) => `${field} of ${subject}: a promise hangs on it`),
    ...[...bySubject].map(
      ([subject, fields]) => `also left out of ${subject}: ${fields.map(({ field }) => field).join(', ')}`,
    ),
  ];
}

export function assumptionText({ subject, field, value }: FindingExplanation['assumptions'][number]): string {
  return `${subject} ${field} = ${value} (nobody says; the format takes it for granted)`;
}

/** A service with whom to call and what it promised in vain. */
export function hurtText({ id, owner, tier, promises }: HurtService): string {
  const about = [...(tier === undefined ? [] : [`tier ${tier}`]), ...(owner === undefined ? [] : [`owner ${owner}`])];
  const broken = promises.map(
    ({ kind, objective, target, verdict, worst }) =>
      `${objective.toUpperCase()} ${formatDuration(target)} for the loss of ${worst === undefined ? withArticle(kind) : `${kind} ${worst}`} ${verdict}`,
  );
  const who = about.length === 0 ? id : `${id} (${about.join(', ')})`;
  return broken.length === 0 ? who : `${who}: ${broken.join('; ')}`;
}
