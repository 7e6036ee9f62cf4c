import { audit } from '../audit.js';
import { checkedOutCommit } from './checked-out-commit.js';
import { noInventory } from './choose-inputs.js';
import type { AuditFlags } from './flags.js';
import { prepareAudit } from './prepare-audit.js';
import type { ReportFlags } from './report-flags.js';
import type { ReportSubject } from './report-subject.js';
import { isSavedReport } from './is-saved-report.js';
import { refuseSelectingNobody } from './refuse-selecting-nobody.js';
import { tellIdleOverrides } from './tell-idle-overrides.js';
import { pathsAsSeenFrom } from './shown-path.js';
import { tell } from './print.js';
import { unauditedReport } from './unaudited-report.js';
import { sameInventory } from './same-inventory.js';
import { sourceTexts } from './source-texts.js';

/** The inventory as it is now, audited with everything that a document shows. */
export function auditedSubject(operands: readonly string[], flags: ReportFlags): ReportSubject {
  const cwd = process.cwd();
  const { settings, inputs, options, policyFiles, texts } = prepareAudit(operands, ofAudit(flags));
  const { sources, files, root, lookedInVain } = inputs;
  const missing = lookedInVain === undefined ? undefined : noInventory(lookedInVain);
  // Nobody asked for a file by its name that could be an old one.
  if (missing !== undefined && flags.format === undefined) throw missing;
  if (missing !== undefined) tell(missing.message, missing.help);
  const made = missing === undefined ? audit(sources, { ...options, detail: true }) : unauditedReport(options, missing);
  refuseSelectingNobody(made);
  tellIdleOverrides(made, { settings, inputs, quiet: flags.quiet });
  return {
    report: made,
    surroundings: {
      showPath: pathsAsSeenFrom(cwd, root),
      sourceText: sourceTexts(texts),
      ownRules: settings.ownRules.rules,
      same: sameInventory(operands, flags, settings, cwd),
    },
    files: [...files, ...policyFiles],
    now: made.run.now,
    commit: flags.commit ?? checkedOutCommit(cwd, [...files, ...policyFiles]),
  };
}

/** A saved report is nothing that an audit could compare with. */
function ofAudit(flags: ReportFlags): AuditFlags {
  const { since, ...rest } = flags;
  return since === undefined || isSavedReport(since) ? rest : { ...rest, since };
}
