import { execFileSync, spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { getPartnerships } from '../plugin/exchange/cmdlets';
import type { ExchangeSession } from '../plugin/exchange/exchange-session';
import { openSession } from '../plugin/transports/open-session';
import { decodeManageSettings, settingsFromJson } from '../protocol';
import type { Benchmark, BenchmarkTable } from './benchmark';
import { withLab, type Json, type LabProcess } from './lab-process';

interface Options {
  readonly devices: number;
  readonly pwsh: string;
  /** A Python that has pypsrp. */
  readonly python: string | undefined;
}

/** What reading a list once took. */
interface Reading {
  readonly way: string;
  readonly objects: number;
  readonly seconds: number;
  /** Of the reader alone. */
  readonly cpuSeconds: number;
  /** How much its memory grew meanwhile, at most. */
  readonly grownMiB: number;
}

const DEVICES = 20_000;
const TURNS = 3;

/** One list of partnerships, by every way that there is to a lab in a process of its own. */
export const wsman: Benchmark = benchmarkWith({
  devices: DEVICES,
  pwsh: process.env['EAS_PWSH'] ?? 'pwsh',
  python: undefined,
});

function benchmarkWith(options: Options): Benchmark {
  return {
    name: 'wsman',
    title: 'Remote PowerShell without a PowerShell',
    withArguments: (args) => {
      const known = {
        devices: { type: 'string' },
        pwsh: { type: 'string' },
        'pypsrp-python': { type: 'string' },
      } as const;
      const { values } = parseArgs({ args: [...args], options: known });
      return benchmarkWith({
        devices: Number(values.devices ?? options.devices),
        pwsh: values.pwsh ?? options.pwsh,
        python: values['pypsrp-python'] ?? options.python,
      });
    },
    async run(say) {
      const readings: Reading[] = [];
      const keep = (reading: Reading): void => {
        say(`${reading.way}: ${String(reading.objects)} objects in ${reading.seconds.toFixed(2)} s`);
        if (reading.objects !== options.devices) throw new Error('the list is not whole');
        readings.push(reading);
      };
      const online = (lab: LabProcess): Promise<void> =>
        turns('adminApi', lab, lab.settings('manage')['connection'], keep);
      await withLab(options.devices, online, 'Online');
      await withLab(options.devices, (lab) => overRemoting(lab, options, keep), 'SE');
      return [tableOf(readings, options)];
    },
  };
}

async function overRemoting(
  lab: LabProcess,
  { pwsh, python }: Options,
  keep: (reading: Reading) => void,
): Promise<void> {
  await turns('psrp', lab, lab.settings('manage')['connection'], keep);
  if (python !== undefined) keep(readByPypsrp(python, lab));
  const { remoteExchange, environment } = lab.line.powershell;
  if (remoteExchange === undefined || spawnSync(pwsh, ['--version'], { timeout: 60_000 }).status !== 0) return;
  Object.assign(process.env, environment);
  const managementTools = { remoteExchangeScript: remoteExchange };
  await turns(
    'child',
    lab,
    { id: 'lab', transport: 'TRANSPORT_CHILD', managementTools, powerShell: { executable: pwsh } },
    keep,
  );
}

/** Reads the list several times in one session; the best turn counts. */
async function turns(
  way: string,
  lab: LabProcess,
  connection: unknown,
  keep: (reading: Reading) => void,
): Promise<void> {
  const session = await open(lab, connection as Json);
  try {
    let best: Reading | undefined;
    for (let turn = 0; turn < TURNS; turn++) {
      const reading = await read(way, session);
      if (!best || reading.seconds < best.seconds) best = reading;
    }
    if (best) keep(best);
  } finally {
    await session.close();
  }
}

function open(lab: LabProcess, connection: Json): Promise<ExchangeSession> {
  const json = { ...lab.settings('manage'), connection };
  const { bytes, problems } = settingsFromJson('EASConnectorManage', JSON.stringify(json));
  const { settings } = decodeManageSettings(bytes ?? new Uint8Array());
  if (!settings) throw new Error(JSON.stringify(problems));
  return openSession(settings.connection, settings.limits, {
    clock: Date.now,
    random: Math.random,
    sleep: async (ms, signal) => {
      await sleep(ms, undefined, { signal });
    },
    signal: new AbortController().signal,
    log: () => undefined,
  });
}

async function read(way: string, session: ExchangeSession): Promise<Reading> {
  const rssBefore = process.memoryUsage.rss();
  const cpuBefore = process.cpuUsage();
  const begun = performance.now();
  let objects = 0;
  let rss = rssBefore;
  const bounds = { signal: new AbortController().signal, deadline: Date.now() + 3_600_000 };
  for await (const device of session.invoke(getPartnerships(session.version), bounds)) {
    if (device.properties.size > 0) objects += 1;
    if (objects % 1000 === 0) rss = Math.max(rss, process.memoryUsage.rss());
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  const seconds = (performance.now() - begun) / 1000;
  return { way, objects, seconds, cpuSeconds: (user + system) / 1e6, grownMiB: (rss - rssBefore) / 2 ** 20 };
}

/** The same list by pypsrp: the list as its own objects. Address and password go over standard input. */
function readByPypsrp(python: string, lab: LabProcess): Reading {
  const script = [
    'import json, resource, sys, time',
    'from urllib.parse import urlparse',
    'from pypsrp.powershell import PowerShell, RunspacePool',
    'from pypsrp.wsman import WSMan',
    'lab = json.load(sys.stdin); url = urlparse(lab["url"])',
    'wsman = WSMan(url.hostname, port=url.port, path="PowerShell/?PSVersion=5.1.19041.1", ssl=True, auth="basic",',
    '  username=lab["username"], password=lab["password"], cert_validation=lab["caFile"], encryption="never")',
    'with RunspacePool(wsman, configuration_name="Microsoft.Exchange") as pool:',
    '  before = resource.getrusage(resource.RUSAGE_SELF); begun = time.perf_counter()',
    '  ps = PowerShell(pool); ps.add_cmdlet("Get-MobileDevice").add_parameter("ResultSize", "Unlimited"); ps.invoke()',
    '  seconds = time.perf_counter() - begun; after = resource.getrusage(resource.RUSAGE_SELF)',
    '  cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime',
    '  print(json.dumps({"objects": len(ps.output), "seconds": seconds, "cpuSeconds": cpu,',
    '    "grownMiB": (after.ru_maxrss - before.ru_maxrss) / 1024}))',
  ].join('\n');
  const input = JSON.stringify(lab.line.remotePowerShell);
  const given = execFileSync(python, ['-c', script], { input, encoding: 'utf8', timeout: 1_800_000 });
  return { way: 'pypsrp', ...(JSON.parse(given) as Omit<Reading, 'way'>) };
}

function tableOf(readings: readonly Reading[], { devices }: Options): BenchmarkTable {
  const each = (seconds: number): string => `${((seconds * 1e6) / devices).toFixed(0)} µs`;
  const slowest = readings.find(({ way }) => way === 'pypsrp');
  const factors = slowest ? readings.map(({ cpuSeconds }) => (slowest.cpuSeconds / cpuSeconds).toFixed(1)) : undefined;
  return {
    text:
      `A list of ${String(devices)} partnerships, read by one command from a lab in a process of its own (SE; Online for adminApi), best of ` +
      `${String(TURNS)} turns in one session. Most of the time is the lab's, which runs on the same processors; what the reader itself needs is ` +
      'in the column for processor time. pypsrp reads the list once and keeps it.',
    head: [
      'way',
      'partnerships a second',
      'reader, an object',
      'memory grown',
      ...(factors ? ['pypsrp / this, reader'] : []),
    ],
    rows: readings.map(({ way, seconds, cpuSeconds, grownMiB }, place) => [
      way,
      (devices / seconds).toFixed(0),
      each(cpuSeconds),
      `${grownMiB.toFixed(0)} MiB`,
      ...(factors ? [factors[place] ?? ''] : []),
    ]),
  };
}
