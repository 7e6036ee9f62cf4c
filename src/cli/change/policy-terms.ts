import type { PolicyTerms } from '../../comparison/policy-terms.js';
import type { KeyPath, Place } from '../../place.js';
import { SourceText } from '../../source/source-text.js';
import type { Sources } from '../../source/sources.js';
import { packsNamed } from '../pack-selection.js';
import type { ReadPolicy } from '../read-policy.js';
import { pathInRepository } from './path-in-tree.js';

/** What files ask of an audit, as the comparison of two states looks at it. */
export function policyTerms({ settings, policy }: ReadPolicy, cwd: string): PolicyTerms {
  const { failOn, maxFindings, strict, failOnWeakened, inventory, rules, maxAge, packs, ownRules } = settings;
  const { overrides, waivers, now, file, source } = settings;
  // Settings are named as seen from the working directory, all that is in a report from the root.
  const path = file === undefined ? '' : pathInRepository(file, cwd);
  const placeOf = (keys: KeyPath): Place | undefined =>
    source === undefined || !isThere(source.document.value, keys)
      ? undefined
      : { file: path, document: source.document.index, path: keys, on: 'key' };
  const sources: Sources | undefined =
    source === undefined
      ? undefined
      : {
          ...source.sources,
          texts: new Map([...source.sources.texts.values()].map((one) => [path, renamed(one, path)])),
        };
  return {
    failOn: failOn ?? 'high',
    maxFindings: maxFindings ?? 0,
    strict: strict ?? false,
    failOnWeakened: failOnWeakened ?? false,
    inventory,
    now,
    rules,
    maxAge,
    packs: packsNamed(packs),
    ownRules: ownRules.rules,
    ownRuleFiles: new Map(ownRules.files.map(({ path: of, sha256 }) => [of, sha256])),
    overrides,
    neverWaived: waivers.never ?? [],
    waiverDays: waivers.maxDays ?? Infinity,
    waiverFields: waivers.require ?? [],
    waivers: policy.waivers?.all ?? [],
    waiverSources: policy.waivers?.sources,
    baseline: policy.baseline?.findings ?? [],
    unkept: policy.baseline?.promises,
    placeOf,
    sources,
  };
}

function renamed({ text, format }: SourceText, path: string): SourceText {
  return new SourceText(path, text, format);
}

function isThere(value: unknown, keys: KeyPath): boolean {
  const [key, ...rest] = keys;
  if (key === undefined) return true;
  if (typeof value !== 'object' || value === null) return false;
  const entry = Object.entries(value).find(([name]) => name === String(key));
  return entry !== undefined && isThere(entry[1], rest);
}
