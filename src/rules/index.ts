import { backupIntervalExceedsRpo } from './data/backup-interval-exceeds-rpo.js';
import { backupKeyLostWithData } from './data/backup-key-lost-with-data.js';
import { backupMissing } from './data/backup-missing.js';
import { backupWithPrimary } from './data/backup-with-primary.js';
import { restoreTooSlow } from './data/restore-too-slow.js';
import { circularRecovery } from './dependencies/circular-recovery.js';
import { recoveryToolInBlastRadius } from './dependencies/recovery-tool-in-blast-radius.js';
import { weakLink } from './dependencies/weak-link.js';
import { drillMissedObjective } from './evidence/drill-missed-objective.js';
import { drillMissing } from './evidence/drill-missing.js';
import { drillStale } from './evidence/drill-stale.js';
import { drillTooNarrow } from './evidence/drill-too-narrow.js';
import { ownerMissing } from './governance/owner-missing.js';
import { dependencySlowerThanService } from './objectives/dependency-slower-than-service.js';
import { manualFailoverExceedsRto } from './objectives/manual-failover-exceeds-rto.js';
import { objectiveMissing } from './objectives/objective-missing.js';
import { objectiveUnknown } from './objectives/objective-unknown.js';
import { rpoBroken } from './objectives/rpo-broken.js';
import { rtoBroken } from './objectives/rto-broken.js';
import { copiesShareBuilding } from './placement/copies-share-building.js';
import { copiesShareDomain } from './placement/copies-share-domain.js';
import { locationUnproven } from './placement/location-unproven.js';
import { quorumLostWithOneDomain } from './placement/quorum-lost-with-one-domain.js';
import { singleLocation } from './placement/single-location.js';
import { siteOvercommittedAfterFailover } from './placement/site-overcommitted-after-failover.js';
import { survivorsLackCapacity } from './placement/survivors-lack-capacity.js';
import type { Rule } from './rule.js';

/** The catalogue, by group and then by name. A rule exists when it stands here. */
export const rules: readonly Rule[] = [
  copiesShareBuilding,
  copiesShareDomain,
  locationUnproven,
  quorumLostWithOneDomain,
  singleLocation,
  siteOvercommittedAfterFailover,
  survivorsLackCapacity,
  dependencySlowerThanService,
  manualFailoverExceedsRto,
  objectiveMissing,
  objectiveUnknown,
  rpoBroken,
  rtoBroken,
  backupIntervalExceedsRpo,
  backupKeyLostWithData,
  backupMissing,
  backupWithPrimary,
  restoreTooSlow,
  circularRecovery,
  recoveryToolInBlastRadius,
  weakLink,
  drillMissedObjective,
  drillMissing,
  drillStale,
  drillTooNarrow,
  ownerMissing,
];
