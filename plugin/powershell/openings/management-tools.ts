import type { ManagementTools } from '../../../protocol';
import type { Opening } from './opening';

/**
 * RemoteExchange.ps1 connects as the Exchange Management Shell does, with role-based access control. The bare snap-in
 * goes past it and is not supported by Microsoft, so it is loaded only when the settings ask for it.
 *
 * RemoteExchange.ps1 also adjusts the window, which there is none of here: its errors do not end it, and what counts is
 * what it leaves behind.
 */
const SCRIPT = `
param([string] $Server, [string] $Script, [bool] $SnapIn)
if ($SnapIn) {
  $name = 'Microsoft.Exchange.Management.PowerShell.SnapIn', 'Microsoft.Exchange.Management.PowerShell.E2010' |
    Where-Object { Get-PSSnapin -Name $_ -Registered -ErrorAction Ignore } | Select-Object -First 1
  if (-not $name) { throw 'EAS-OPENING-NO-TOOLS' }
  try { Add-PSSnapin -Name $name -ErrorAction Stop } catch { throw }
} else {
  $places = @($Script)
  if (-not $Script) {
    $roots = $env:ExchangeInstallPath
    $keys = 'HKLM:\\SOFTWARE\\Microsoft\\ExchangeServer\\v15\\Setup', 'HKLM:\\SOFTWARE\\Microsoft\\ExchangeServer\\v14\\Setup'
    $roots = @($roots) + @($keys | ForEach-Object { (Get-ItemProperty -Path $_ -ErrorAction Ignore).MsiInstallPath })
    $places = @($roots | Where-Object { $_ } | ForEach-Object { [System.IO.Path]::Combine($_, 'bin', 'RemoteExchange.ps1') })
  }
  $place = $places | Where-Object { [System.IO.File]::Exists($_) } | Select-Object -First 1
  if (-not $place) { throw 'EAS-OPENING-NO-TOOLS' }
  $Error.Clear()
  . $place
  if (-not (Get-Command -Name Connect-ExchangeServer -ErrorAction Ignore)) { throw ('EAS-OPENING-NOT-LOADED ' + $Error[0]) }
  $Error.Clear()
  if ($Server) { Connect-ExchangeServer -ServerFqdn $Server -ClientApplication ManagementShell | Out-Null }
  else { Connect-ExchangeServer -Auto -ClientApplication ManagementShell | Out-Null }
  if (-not (Get-Command -Name Get-ExchangeServer -ErrorAction Ignore)) {
    throw ('EAS-OPENING-NO-ENDPOINT ' + (@($Error | Select-Object -First 5 | ForEach-Object { [string] $_ }) -join ' | '))
  }
}
$ErrorActionPreference = 'Continue'
$servers = @(Get-ExchangeServer -ErrorAction SilentlyContinue)
$found = $servers | Where-Object { $Server -and $_.Fqdn -eq $Server } | Select-Object -First 1
if (-not $found) { $found = $servers | Select-Object -First 1 }
New-Object -TypeName PSObject -Property @{ Build = [string] $found.AdminDisplayVersion; Endpoint = [string] $found.Fqdn }
`;

const CLOSING = `
Get-PSSession | Remove-PSSession -ErrorAction SilentlyContinue
`;

/** The opening of a connection through the Exchange Management Tools on the host. */
export function managementToolsOpening({ load, server, remoteExchangeScript }: ManagementTools): Opening {
  return {
    name: 'Exchange Management Tools',
    script: SCRIPT,
    arguments: { Server: server, Script: remoteExchangeScript, SnapIn: load === 'snapIn' },
    closing: CLOSING,
  };
}
