import { parseArgs } from 'node:util';
import { performance } from 'node:perf_hooks';
import { InProcessPowerShell } from '../plugin/transports/in-process/in-process-powershell';
import { findEdgeParts } from '../plugin/transports/in-process/edge-parts';
import { loadBridge } from '../plugin/transports/in-process/load-bridge';
import { findPowerShellHome } from '../plugin/transports/in-process/powershell-home';
import { thisProcess } from '../plugin/transports/in-process/surroundings';
import type { Bridge } from '../plugin/transports/in-process/bridge';
import type { Connection } from '../protocol';

const PROPERTIES = [
  'Guid',
  'Identity',
  'DeviceId',
  'DeviceType',
  'DeviceModel',
  'DeviceOS',
  'DeviceUserAgent',
  'ClientType',
  'ClientVersion',
  'DeviceAccessState',
  'FirstSyncTime',
  'WhenChangedUTC',
  'IsManaged',
  'IsDisabled',
  'NumberOfFoldersSynced',
  'LastPingHeartbeat',
];

const MAKE = `
param([int] $Count)
foreach ($i in 1..$Count) {
  [pscustomobject]@{
    Guid = [guid]::NewGuid(); Identity = "user$i@contoso.example/ExchangeActiveSyncDevices/iPhone-$i"; DeviceId = "ApplDNP$i"
    DeviceType = 'iPhone'; DeviceModel = 'iPhone15C2'; DeviceOS = 'iOS 17.5.1 21F90'; DeviceUserAgent = 'Apple-iPhone15C2/2106.90'
    ClientType = 'EAS'; ClientVersion = '16.1'; DeviceAccessState = [System.DayOfWeek]::Friday
    FirstSyncTime = [datetime]::UtcNow; WhenChangedUTC = [datetime]::UtcNow; IsManaged = $true; IsDisabled = $false
    NumberOfFoldersSynced = $i; LastPingHeartbeat = 3540
  }
}`;
/** What is measured: objects that PowerShell has already, so only their way to Node; and such that it makes meanwhile. */
const SCRIPTS = { 'given from memory': '$global:EasBench', 'made on the way': MAKE };
const KEEP = `param([int] $Count, [string] $Make) $global:EasBench = @(& ([scriptblock]::Create($Make)) $Count)`;
const RUNS = 5;

/**
 * Measures what an object of 16 properties costs on its way from a runspace in this process.
 * @param args `--objects N`
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { objects: { type: 'string', default: '20000' } } });
  const count = Number(values.objects);
  const measured = { waitingMs: 0, bytes: 0 };
  const powerShell = await open(measured);
  try {
    const kept = new Map<string, number | string>([
      ['Count', count],
      ['Make', MAKE],
    ]);
    await drain(powerShell, KEEP, kept);
    for (const [name, script] of Object.entries(SCRIPTS)) {
      for (let turn = 0; turn < RUNS; turn++) {
        Object.assign(measured, { waitingMs: 0, bytes: 0 });
        const begun = performance.now();
        const parameters = new Map(script === MAKE ? [['Count', count]] : []);
        const given = await drain(powerShell, script, parameters, PROPERTIES);
        const total = performance.now() - begun;
        const each = (ms: number): string => ((ms * 1000) / given).toFixed(1);
        process.stdout.write(
          `inProcess, ${name}: ${given} objects, ${each(total)} µs an object (${each(total - measured.waitingMs)} µs of it in ` +
            `Node, the rest waiting for PowerShell), ${Math.round(measured.bytes / given)} bytes an object\n`,
        );
      }
    }
  } finally {
    await powerShell.close();
  }
}

async function open(measured: { waitingMs: number; bytes: number }): Promise<InProcessPowerShell> {
  const connection = {
    target: { kind: 'exchangeOnline' },
    powerShell: { edition: 'powerShell', executable: '', startTimeoutMs: 60_000 },
  } as unknown as Connection;
  const found = await findPowerShellHome(connection, thisProcess());
  const bridge = loadBridge(findEdgeParts(found, thisProcess()), process);
  const metered: Bridge = {
    call: async (request) => {
      const begun = performance.now();
      const answer = await bridge.call(request);
      measured.waitingMs += performance.now() - begun;
      measured.bytes += answer.length;
      return answer;
    },
  };
  return InProcessPowerShell.open({ bridge: metered, home: found.folder, clock: Date.now, ...bounds() });
}

async function drain(
  powerShell: InProcessPowerShell,
  text: string,
  parameters: ReadonlyMap<string, number | string>,
  properties?: readonly string[],
): Promise<number> {
  const listener = {
    onError: (record: { message: string }): void => {
      throw new Error(record.message);
    },
    onWarning: (): void => undefined,
  };
  let count = 0;
  const pipeline = { kind: 'script', text, parameters, properties } as const;
  const given = powerShell.run(pipeline, 'The measurement', bounds(), listener);
  while (!(await given.next()).done) count++;
  return count;
}

const bounds = (): { signal: AbortSignal; deadline: number } => ({
  signal: new AbortController().signal,
  deadline: Date.now() + 600_000,
});
