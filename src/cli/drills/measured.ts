import { InvalidArgumentError } from 'commander';
import { parseDuration } from '../../units/duration.js';

/** What was measured of a service, as durations are written: `chat=rto:22m,rpo:0s`. */
export interface Measured {
  readonly service: string;
  readonly times: Readonly<Record<string, string>>;
}

/** Reads one `--measured`, and adds it to the earlier ones. */
export function collectMeasured(value: string, earlier: readonly Measured[] | undefined): readonly Measured[] {
  const [, service = '', list = ''] = /^([^=]+)=(.+)$/.exec(value) ?? [];
  const times = new Map<string, string>();
  for (const part of list.split(',')) {
    const [, objective = '', text = ''] = /^\s*(rto|rpo):(\S+)\s*$/.exec(part) ?? [];
    if (objective === '' || times.has(objective)) throw new InvalidArgumentError('Write it like chat=rto:22m,rpo:0s.');
    const duration = parseDuration(text);
    if (!duration.ok) throw new InvalidArgumentError(`"${text}" ${duration.reason}; ${duration.help}.`);
    times.set(objective, text);
  }
  if (earlier?.some((one) => one.service === service) === true)
    throw new InvalidArgumentError(`${service} is measured twice.`);
  return [...(earlier ?? []), { service, times: Object.fromEntries([...times].sort().reverse()) }];
}
