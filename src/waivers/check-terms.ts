import { below, keyOf } from '../place.js';
import type { Problem } from '../problem.js';
import { nearestWord } from '../schema/nearest-word.js';
import { daysBetween } from '../units/date.js';
import type { RequirableField, WaiverTerms } from './waiver-terms.js';
import type { Waiver } from './waiver.js';

/** What is wrong with waivers that have the right form. */
export function checkTerms(all: readonly Waiver[], terms: WaiverTerms): readonly Problem[] {
  const first = new Map<string, Waiver>();
  return all.flatMap((waiver) => {
    const earlier = waiver.hasId ? first.get(waiver.name) : undefined;
    if (waiver.hasId && earlier === undefined) first.set(waiver.name, waiver);
    return [
      ...(earlier === undefined ? [] : [sameId(waiver, earlier)]),
      ...ruleProblems(waiver, terms),
      ...emptyWords(waiver),
      ...missingFields(waiver, terms.require ?? []),
      ...dayProblems(waiver, terms.maxDays),
    ];
  });
}

function sameId(waiver: Waiver, earlier: Waiver): Problem {
  return {
    code: 'duplicate',
    message: `there are two waivers \`${waiver.name}\``,
    at: below(waiver.place, 'id'),
    help: 'give each its own id',
    related: [{ at: below(earlier.place, 'id'), label: 'the first' }],
  };
}

function ruleProblems({ rule, place }: Waiver, { rules, never = [] }: WaiverTerms): readonly Problem[] {
  const known = rules.find(({ id }) => id === rule);
  const at = below(place, 'rule');
  if (known === undefined) {
    const ids = rules.map(({ id }) => id);
    const meant = nearestWord(rule, ids);
    const help = meant === undefined ? '`firebreak rules` lists them all' : `did you mean \`${meant}\`?`;
    return [{ code: 'reference', message: `there is no rule \`${rule}\``, at, help }];
  }
  if (!known.waivable)
    return [
      { code: 'value', message: `findings of \`${rule}\` cannot be waived`, at, help: 'put right what it finds' },
    ];
  if (never.includes(rule))
    return [
      {
        code: 'value',
        message: `the settings do not let findings of \`${rule}\` be waived`,
        at,
        help: 'put right what it finds, or take the rule out of `waivers.never`',
      },
    ];
  return [];
}

/** What each has to say, so that somebody can be asked, and what about. */
const spoken = [
  ['reason', 'say why it can be lived with until then, and what is being done'],
  ['owner', 'name who answers for it'],
  ['approvedBy', 'name who agreed to it, or leave it out'],
  ['ticket', 'say where the work is tracked, or leave it out'],
] as const;

function emptyWords(waiver: Waiver): readonly Problem[] {
  return spoken.flatMap(([field, help]) => {
    const said = waiver[field]?.trim().toLowerCase();
    if (said !== '' && said !== 'unknown') return [];
    const message = `\`${field}\` of a waiver is ${said === '' ? 'blank' : '`unknown`'}`;
    return [{ code: 'value' as const, message, at: below(waiver.place, field), help }];
  });
}

function missingFields(waiver: Waiver, required: readonly RequirableField[]): readonly Problem[] {
  return required
    .filter((field) => !isGiven(waiver, field))
    .map((field) => ({
      code: 'type',
      message: `\`${field}\` is missing from a waiver`,
      at: waiver.place,
      help: `add \`${field}: …\`; the settings ask for it`,
    }));
}

function isGiven(waiver: Waiver, field: RequirableField): boolean {
  if (field === 'id') return waiver.hasId;
  return waiver[field] !== undefined;
}

function dayProblems({ place, created, renewed, expires }: Waiver, maxDays: number | undefined): readonly Problem[] {
  const from = renewed ?? created;
  const at = below(place, 'expires');
  const begin = renewed === undefined ? 'created' : 'renewed';
  if (created !== undefined && renewed !== undefined && renewed < created)
    return [
      {
        code: 'value',
        message: `renewed on ${renewed}, before it was created on ${created}`,
        at: below(place, 'renewed'),
        help: 'write the day on which its end was put off',
      },
    ];
  if (from !== undefined && expires < from)
    return [
      {
        code: 'value',
        message: `expires on ${expires}, before it begins`,
        at,
        help: `write a day on or after ${from}`,
        related: [{ at: below(place, begin), label: begin }],
      },
    ];
  if (maxDays === undefined) return [];
  if (from === undefined)
    return [
      {
        code: 'type',
        message: `\`created\` is missing, and a waiver may last ${maxDays} days at most`,
        at: keyOf(at),
        help: 'add the day on which it was accepted: `created: 2026-01-31`',
      },
    ];
  const days = daysBetween(from, expires);
  if (days <= maxDays) return [];
  return [
    {
      code: 'value',
      message: `lasts ${days} days, and the settings allow ${maxDays}`,
      at,
      help: 'end it earlier; `firebreak waivers renew` puts the end off when the day has come',
      related: [{ at: below(place, begin), label: begin }],
    },
  ];
}
