import type { NetworkSettings, RemotePowerShell } from '../../../protocol';
import type { Opening } from './opening';

const AUTHENTICATIONS: Readonly<Record<RemotePowerShell['authentication'], string>> = {
  kerberos: 'Kerberos',
  negotiate: 'Negotiate',
  basic: 'Basic',
};

/**
 * Implicit remoting: the endpoints are tried in order, and just the cmdlets that are needed, and that the server has, are
 * imported. Certificates are always verified: there is no session option here that would turn that off.
 */
const SCRIPT = `
param([string[]] $Urls, [string] $ConfigurationName, [string] $Authentication, [pscredential] $Credential,
  [bool] $AllowRedirection, [string] $ProxyAccessType, [string[]] $Commands, [int] $OpenTimeoutMs)
$options = @{ OpenTimeout = $OpenTimeoutMs }
if ($ProxyAccessType) { $options.ProxyAccessType = $ProxyAccessType }
$common = @{ ConfigurationName = $ConfigurationName; Authentication = $Authentication }
if ($Credential) { $common.Credential = $Credential }
if ($AllowRedirection) { $common.AllowRedirection = $true }
$session = $null
$failures = @()
foreach ($url in $Urls) {
  try {
    $session = New-PSSession @common -ConnectionUri $url -SessionOption (New-PSSessionOption @options) -ErrorAction Stop
    $endpoint = $url
    break
  } catch { $failures += ('{0}: {1}' -f $url, $_.Exception.Message) }
}
if (-not $session) { throw ('EAS-OPENING-NO-ENDPOINT ' + ($failures -join ' | ')) }
try {
  Import-PSSession -Session $session -CommandName $Commands -AllowClobber -DisableNameChecking -ErrorAction Stop | Out-Null
} catch { throw }
$ErrorActionPreference = 'Continue'
$servers = @()
if (Get-Command -Name Get-ExchangeServer -ErrorAction Ignore) {
  $servers = @(Get-ExchangeServer -ErrorAction SilentlyContinue)
}
$found = $servers | Select-Object -First 1
New-Object -TypeName PSObject -Property @{ Build = [string] $found.AdminDisplayVersion; Endpoint = [string] $endpoint }
`;

const CLOSING = `
Get-PSSession | Remove-PSSession -ErrorAction SilentlyContinue
`;

/**
 * The opening of a remote PowerShell endpoint in a local PowerShell.
 * @param commands the cmdlets to import
 */
export function remotePowerShellOpening(
  target: RemotePowerShell,
  network: NetworkSettings,
  commands: readonly string[],
): Opening {
  const { urls, configurationName, authentication, username, password, allowRedirection } = target;
  return {
    name: `remote PowerShell at ${urls.join(', ')}`,
    script: SCRIPT,
    arguments: {
      Urls: urls,
      ConfigurationName: configurationName,
      Authentication: AUTHENTICATIONS[authentication],
      Credential: password ? { username, password } : null,
      AllowRedirection: allowRedirection,
      // A proxy for remoting is configured on the host; PowerShell takes none by address.
      ProxyAccessType: network.proxyUrl ? 'WinHttpConfig' : '',
      Commands: commands,
      OpenTimeoutMs: network.connectTimeoutMs,
    },
    closing: CLOSING,
  };
}
