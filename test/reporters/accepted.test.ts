import { describe, expect, it } from 'vitest';
import type { Report, ReportFinding } from '../../src/report/report.js';
import { reporters } from '../../src/reporters/index.js';
import { plain80 } from './fixtures/options.js';
import { elements, readXml } from './fixtures/read-xml.js';
import { mild, reportOf, weakTool, wholeDomain } from './fixtures/report-fixtures.js';

const waived: ReportFinding = {
  ...weakTool,
  waiver: {
    id: 'W-1',
    owner: '@payments',
    expires: '2026-12-31',
    daysLeft: 30,
    reason: 'second site contract signed',
  },
};
const known: ReportFinding = { ...wholeDomain, baseline: 'known' };
const report: Report = reportOf([waived, known, { ...mild, baseline: 'new' }]);

async function render(name: string): Promise<string> {
  const reporter = await reporters.get(name)?.load();
  return reporter?.(report, plain80) ?? '';
}

describe('a finding that is waived or in the baseline', () => {
  it.each(['sarif', 'github', 'gitlab', 'checkstyle', 'rdjson'])('is no alert: %s', async (name) => {
    const text = await render(name);
    expect(text).toContain('mail has no owner');
    expect(text).not.toContain(weakTool.message);
    expect(text).not.toContain(wholeDomain.message);
  });

  it('is counted where it is not listed', async () => {
    expect(await render('sarif')).toContain('2 findings waived or in the baseline: not among the results');
    expect(await render('summary')).toContain('- of these 2 findings waived or in the baseline, not listed\n');
    expect(await render('summary')).not.toContain(wholeDomain.message);
  });

  it('is a skipped test that says who accepted it and until when', async () => {
    const document = readXml(await render('junit'));
    const messages = elements(document, 'skipped').map(({ attributes }) => attributes['message']);
    expect(messages).toContain('waived until 2026-12-31 by @payments: second site contract signed');
    expect(messages).toContain('in the baseline, and no worse');
    expect(elements(document, 'failure')).toEqual([]);
  });

  it('is listed with its acceptance in documents', async () => {
    expect(await render('markdown')).toContain('- accepted: waived until 2026-12-31 by @&#8203;payments: second site');
    expect(await render('csv')).toContain('v1:00000000000000a1,waived until 2026-12-31 by @payments: second site');
    expect(await render('jsonl')).toContain('"waiver":{');
  });
});
