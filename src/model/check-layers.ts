import { buildService } from './build-service.js';
import type { Sections } from './collect-sections.js';
import type { Linking } from './linking.js';
import { inherit } from './written.js';

/**
 * Reads the defaults and each tier as if they were services, for the problems in them: a tier that no
 * service has, and a default that every service overrides, must be right all the same.
 */
export function checkLayers(linking: Linking, { defaults, tiers }: Sections): void {
  if (defaults !== undefined) {
    buildService(linking, -1, 'defaults', { entry: defaults, inherited: undefined, placements: undefined });
  }
  const inherited = inherit([defaults]);
  for (const [id, entry] of tiers) buildService(linking, -1, id, { entry, inherited, placements: undefined });
}
