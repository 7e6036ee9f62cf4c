import { control, type Pack } from './pack.js';

export const krDatacenter: Pack = {
  name: 'kr-datacenter',
  title: '집적정보 통신시설 보호지침 (2024) and 디지털서비스 안정성 강화방안 (2023)',
  about:
    'Data centres in Korea: batteries, power, fire and water, as asked for after the fire of October 2022. The annex itself was not read; taken from what was published about it.',
  severities: {
    'battery-room-shared': 'high',
    'battery-fire-unprepared': 'high',
    'single-power-path': 'high',
    'backup-power-missing': 'high',
  },
  thresholds: [],
  controls: [
    control(
      '집적정보 통신시설 보호지침 별표 배터리실 분리',
      'Keep batteries in a room of their own, without other electrical gear',
      ['battery-room-shared'],
      { verify: true },
    ),
    control('집적정보 통신시설 보호지침 별표 배터리 간격', 'Keep a distance between battery racks', [], {
      verify: true,
    }),
    control(
      '집적정보 통신시설 보호지침 별표 배터리 차단',
      'Be able to cut the UPS off from its batteries',
      ['battery-fire-unprepared', 'zoned-power-off-missing'],
      { verify: true },
    ),
    control(
      '집적정보 통신시설 보호지침 별표 BMS 감시',
      'Watch batteries at least every ten seconds and detect gas',
      [],
      { verify: true },
    ),
    control(
      '집적정보 통신시설 보호지침 별표 소화·배기',
      'Suppress fire and exhaust gas fast',
      ['battery-fire-unprepared', 'fire-uncontained'],
      { verify: true },
    ),
    control('집적정보 통신시설 보호지침 별표 침수 방지', 'Keep water out of what matters', ['hazard-unprotected'], {
      verify: true,
    }),
    control(
      '집적정보 통신시설 보호지침 별표 UPS 이중화',
      'Double UPS and batteries; have a generator',
      ['backup-power-missing'],
      { verify: true },
    ),
    control('집적정보 통신시설 보호지침 별표 수전 이중화', 'Take power from two substations', ['single-power-path'], {
      verify: true,
    }),
    control(
      '디지털서비스 안정성 강화방안 2023 배터리 용량',
      'Limit the battery capacity of each fire compartment',
      [],
      { verify: true },
    ),
    control(
      '디지털서비스 안정성 강화방안 2023 단계별 차단',
      'Cut power in stages, remotely, with a bypass',
      ['zoned-power-off-missing'],
      { verify: true },
    ),
    control(
      '디지털서비스 안정성 강화방안 2023 핵심서비스 분산',
      "Spread core services so that one data centre's loss does not stop them",
      [
        'copies-share-building',
        'copies-share-domain',
        'sites-share-domain',
        'single-location',
        'weak-link',
        'recovery-tool-in-blast-radius',
      ],
      { needs: ['location-unproven', 'objective-unknown', 'kind-misspelt', 'kind-unstated'], verify: true },
    ),
    control(
      '정보통신망법 제46조',
      'Protect data centres, and report when service stops',
      ['report-duty-at-risk', 'fire-uncontained'],
      { verify: true },
    ),
  ],
};
