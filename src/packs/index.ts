import { apraCps230 } from './apra-cps-230.js';
import { awsDr } from './aws-dr.js';
import { backup32110 } from './backup-32110.js';
import { dora } from './dora.js';
import { doraCcp } from './dora-ccp.js';
import { doraCsd } from './dora-csd.js';
import { doraVenue } from './dora-venue.js';
import { ffiecBcm } from './ffiec-bcm.js';
import { iso22301 } from './iso-22301.js';
import { iso27001 } from './iso-27001.js';
import { kisaIsmsP } from './kisa-isms-p.js';
import { krDatacenter } from './kr-datacenter.js';
import { krEfsr } from './kr-efsr.js';
import { krEfsrInsurer } from './kr-efsr-insurer.js';
import { krValueAddedTelecom } from './kr-value-added-telecom.js';
import { masTrm } from './mas-trm.js';
import { nistCpHigh } from './nist-cp-high.js';
import { nistCpLow } from './nist-cp-low.js';
import { nistCpModerate } from './nist-cp-moderate.js';
import { nydfs500 } from './nydfs-500.js';
import { rbiIt2023 } from './rbi-it-2023.js';
import { soc2A1 } from './soc2-a1.js';
import type { Pack } from './pack.js';

/** Every pack by its name, in the order in which they are listed. A pack exists when it stands here. */
export const packs: ReadonlyMap<string, Pack> = new Map(
  [
    nistCpLow,
    nistCpModerate,
    nistCpHigh,
    iso22301,
    iso27001,
    dora,
    doraCcp,
    doraCsd,
    doraVenue,
    masTrm,
    ffiecBcm,
    nydfs500,
    soc2A1,
    apraCps230,
    rbiIt2023,
    krEfsr,
    krEfsrInsurer,
    krDatacenter,
    krValueAddedTelecom,
    kisaIsmsP,
    backup32110,
    awsDr,
  ].map((pack) => [pack.name, pack]),
);
