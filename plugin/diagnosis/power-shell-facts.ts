import { PSObject } from '../../psrp';
import { flag, list, text } from '../exchange/properties';
import { exchangeErrorOf } from '../powershell/error-record';
import type { FoundPowerShell } from '../powershell/find-power-shell';
import type { PipelineBounds } from '../powershell/local-power-shell';
import { PowerShellPool } from '../powershell/power-shell-pool';
import { startPowerShell } from '../powershell/power-shell-process';
import { ChildPowerShell } from '../transports/child/child-power-shell';

/** What a PowerShell says about itself. */
export interface PowerShellFacts {
  readonly version: string;
  readonly is64Bit: boolean;
  /** The .NET that it runs on, for example ".NET 9.0.1" or ".NET Framework 4.8.9300.0". */
  readonly runtime: string;
  /** FullLanguage unless a policy of the computer restricts it. */
  readonly languageMode: string;
  /** The execution policy of each scope, in the order in which they count. */
  readonly policies: readonly { readonly scope: string; readonly policy: string }[];
  /** The versions of the ExchangeOnlineManagement module that it finds, newest first. */
  readonly onlineModules: readonly string[];
}

/** Asks and changes nothing; understood by Windows PowerShell 5.1 and PowerShell 7. */
export const FACTS_SCRIPT = `
param([string] $Module)
$runtime = [System.Runtime.InteropServices.RuntimeInformation]::FrameworkDescription
$policies = @(Get-ExecutionPolicy -List | ForEach-Object { '{0}={1}' -f $_.Scope, $_.ExecutionPolicy })
$modules = @(Get-Module -ListAvailable -Name $Module -ErrorAction SilentlyContinue |
    Sort-Object -Property Version -Descending | ForEach-Object { [string] $_.Version })
New-Object -TypeName PSObject -Property @{
  Version = [string] $PSVersionTable.PSVersion
  Is64Bit = [IntPtr]::Size -eq 8
  Runtime = $runtime
  LanguageMode = [string] $ExecutionContext.SessionState.LanguageMode
  Policies = $policies
  Modules = $modules
}
`;

const NAME = 'the question about PowerShell itself';

/**
 * Starts a PowerShell as the transport `child` does, asks it about itself, and ends it.
 * @param onlineModule the name or path of the ExchangeOnlineManagement module
 * @throws ExchangeError transport.unavailable, command.timeout, cancelled
 */
export async function askPowerShell(
  found: FoundPowerShell,
  onlineModule: string,
  bounds: PipelineBounds,
  clock: () => number,
): Promise<PowerShellFacts> {
  const child = await startPowerShell(found);
  const powerShell = new ChildPowerShell(await PowerShellPool.open({ process: child, ...bounds, clock }));
  try {
    const listener = {
      onError: (record: Parameters<typeof exchangeErrorOf>[0]) => {
        throw exchangeErrorOf(record, { cmdlet: NAME });
      },
      onWarning: () => undefined,
    };
    let facts: PSObject | undefined;
    for await (const value of powerShell.runScript(NAME, FACTS_SCRIPT, { Module: onlineModule }, bounds, listener)) {
      if (value instanceof PSObject && value.get('Policies') !== undefined) facts = value;
    }
    if (facts === undefined) throw new Error('PowerShell did not answer the question about itself.');
    return factsOf(facts);
  } finally {
    await powerShell.close();
  }
}

function factsOf(facts: PSObject): PowerShellFacts {
  return {
    version: text(facts, 'Version'),
    is64Bit: flag(facts, 'Is64Bit') === true,
    runtime: text(facts, 'Runtime'),
    languageMode: text(facts, 'LanguageMode'),
    policies: list(facts, 'Policies').map((line) => {
      const [scope = '', policy = ''] = line.split('=');
      return { scope, policy };
    }),
    onlineModules: list(facts, 'Modules'),
  };
}
