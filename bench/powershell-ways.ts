import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PowerShell } from 'node-powershell';
import type { LocalPowerShell, PipelineBounds } from '../plugin/powershell/local-power-shell';
import type { OpeningArgument } from '../plugin/powershell/openings/opening';
import { PowerShellPool } from '../plugin/powershell/power-shell-pool';
import { startPowerShell } from '../plugin/powershell/power-shell-process';
import { ChildPowerShell } from '../plugin/transports/child/child-power-shell';
import { findEdgeParts } from '../plugin/transports/in-process/edge-parts';
import { InProcessPowerShell } from '../plugin/transports/in-process/in-process-powershell';
import { loadBridge } from '../plugin/transports/in-process/load-bridge';
import { findPowerShellHome } from '../plugin/transports/in-process/powershell-home';
import { thisProcess } from '../plugin/transports/in-process/surroundings';
import type { Connection } from '../protocol';
import { PSObject, type PSValue } from '../psrp';

/** The properties of an object: a device as Exchange has it. */
const PROPERTIES = [
  ...['Guid', 'Identity', 'DeviceId', 'DeviceType', 'DeviceModel', 'DeviceOS', 'DeviceUserAgent', 'ClientType'],
  ...['ClientVersion', 'DeviceAccessState', 'FirstSyncTime', 'WhenChangedUTC', 'IsManaged', 'IsDisabled'],
  ...['NumberOfFoldersSynced', 'LastPingHeartbeat'],
];

/** Makes the objects once: what is measured is their way to Node. */
const MAKE = `
param([int] $Count)
$global:EasDevices = @(foreach ($i in 1..$Count) {
  [pscustomobject]@{
    Guid = [guid]::NewGuid(); Identity = "user$i@contoso.example/ExchangeActiveSyncDevices/iPhone-$i"; DeviceId = "ApplDNP$i"
    DeviceType = 'iPhone'; DeviceModel = 'iPhone15C2'; DeviceOS = 'iOS 17.5.1 21F90'; DeviceUserAgent = 'Apple-iPhone15C2/2106.90'
    ClientType = 'EAS'; ClientVersion = '16.1'; DeviceAccessState = [System.DayOfWeek]::Friday
    FirstSyncTime = [datetime]::UtcNow; WhenChangedUTC = [datetime]::UtcNow; IsManaged = $true; IsDisabled = $false
    NumberOfFoldersSynced = $i; LastPingHeartbeat = 3540
  }
})
function global:Get-EasDevice { $global:EasDevices }
`;

/** The processor time that PowerShell has used, in milliseconds. */
const PROCESSOR_TIME = '[System.Diagnostics.Process]::GetCurrentProcess().TotalProcessorTime.TotalMilliseconds';

/** What the parts of the way of `child` cost inside PowerShell, next to JSON: scripts that do only that, to all objects. */
export const PARTS: Readonly<Record<string, string>> = {
  'Select-Object, which picks the properties': '$global:EasDevices | Select-Object -Property $Properties | Out-Null',
  'CLIXML of each object, as PSSerializer makes it':
    'foreach ($device in $global:EasSelected) { $null = [System.Management.Automation.PSSerializer]::Serialize($device) }',
  'a message to the client for each, with a number in it': '1..$global:EasDevices.Count',
  'for comparison: ConvertTo-Json of each':
    '$global:EasDevices | ForEach-Object { ConvertTo-Json -InputObject $_ -Compress } | Out-Null',
};
const SELECT = `param([string[]] $Properties) $global:EasSelected = @($global:EasDevices | Select-Object -Property $Properties)`;

/** A way for objects from PowerShell to Node. */
export interface Way {
  readonly name: string;
  /** Reads all objects; gives their number. */
  read(): Promise<number>;
  /** The processor time that PowerShell has used, in milliseconds; undefined if it is in this process. */
  processorMs(): Promise<number | undefined>;
  /** Does a part of the work in PowerShell. */
  part?(script: string): Promise<void>;
  close(): Promise<void>;
}

