import { describe, expect, it } from 'vitest';
import { compact } from '../../src/reporters/compact.js';
import { plain80 } from './fixtures/options.js';
import { mild, reportOf, unauditedReport, unknownReference, weakTool } from './fixtures/report-fixtures.js';

describe('compact', () => {
  it('prints a line for each finding, in the form that problem matchers read', () => {
    expect(compact(reportOf([weakTool, mild]), plain80).split('\n')).toEqual([
      `inventory/tools.yaml:6:15: critical[recovery-tool-in-blast-radius] failover-console: ${weakTool.message}`,
      'inventory/services.yaml:120:8: low[owner-missing] mail: mail has no owner',
      '',
    ]);
  });

  it('prints problems with their help', () => {
    expect(compact(unauditedReport([unknownReference]), plain80)).toBe(
      'inventory/services.yaml:8:18: error[reference]: service chat depends on "acount", which is not defined (did you mean "account"?)\n',
    );
  });

  it('prints nothing when there is nothing to say', () => {
    expect(compact(reportOf([]), plain80)).toBe('');
    expect(compact(reportOf([mild]), { ...plain80, minSeverity: 'high' })).toBe('');
  });
});
