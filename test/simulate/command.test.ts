import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { firebreak, folderWith, root, type Outcome } from '../cli/fixtures/firebreak.js';
import { fates } from './inventories.js';

const kakao = join(root, 'examples/incidents/kakao-2022/revealed');
let cwd = '';

beforeAll(() => {
  cwd = folderWith({
    'inventory/all.yaml': fates,
    'wrong/wrong.yaml': 'version: 1\nservices:\n  chat:\n    owmer: talk\n',
    'ends/ends.yaml': fates.replace('north: { kind: building }', 'north: { kind: building, lasts: 1d }'),
    'calm/calm.yaml': `version: 1
locations: { north: { kind: building }, south: { kind: building } }
services:
  calm:
    objectives: { rto: 1h, survive: [building] }
    replicas: [{ at: north, role: primary }, { at: south, role: standby, readiness: hot }]
    recovery: { mode: automatic, detect: 5m, execute: 20m, uses: [] }
`,
    'torn/torn.yaml': `version: 1
locations: { north: { kind: building }, south: { kind: building } }
services:
  store:
    objectives: { rto: 2h, rpo: 1d, survive: [building] }
    data: { size: 1GB }
    replicas: [{ at: north, role: primary }, { at: south, role: standby, lag: 5s, startup: 1m }]
    recovery: { mode: automatic, detect: 1m, uses: [] }
    backups: { nightly: { at: south, every: 12h, takes: 1h, restore: { to: south, time: 1h } } }
`,
    'planned/planned.yaml':
      'version: 1\nlocations:\n  next: { kind: building, status: planned }\nservices:\n  chat: { failsWith: [] }\n',
  });
});

const run = (...args: readonly string[]): Outcome => firebreak(args, { cwd, env: { COLUMNS: '80' } });
const columns = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));