/** As most programs do it: each object as JSON text, through the `invoke` of node-powershell. */
export async function jsonWay(executable: string, count: number): Promise<Way> {
  class NamedPowerShell extends PowerShell {
    protected override setExecutable(): string {
      return executable;
    }
  }
  const shell = new NamedPowerShell({
    executableOptions: { '-NoProfile': true },
    spawnOptions: { env: { ...process.env, NO_COLOR: '1' } },
  });
  const folder = mkdtempSync(join(tmpdir(), 'eas-bench-'));
  const file = join(folder, 'make.ps1');
  writeFileSync(file, MAKE);
  await shell.invoke(`. '${file}' ${String(count)}`);
  rmSync(folder, { recursive: true });
  return {
    name: 'JSON text, node-powershell',
    read: async () => {
      const { raw } = await shell.invoke('Get-EasDevice | ForEach-Object { ConvertTo-Json -InputObject $_ -Compress }');
      const devices = raw.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
      return devices.filter((device) => Object.keys(device).length === PROPERTIES.length).length;
    },
    processorMs: async () =>
      Number((await shell.invoke(`(${PROCESSOR_TIME}).ToString([cultureinfo]::InvariantCulture)`)).raw),
    close: async () => {
      await shell.dispose();
    },
  };
}

/** A process in server mode, as the transport `child` has it. */
export async function childWay(executable: string, count: number): Promise<Way> {
  const found = { executable, edition: 'powerShell', reason: 'the benchmark names it' } as const;
  const pool = await PowerShellPool.open({ process: await startPowerShell(found), clock: Date.now, ...bounds() });
  const powerShell = new ChildPowerShell(pool);
  const way = await typedWay('child', powerShell, count);
  await values(powerShell, SELECT, { Properties: PROPERTIES });
  return {
    ...way,
    processorMs: async () => Number((await values(powerShell, PROCESSOR_TIME, {}))[0]),
    part: async (script) => {
      await values(powerShell, `param([string[]] $Properties) ${script}`, { Properties: PROPERTIES });
    },
  };
}

/** A runspace in this process, as the transport `inProcess` has it. */
export async function inProcessWay(executable: string, count: number): Promise<Way> {
  const powerShell = { edition: 'powerShell', executable, startTimeoutMs: 60_000 };
  const connection = { target: { kind: 'exchangeOnline' }, powerShell } as unknown as Connection;
  const found = await findPowerShellHome(connection, thisProcess());
  const bridge = loadBridge(findEdgeParts(found, thisProcess()), process);
  const opened = await InProcessPowerShell.open({ bridge, home: found.folder, clock: Date.now, ...bounds() });
  return typedWay('inProcess', opened, count);
}

async function typedWay(name: string, powerShell: LocalPowerShell, count: number): Promise<Way> {
  await values(powerShell, MAKE, { Count: count });
  const command = { cmdlet: 'Get-EasDevice', parameters: {}, properties: PROPERTIES, effect: 'read' } as const;
  return {
    name,
    read: async () => {
      let given = 0;
      for await (const one of powerShell.runCommand(command, bounds(), LISTENER)) {
        if (one instanceof PSObject && one.properties.size === PROPERTIES.length) given++;
      }
      return given;
    },
    processorMs: () => Promise.resolve(undefined),
    close: () => powerShell.close(),
  };
}

async function values(
  powerShell: LocalPowerShell,
  script: string,
  given: Readonly<Record<string, OpeningArgument>>,
): Promise<PSValue[]> {
  const all: PSValue[] = [];
  for await (const one of powerShell.runScript('The benchmark', script, given, bounds(), LISTENER)) all.push(one);
  return all;
}

const LISTENER = {
  onError: (record: { readonly message: string }): void => {
    throw new Error(record.message);
  },
  onWarning: (): void => undefined,
};

function bounds(): PipelineBounds {
  return { signal: new AbortController().signal, deadline: Date.now() + 600_000 };
}
