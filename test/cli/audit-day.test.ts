import { describe, expect, it } from 'vitest';
import { auditDay, type DaySources } from '../../src/cli/audit-day.js';

const nothing: DaySources = {
  stated: undefined,
  sourceDateEpoch: undefined,
  settings: undefined,
  clock: new Date('2026-03-01T23:59:59Z'),
};

describe('the day of an audit', () => {
  it.each([
    ['the clock, in UTC', {}, '2026-03-01'],
    ['the settings before the clock', { settings: '2025-01-02' }, '2025-01-02'],
    ['SOURCE_DATE_EPOCH before the settings', { settings: '2025-01-02', sourceDateEpoch: '0' }, '1970-01-01'],
    ['what is stated before all', { stated: '2024-02-29', settings: '2025-01-02', sourceDateEpoch: '0' }, '2024-02-29'],
    ['the settings when SOURCE_DATE_EPOCH is empty', { settings: '2025-01-02', sourceDateEpoch: '' }, '2025-01-02'],
  ])('is that of %s', (_case, sources, day) => {
    expect(auditDay({ ...nothing, ...sources })).toBe(day);
  });

  it.each([
    { stated: '2025-02-29' },
    { stated: 'today' },
    { sourceDateEpoch: 'soon' },
    { sourceDateEpoch: '9'.repeat(30) },
  ])('is refused from %j', (sources) => {
    expect(() => auditDay({ ...nothing, ...sources })).toThrow(/2025-02-29|today|SOURCE_DATE_EPOCH/);
  });
});
