import { isBadSetup } from '../report/judge-gate.js';
import type { Report } from '../report/report.js';
import { plural } from './plural.js';

/** Why a gate fails besides the findings that it counts; empty where it does not. */
export function gateReasons({ gate, change, baseline, findings, run }: Report): readonly string[] {
  if (gate.result !== 'fail') return [];
  const weakened = gate.failOnWeakened === true ? (change?.weakened.length ?? 0) : 0;
  const unreadable = gate.failOnWeakened === true && change?.base.policy === 'unreadable';
  const stale = gate.strict === true ? (baseline?.fixed.length ?? 0) : 0;
  const setup = gate.strict === true ? findings.filter(isBadSetup).length : 0;
  return [
    ...(unreadable ? ['what was asked before cannot be read any more'] : []),
    ...(weakened === 0
      ? []
      : [`${plural(weakened, 'change')} ${weakened === 1 ? 'asks' : 'ask'} for less than before`]),
    ...(stale === 0 ? [] : [`${plural(stale, 'finding')} of the baseline ${stale === 1 ? 'is' : 'are'} fixed`]),
    ...(setup === 0 ? [] : [`${plural(setup, 'finding')} about waivers`]),
    ...(run.selected === 0 ? ['no service is selected'] : []),
  ];
}
