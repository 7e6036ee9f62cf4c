import type { Sections } from './collect-sections.js';
import type { Entry } from './entry.js';
import { isUnknown } from './json-map.js';
import { inherit, type Inherited, type Written } from './written.js';

/** Gives each service what it inherits. Services of one tier share one merged map. */
export function layerServices(sections: Sections): (id: string, entry: Entry) => Written {
  const { tiers, defaults, replicas } = sections;
  const byTier = new Map<
    Entry | undefined,
    { readonly all: Inherited | undefined; readonly kind: Inherited | undefined }
  >();
  return (id, entry) => {
    const name = entry.value['tier'];
    const tier = typeof name === 'string' ? tiers.get(name) : undefined;
    let layers = byTier.get(tier);
    if (layers === undefined) {
      layers = { all: inherit([tier, defaults]), kind: inherit([onlyKind(tier), onlyKind(defaults)]) };
      byTier.set(tier, layers);
    }
    const own = entry.value['replicas'];
    const placements = replicas.get(id);
    const isPlaced = placements !== undefined && (own === undefined || !isUnknown(placements.value));
    return {
      entry,
      inherited: inheritedOf(entry, layers.all, layers.kind),
      placements: isPlaced ? placements : undefined,
    };
  };
}

/** External services inherit nothing, but for the very kind where it is a tier that makes them external. */
function inheritedOf(entry: Entry, all: Inherited | undefined, kind: Inherited | undefined): Inherited | undefined {
  const own = entry.value['kind'];
  if (own === 'external') return undefined;
  return own === undefined && all?.merged['kind'] === 'external' ? kind : all;
}

function onlyKind(entry: Entry | undefined): Entry | undefined {
  const kind = entry?.value['kind'];
  return entry === undefined || kind === undefined ? undefined : { ...entry, value: { kind } };
}
