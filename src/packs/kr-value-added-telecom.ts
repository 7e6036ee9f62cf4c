import { control, type Pack } from './pack.js';

export const krValueAddedTelecom: Pack = {
  name: 'kr-value-added-telecom',
  title: '방송통신발전 기본법 제35조, value-added telecommunications and data centres',
  about:
    'Large value-added operators and data centres in Korea that fall under the plans for disasters in broadcasting and telecommunications since 2023. Taken from secondary sources.',
  severities: { 'recovery-tool-in-blast-radius': 'critical', 'crisis-channel-in-blast-radius': 'high' },
  thresholds: [
    {
      of: 'maxAge',
      option: 'drill',
      value: '12mo',
      stricter: 'least',
      source: 'guidance',
      basis: 'the guidelines for the plans ask for drills; that they are yearly is from memory',
      verify: true,
    },
  ],
  controls: [
    control(
      '방송통신발전 기본법 제35조',
      'Fall under disaster plans as a large value-added operator or data centre',
      ['recovery-steps-missing', 'runbook-stale', 'plan-missing', 'service-without-plan', 'plan-stale'],
      { verify: true },
    ),
    control(
      '방송통신발전 기본법 시행령 제23조③ 담당자',
      'Have a manager and a unit for disasters',
      ['recovery-role-unfilled', 'deputy-shares-building', 'owner-missing', 'owner-unlisted'],
      { needs: ['plan-missing'], verify: true },
    ),
    control(
      '방송통신발전 기본법 시행령 제23조③ 분산·다중화',
      'Spread and multiply services over places',
      [
        'single-location',
        'weak-link',
        'copies-share-building',
        'copies-share-domain',
        'sites-share-domain',
        'recovery-tool-in-blast-radius',
        'quorum-lost-with-one-domain',
      ],
      { needs: ['location-unproven', 'objective-unknown', 'kind-misspelt', 'kind-unstated'], verify: true },
    ),
    control(
      '방송통신발전 기본법 시행령 제23조③ 경보',
      'Have levels of alert and criteria to activate the plan',
      ['activation-authority-missing', 'activation-exceeds-rto'],
      { needs: ['plan-missing'], verify: true },
    ),
    control(
      '방송통신발전 기본법 시행령 제23조③ 장애 보고',
      'Report outages and inform users',
      [
        'crisis-audience-missing',
        'crisis-channel-missing',
        'crisis-channel-in-blast-radius',
        'crisis-channel-untested',
        'report-duty-at-risk',
      ],
      { needs: ['plan-missing'], verify: true },
    ),
    control(
      '방송통신발전 기본법 시행령 제23조③ 실시간 감시',
      'Watch services in real time, by something that survives',
      ['monitoring-in-blast-radius', 'status-page-in-blast-radius'],
      { onlyGaps: true, verify: true },
    ),
    control(
      '방송통신발전 기본법 시행령 제23조③ 훈련',
      'Drill',
      [
        'drill-missing',
        'drill-stale',
        'drill-outdated-by-change',
        'drill-too-shallow',
        'drill-too-narrow',
        'plan-unexercised',
      ],
      { needs: ['plan-missing'], verify: true },
    ),
    control(
      '전기통신사업법 제22조의7',
      'Keep the service stable as a large value-added operator',
      ['survivors-lack-capacity', 'site-overcommitted-after-failover', 'external-concentration'],
      { needs: ['supplier-missing', 'dependencies-unstated'], onlyGaps: true, verify: true },
    ),
  ],
};
