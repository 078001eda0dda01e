import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PowerShell } from 'node-powershell';
import type { LocalPowerShell, PipelineBounds } from '../plugin/powershell/local-power-shell';
import { PowerShellPool } from '../plugin/powershell/power-shell-pool';
import { startPowerShell } from '../plugin/powershell/power-shell-process';
import { ChildPowerShell } from '../plugin/transports/child/child-power-shell';
import { findEdgeParts } from '../plugin/transports/in-process/edge-parts';
import { InProcessPowerShell } from '../plugin/transports/in-process/in-process-powershell';
import { loadBridge } from '../plugin/transports/in-process/load-bridge';
import { findPowerShellHome } from '../plugin/transports/in-process/powershell-home';
import { thisProcess } from '../plugin/transports/in-process/surroundings';
import type { Connection } from '../protocol';
import { PSObject } from '../psrp';

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

/** A way for objects from PowerShell to Node. */
export interface Way {
  readonly name: string;
  /** Reads all objects; gives their number. */
  read(): Promise<number>;
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
    close: async () => {
      await shell.dispose();
    },
  };
}

/** A process in server mode, as the transport `child` has it. */
export async function childWay(executable: string, count: number): Promise<Way> {
  const found = { executable, edition: 'powerShell', reason: 'the benchmark names it' } as const;
  const pool = await PowerShellPool.open({ process: await startPowerShell(found), clock: Date.now, ...bounds() });
  return typedWay('child', new ChildPowerShell(pool), count);
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
  const making = powerShell.runScript('The making', MAKE, { Count: count }, bounds(), LISTENER);
  for await (const one of making) throw new Error(`The making gave ${String(one)}`);
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
    close: () => powerShell.close(),
  };
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
