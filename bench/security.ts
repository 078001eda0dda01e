import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { Benchmark, BenchmarkTable } from './benchmark';
import type { Measured } from './security-run';

type Json = Record<string, unknown>;

interface LabLine {
  readonly control: { readonly url: string; readonly token: string };
  readonly settings: { readonly security: string };
}

interface LabDevice {
  readonly guid: string;
  readonly deviceId: string;
  readonly mailbox: string;
  readonly firstSyncTime: string;
  readonly clientType: string;
  readonly accessState: string;
}

const SIZES = [1000, 3000, 10_000];
const RULES = 300;
/** One action in so many is a wipe. The lab keeps each in mind at every further change, so many would measure the lab. */
const WIPE_EVERY = 50;

/** 10,000 actions in one run, the pass after it that has nothing to do, and several hundred rules. */
export const security: Benchmark = {
  name: 'security',
  title: 'EASConnectorSecurity',
  async run(say) {
    const rows: string[][] = [];
    const rules: string[][] = [];
    for (const size of SIZES) {
      say(`${String(size)} actions`);
      await withLab(size * 2, async (lab, folder) => {
        const settings = settingsOf(lab, await actionsOf(lab, size));
        const first = await runOnce(settings, folder);
        rows.push(rowOf(`${String(size)} actions`, size, first));
        say(JSON.stringify(first));
        const again = await runOnce(settings, folder);
        rows.push(rowOf('the next run', size, again));
        say(JSON.stringify(again));
      });
    }
    say(`${String(RULES)} rules`);
    await withLab(5000, async (lab, folder) => {
      const settings = { ...settingsOf(lab, []), desiredAccess: desiredRules() };
      const first = await runOnce(settings, folder);
      const again = await runOnce(settings, folder);
      rules.push(rowOf(`${String(RULES)} rules made`, RULES, first), rowOf('the next run', RULES, again));
      say(JSON.stringify([first, again]));
    });
    return [actionsTable(rows), rulesTable(rules)];
  },
};

const HEAD = ['', 'time', 'processor', 'processor each', 'peak memory', 'cmdlet calls', 'changes'];

function actionsTable(rows: readonly (readonly string[])[]): BenchmarkTable {
  const text =
    'Actions in one run over the admin API, against a lab in a process of its own: allow, block, removal, and one wipe in ' +
    `${String(WIPE_EVERY)}. Time is mostly the lab's; processor time and memory are the connector's. In the next run ` +
    'everything is final but the wipes, which are looked at: two calls each.';
  return { text, head: HEAD, rows };
}

function rulesTable(rows: readonly (readonly string[])[]): BenchmarkTable {
  const text = 'Device access rules as desired state, in an organization of 5,000 partnerships.';
  return { text, head: HEAD, rows };
}

function rowOf(name: string, size: number, { seconds, cpuSeconds, peakMiB, calls, changes }: Measured): string[] {
  return [
    name,
    `${seconds.toFixed(1)} s`,
    `${cpuSeconds.toFixed(1)} s`,
    `${((cpuSeconds / size) * 1000).toFixed(2)} ms`,
    `${peakMiB.toFixed(0)} MiB`,
    String(calls),
    String(changes),
  ];
}

/** Starts a lab in a process of its own. */
async function withLab(devices: number, work: (lab: LabLine, folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'eas-bench-'));
  const program = join(__dirname, '../cli/main.js');
  const args = [program, 'lab', '--devices', String(devices), '--seed', '7', '--wipes', '0'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], cwd: folder });
  try {
    await work(await firstLine(child), folder);
  } finally {
    child.kill('SIGTERM');
    await once(child, 'close');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function firstLine(child: ChildProcess): Promise<LabLine> {
  if (!child.stdout) throw new Error('the lab has no stdout');
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line) as LabLine;
  throw new Error('the lab did not start');
}

/** Actions on partnerships of their own: four in ten allow, four block, the rest remove or wipe. */
async function actionsOf({ control }: LabLine, count: number): Promise<Json[]> {
  const actions: Json[] = [];
  for (let offset = 0; actions.length < count; offset += 10_000) {
    const response = await fetch(`${control.url}/lab/devices?offset=${String(offset)}&limit=10000`, {
      headers: { authorization: `Bearer ${control.token}` },
    });
    const { devices } = (await response.json()) as { readonly devices: readonly LabDevice[] };
    if (devices.length === 0) throw new Error('the lab has too few devices');
    for (const device of devices) {
      if (device.clientType !== 'EAS' || actions.length >= count) continue;
      actions.push(actionOn(device, actions.length));
    }
  }
  return actions;
}

function actionOn({ guid, deviceId, mailbox, firstSyncTime }: LabDevice, index: number): Json {
  const id = `bench-${String(index)}`;
  const partnership = { guid, firstSyncTime };
  const device = { mailbox, deviceId };
  if (index % WIPE_EVERY === 0) return { id, wipe: { partnership, kind: 'WIPE_KIND_WHOLE_DEVICE' } };
  if (index % 10 < 4) return { id, allowDevice: { device } };
  if (index % 10 < 8) return { id, blockDevice: { device } };
  return { id, removePartnership: { partnership } };
}

function settingsOf({ settings }: LabLine, actions: readonly Json[]): Json {
  return {
    ...(JSON.parse(readFileSync(settings.security, 'utf8')) as Json),
    actions,
    limits: { runTimeout: '7200s', maxConcurrentCommands: 8 },
    logging: { level: 'LOG_LEVEL_WARN' },
    safety: { maxDestructivePerRun: 100_000, maxDestructivePerDay: 1_000_000 },
  };
}

function desiredRules(): Json {
  const rules = Array.from({ length: RULES }, (_, index) => ({
    characteristic: 'CHARACTERISTIC_DEVICE_MODEL',
    queryString: `Bench model ${String(index)}`,
    accessLevel: index % 2 === 0 ? 'ACCESS_LEVEL_BLOCK' : 'ACCESS_LEVEL_QUARANTINE',
  }));
  return { rules: { rules }, maxDevicesLosingAccess: 1_000_000 };
}

async function runOnce(settings: Json, folder: string): Promise<Measured> {
  const file = join(folder, 'settings.json');
  writeFileSync(file, JSON.stringify(settings));
  const program = join(__dirname, 'security-run.js');
  const { stdout } = await promisify(execFile)(process.execPath, [program, file, folder], { maxBuffer: 1 << 26 });
  return JSON.parse(stdout) as Measured;
}
