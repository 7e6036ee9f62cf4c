export { audit, type AuditOptions } from './audit.js';
export { severities, type Severity } from './finding.js';
export type * from './report/report.js';
export type { RuleSetting, RuleSettings } from './rules/rule-setting.js';
export { rules } from './rules/index.js';
export type { Rule } from './rules/rule.js';
export type { SourceFile } from './source/source-file.js';
export { version } from './version.js';