describe('firebreak simulate', () => {
  it('finds the inventory as audit does, and ends clean whatever it finds', () => {
    const { code, stdout, stderr } = run('simulate', '--lose', 'north');
    expect(code).toBe(0);
    expect(stdout).toContain('At once: 8 of 10 services down');
    expect(stderr).toContain('inventory/all.yaml');
    expect(columns(stdout)).toBeLessThanOrEqual(80);
  });

  it('takes several things to lose, by commas and by repeating the flag', () => {
    const once = run('simulate', '--lose', 'north,south', '-f', 'json');
    const twice = run('simulate', '--lose', 'south', '--lose', 'north', '-f', 'json');
    expect(once.stdout).toBe(twice.stdout);
    expect(JSON.parse(once.stdout)).toMatchObject({ lost: ['north', 'north-1', 'south', 'south-1'] });
  });

  it('adds up scenarios, corruption and what lasts', () => {
    const { stdout } = run('simulate', '--scenario', 'flood', '--corrupt', 'ledger', '--lasts', '1d', '-f', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      event: { lose: ['north'], corrupt: ['ledger'], scenarios: ['flood'], lasts: 86_400, destroys: false },
    });
  });

  it('prints the plan as Markdown', () => {
    expect(run('simulate', '--lose', 'north', '--plan').stdout).toMatch(/^# Recovery plan for: loss of north\n/);
  });

  it('ranks every single loss, or those of one kind', () => {
    expect(run('simulate', '--worst').stdout).toContain('4 failure domains');
    const { losses } = JSON.parse(run('simulate', '--worst', 'building', '-f', 'json').stdout);
    expect(losses).toHaveLength(2);
    expect(run('simulate', '--worst', './planned').stdout).toContain('0 failure domains');
    expect(run('simulate', '--worst', 'inventory/all.yaml').stdout).toContain('4 failure domains');
  });

  it('loses nothing with a place that is only planned, and says so', () => {
    const { code, stdout } = run('simulate', '--lose', 'next', 'planned');
    expect(code).toBe(0);
    expect(stdout).toContain('planned next: nothing is lost with what is not there yet');
  });

  it.each([
    [['--lose', 'nrth'], 'did you mean "north"?'],
    [['--corrupt', 'ledgr'], 'did you mean "ledger"?'],
    [['--scenario', 'flod'], 'did you mean "flood"?'],
    [['--worst', 'bilding'], 'did you mean "building"?'],
    [['--worst', 'planned'], 'paths go in front of --worst'],
    [['--corrupt', 'north'], 'there is no service "north"'],
    [[], 'takes something to lose'],
    [['--worst', 'building', '--lose', 'north'], '--worst tries every single loss'],
    [['--worst', 'building', '--plan'], '--worst tries every single loss'],
    [['--lose', 'north', '--lasts', '4'], 'no unit'],
    [['--lose', 'north,'], 'ids, separated by commas'],
    [['--lose', 'north', '-f', 'html'], 'pretty, json, markdown'],
  ])('refuses %j as wrong usage', (args, message) => {
    const { code, stdout, stderr } = run('simulate', ...args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
  });

  it('shows what is wrong with an inventory instead of simulating half of it', () => {
    const { code, stdout, stderr } = run('simulate', '--lose', 'chat', 'wrong');
    expect(code).toBe(3);
    expect(stdout).toBe('');
    expect(stderr).toContain('wrong/wrong.yaml:4:5');
    expect(stderr).toContain('owner');
  });

  it('has no inventory to simulate in an empty folder', () => {
    expect(firebreak(['simulate', '--lose', 'a'], { cwd: folderWith({}) }).code).toBe(3);
  });

  it('prints its schema', () => {
    expect(JSON.parse(run('schema', 'simulation').stdout)).toMatchObject({ title: 'Simulation' });
  });
});

describe('firebreak explain service --if-lost', () => {
  const explained = (service: string, lose: string, ...paths: readonly string[]): string => {
    const { code, stdout, stderr } = run('explain', 'service', service, '--if-lost', lose, ...paths);
    expect([code, stderr.replace(/.*auditing.*\n/, '')]).toEqual([0, '']);
    return stdout;
  };

  it.each(['chat', 'quick', 'open', 'web', 'ledger', 'alone', 'steady'])(
    'of %s is as in its golden',
    async (service) => {
      await expect(explained(service, 'north')).toMatchFileSnapshot(`golden/if-lost-${service}.txt`);
    },
  );

  it('of auth is as in its golden', async () => {
    await expect(explained('auth', 'sk-pangyo', kakao)).toMatchFileSnapshot('golden/if-lost-auth.txt');
  });

  it('keeps to 80 columns', () => {
    expect(columns(explained('auth', 'sk-pangyo', kakao))).toBeLessThanOrEqual(80);
  });

  it('says what no execution time would meet, and which other step would: 41m for the console, 5m to redirect', () => {
    const text = explained('chat', 'north').replace(/\s+/g, ' ');
    expect(text).toContain('wait for console 41m + redirect already take 46m of 30m: no execution time would meet it');
  });

  it('says up to which time a step would do: 30m - detect 5m - redirect 5m', () => {
    expect(explained('quick', 'north')).toContain('with execute up to 20m the RTO of 30m would hold');
    expect(explained('open', 'north')).toContain('with execute up to 20m the RTO of 30m would hold');
  });

  it('says how much there is to spare: 1h - the other of 5m and 20m', () => {
    const text = explained('calm', 'north', 'calm').replace(/\s+/g, ' ');
    expect(text).toContain('the RTO of 1h holds as long as execute takes no more than 55m');
    expect(text).toContain('the RTO of 1h holds as long as detect takes no more than 40m');
  });

  it('says that a dependency, or the loss itself, is too long', () => {
    expect(explained('web', 'north').replace(/\s+/g, ' ')).toContain(
      'waits for chat, ready after 1h1m of 30m: no time of its own would meet it',
    );
    expect(explained('alone', 'north,south', 'ends').replace(/\s+/g, ' ')).toContain(
      'nothing brings it back before the loss is over, 4d of 30m: no time of its own would meet it',
    );
  });

  it('relies on no restore that a failover of unknown length may displace', () => {
    const text = explained('store', 'north', 'torn').replace(/\s+/g, ' ');
    expect(text).toContain('ready 2m–never loses 5s–13h RTO 2h: unknown');
    expect(text).toContain('restore: a failover or rebuild may come first, and nobody knows when');
    expect(text).toContain('at worst store loses the last 13h that the copy it comes back from may lack');
    expect(text).toContain('restore at best: 1h1m = detect 1m + transfer 1h');
  });

  it('says what no time would help', () => {
    expect(explained('alone', 'north')).toContain('fails for want of a copy outside north: no time would help');
    expect(explained('alone', 'north,south')).toContain('fails for want of a copy outside north, south');
  });

  it('takes failure domains and services that there are', () => {
    expect(run('explain', 'service', 'chat', '--if-lost', 'nrth')).toMatchObject({ code: 2, stdout: '' });
    expect(run('explain', 'service', 'chta', '--if-lost', 'north').stderr).toContain('did you mean "chat"?');
    expect(run('explain', 'weak-link', '--if-lost', 'north').stderr).toContain('--if-lost goes with a service');
  });
});
