import { backupIntervalExceedsRpo } from './data/backup-interval-exceeds-rpo.js';
import { backupMissing } from './data/backup-missing.js';
import { backupWithPrimary } from './data/backup-with-primary.js';
import { circularRecovery } from './dependencies/circular-recovery.js';
import { recoveryToolInBlastRadius } from './dependencies/recovery-tool-in-blast-radius.js';
import { weakLink } from './dependencies/weak-link.js';
import { drillMissing } from './evidence/drill-missing.js';
import { drillStale } from './evidence/drill-stale.js';
import { ownerMissing } from './governance/owner-missing.js';
import { dependencySlowerThanService } from './objectives/dependency-slower-than-service.js';
import { manualFailoverExceedsRto } from './objectives/manual-failover-exceeds-rto.js';
import { objectiveMissing } from './objectives/objective-missing.js';
import { copiesShareBuilding } from './placement/copies-share-building.js';
import { copiesShareDomain } from './placement/copies-share-domain.js';
import { locationUnproven } from './placement/location-unproven.js';
import { singleLocation } from './placement/single-location.js';
import type { Rule } from './rule.js';

/** The catalogue, by group and then by name. A rule exists when it stands here. */
export const rules: readonly Rule[] = [
  copiesShareBuilding,
  copiesShareDomain,
  locationUnproven,
  singleLocation,
  dependencySlowerThanService,
  manualFailoverExceedsRto,
  objectiveMissing,
  backupIntervalExceedsRpo,
  backupMissing,
  backupWithPrimary,
  circularRecovery,
  recoveryToolInBlastRadius,
  weakLink,
  drillMissing,
  drillStale,
  ownerMissing,
];
