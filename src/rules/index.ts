import { backupCopiesFew } from './data/backup-copies-few.js';
import { backupIntervalExceedsRpo } from './data/backup-interval-exceeds-rpo.js';
import { backupKeyLostWithData } from './data/backup-key-lost-with-data.js';
import { backupMissing } from './data/backup-missing.js';
import { backupMutable } from './data/backup-mutable.js';
import { backupNeverRestored } from './data/backup-never-restored.js';
import { backupRetentionShort } from './data/backup-retention-short.js';
import { backupSameAuthority } from './data/backup-same-authority.js';
import { backupWithPrimary } from './data/backup-with-primary.js';
import { restoreSlowerThanDeclared } from './data/restore-slower-than-declared.js';
import { restoreTooSlow } from './data/restore-too-slow.js';
import { circularRecovery } from './dependencies/circular-recovery.js';
import { externalConcentration } from './dependencies/external-concentration.js';
import { externalRecoveryUnstated } from './dependencies/external-recovery-unstated.js';
import { monitoringInBlastRadius } from './dependencies/monitoring-in-blast-radius.js';
import { recoveryToolInBlastRadius } from './dependencies/recovery-tool-in-blast-radius.js';
import { runbookInBlastRadius } from './dependencies/runbook-in-blast-radius.js';
import { statusPageInBlastRadius } from './dependencies/status-page-in-blast-radius.js';
import { weakLink } from './dependencies/weak-link.js';
import { drillFailed } from './evidence/drill-failed.js';
import { drillFindingOpen } from './evidence/drill-finding-open.js';
import { drillMissedObjective } from './evidence/drill-missed-objective.js';
import { drillMissing } from './evidence/drill-missing.js';
import { drillOutdatedByChange } from './evidence/drill-outdated-by-change.js';
import { drillSlowerThanDependents } from './evidence/drill-slower-than-dependents.js';
import { drillStale } from './evidence/drill-stale.js';
import { drillTooNarrow } from './evidence/drill-too-narrow.js';
import { drillTooShallow } from './evidence/drill-too-shallow.js';
import { evidenceMissing } from './evidence/evidence-missing.js';
import { scenarioNeverExercised } from './evidence/scenario-never-exercised.js';
import { backupPowerMissing } from './facility/backup-power-missing.js';
import { batteryFireUnprepared } from './facility/battery-fire-unprepared.js';
import { batteryRoomShared } from './facility/battery-room-shared.js';
import { facilityClassLow } from './facility/facility-class-low.js';
import { facilityClassUnproven } from './facility/facility-class-unproven.js';
import { fireUncontained } from './facility/fire-uncontained.js';
import { fuelShort } from './facility/fuel-short.js';
import { hazardUnprotected } from './facility/hazard-unprotected.js';
import { singlePowerPath } from './facility/single-power-path.js';
import { utilityTestStale } from './facility/utility-test-stale.js';
import { zonedPowerOffMissing } from './facility/zoned-power-off-missing.js';
import { biaMissing } from './governance/bia-missing.js';
import { biaStale } from './governance/bia-stale.js';
import { criticalityMissing } from './governance/criticality-missing.js';
import { downtimeOverBudget } from './governance/downtime-over-budget.js';
import { failbackUnplanned } from './governance/failback-unplanned.js';
import { independentReviewMissing } from './governance/independent-review-missing.js';
import { inventoryStale } from './governance/inventory-stale.js';
import { ownerMissing } from './governance/owner-missing.js';
import { ownerUnlisted } from './governance/owner-unlisted.js';
import { planMissing } from './governance/plan-missing.js';
import { planStale } from './governance/plan-stale.js';
import { planUnapproved } from './governance/plan-unapproved.js';
import { planUnexercised } from './governance/plan-unexercised.js';
import { planUnowned } from './governance/plan-unowned.js';
import { serviceWithoutPlan } from './governance/service-without-plan.js';
import { supplierAgreementWeak } from './governance/supplier-agreement-weak.js';
import { supplierEvidenceStale } from './governance/supplier-evidence-stale.js';
import { supplierExitMissing } from './governance/supplier-exit-missing.js';
import { supplierMissing } from './governance/supplier-missing.js';
import { supplierSlowerThanService } from './governance/supplier-slower-than-service.js';
import { waiverExpired } from './governance/waiver-expired.js';
import { waiverTooBroad } from './governance/waiver-too-broad.js';
import { waiverUnused } from './governance/waiver-unused.js';
import { dataUnstated } from './objectives/data-unstated.js';
import { dependenciesUnstated } from './objectives/dependencies-unstated.js';
import { dependencySlowerThanService } from './objectives/dependency-slower-than-service.js';
import { kindMisspelt } from './objectives/kind-misspelt.js';
import { kindUnstated } from './objectives/kind-unstated.js';
import { manualFailoverExceedsRto } from './objectives/manual-failover-exceeds-rto.js';
import { objectiveInverted } from './objectives/objective-inverted.js';
import { objectiveMissing } from './objectives/objective-missing.js';
import { objectiveUnknown } from './objectives/objective-unknown.js';
import { rpoAboveCap } from './objectives/rpo-above-cap.js';
import { rpoBroken } from './objectives/rpo-broken.js';
import { rtoAboveCap } from './objectives/rto-above-cap.js';
import { rtoBroken } from './objectives/rto-broken.js';
import { rtoRpoNeedDifferentOptions } from './objectives/rto-rpo-need-different-options.js';
import { tierInversion } from './objectives/tier-inversion.js';
import { activationAuthorityMissing } from './operations/activation-authority-missing.js';
import { activationExceedsRto } from './operations/activation-exceeds-rto.js';
import { crisisAudienceMissing } from './operations/crisis-audience-missing.js';
import { crisisChannelInBlastRadius } from './operations/crisis-channel-in-blast-radius.js';
import { crisisChannelMissing } from './operations/crisis-channel-missing.js';
import { crisisChannelUntested } from './operations/crisis-channel-untested.js';
import { deputySharesBuilding } from './operations/deputy-shares-building.js';
import { planInBlastRadius } from './operations/plan-in-blast-radius.js';
import { recoveryRoleUnfilled } from './operations/recovery-role-unfilled.js';
import { recoveryRoleUntrained } from './operations/recovery-role-untrained.js';
import { recoveryStepsMissing } from './operations/recovery-steps-missing.js';
import { reportDutyAtRisk } from './operations/report-duty-at-risk.js';
import { runbookStale } from './operations/runbook-stale.js';
import { copiesShareBuilding } from './placement/copies-share-building.js';
import { copiesShareDomain } from './placement/copies-share-domain.js';
import { copiesTooClose } from './placement/copies-too-close.js';
import { dataOutsideCountries } from './placement/data-outside-countries.js';
import { locationUnproven } from './placement/location-unproven.js';
import { quorumLostWithOneDomain } from './placement/quorum-lost-with-one-domain.js';
import { singleLocation } from './placement/single-location.js';
import { siteOvercommittedAfterFailover } from './placement/site-overcommitted-after-failover.js';
import { sitesShareDomain } from './placement/sites-share-domain.js';
import { survivorsLackCapacity } from './placement/survivors-lack-capacity.js';
import type { Rule } from './rule.js';

