import type { Result } from 'sarif';
import type { Severity } from '../../finding.js';

export const sarifLevels: Readonly<Record<Severity, NonNullable<Result['level']>>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};