/** The catalogue, by group and then by name. A rule exists when it stands here. */
export const rules: readonly Rule[] = [
  copiesShareBuilding,
  copiesShareDomain,
  copiesTooClose,
  dataOutsideCountries,
  locationUnproven,
  quorumLostWithOneDomain,
  singleLocation,
  siteOvercommittedAfterFailover,
  sitesShareDomain,
  survivorsLackCapacity,
  dataUnstated,
  dependenciesUnstated,
  dependencySlowerThanService,
  kindMisspelt,
  kindUnstated,
  manualFailoverExceedsRto,
  objectiveInverted,
  objectiveMissing,
  objectiveUnknown,
  rpoAboveCap,
  rpoBroken,
  rtoAboveCap,
  rtoBroken,
  rtoRpoNeedDifferentOptions,
  tierInversion,
  backupCopiesFew,
  backupIntervalExceedsRpo,
  backupKeyLostWithData,
  backupMissing,
  backupMutable,
  backupNeverRestored,
  backupRetentionShort,
  backupSameAuthority,
  backupWithPrimary,
  restoreSlowerThanDeclared,
  restoreTooSlow,
  circularRecovery,
  externalConcentration,
  externalRecoveryUnstated,
  monitoringInBlastRadius,
  recoveryToolInBlastRadius,
  runbookInBlastRadius,
  statusPageInBlastRadius,
  weakLink,
  drillFailed,
  drillFindingOpen,
  drillMissedObjective,
  drillMissing,
  drillOutdatedByChange,
  drillSlowerThanDependents,
  drillStale,
  drillTooNarrow,
  drillTooShallow,
  evidenceMissing,
  scenarioNeverExercised,
  activationAuthorityMissing,
  activationExceedsRto,
  crisisAudienceMissing,
  crisisChannelInBlastRadius,
  crisisChannelMissing,
  crisisChannelUntested,
  deputySharesBuilding,
  planInBlastRadius,
  recoveryRoleUnfilled,
  recoveryRoleUntrained,
  recoveryStepsMissing,
  reportDutyAtRisk,
  runbookStale,
  backupPowerMissing,
  batteryFireUnprepared,
  batteryRoomShared,
  facilityClassLow,
  facilityClassUnproven,
  fireUncontained,
  fuelShort,
  hazardUnprotected,
  singlePowerPath,
  utilityTestStale,
  zonedPowerOffMissing,
  biaMissing,
  biaStale,
  criticalityMissing,
  downtimeOverBudget,
  failbackUnplanned,
  independentReviewMissing,
  inventoryStale,
  ownerMissing,
  ownerUnlisted,
  planMissing,
  planStale,
  planUnapproved,
  planUnexercised,
  planUnowned,
  serviceWithoutPlan,
  supplierAgreementWeak,
  supplierEvidenceStale,
  supplierExitMissing,
  supplierMissing,
  supplierSlowerThanService,
  waiverExpired,
  waiverTooBroad,
  waiverUnused,
];
